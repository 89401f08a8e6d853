'use client'

import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Speaks the scene's line as it was recorded. */
export function NarrationButton({ url, onStart }: { url: string; onStart: () => void }) {
  const t = useTranslations('scene')
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const element = audio.current
    return () => element?.pause()
  }, [])

  const toggle = () => {
    const element = audio.current
    if (!element) return
    if (!element.paused) return element.pause()
    setFailed(false)
    onStart()
    element.play().catch(() => setFailed(true))
  }
  const Icon = playing ? Pause : Play
  return (
    <span className="inline-flex items-center gap-3">
      <Button size="sm" onClick={toggle}>
        <Icon aria-hidden="true" className="size-3.5" />
        {playing ? t('stopNarration') : t('playNarration')}
      </Button>
      {failed ? (
        <span role="alert" className="text-failed text-sm">
          {t('narrationFailed')}
        </span>
      ) : null}
      {/* biome-ignore lint/a11y/useMediaCaption: the spoken text stands right above. */}
      <audio
        ref={audio}
        src={url}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
    </span>
  )
}
