'use client'

import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { ShownTake } from './takes-of'

interface TakeSoundsProps {
  /** One, or two to be held against each other. */
  takes: readonly { take: ShownTake; name: string; measure: string }[]
}

/** Lines to be heard, one at a time. */
export function TakeSounds({ takes }: TakeSoundsProps) {
  const t = useTranslations('take')
  const audio = useRef<HTMLAudioElement>(null)
  const [heard, setHeard] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const element = audio.current
    return () => element?.pause()
  }, [])

  const toggle = (take: ShownTake) => {
    const element = audio.current
    if (!element) return
    if (heard === take.fingerprint) return element.pause()
    setFailed(false)
    element.src = take.url
    element.play().then(
      () => setHeard(take.fingerprint),
      // A file that another one took the place of has not failed.
      (error) => (error instanceof DOMException && error.name === 'AbortError' ? undefined : setFailed(true)),
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-2">
        {takes.map(({ take, name, measure }) => {
          const isHeard = heard === take.fingerprint
          const Icon = isHeard ? Pause : Play
          return (
            <li key={take.fingerprint} className="flex items-center gap-3">
              <Button
                onClick={() => toggle(take)}
                aria-label={`${isHeard ? t('stop') : t('hear')}: ${name}, ${measure}`}
                className="pointer-coarse:h-11"
              >
                <Icon aria-hidden="true" className="size-3.5" />
                {isHeard ? t('stop') : t('hear')}
              </Button>
              <span className="min-w-0 truncate">{name}</span>
              <span className="numeric text-soft">{measure}</span>
            </li>
          )
        })}
      </ul>
      {failed ? <FieldError id="take-sound-error">{t('playFailed')}</FieldError> : null}
      {/* biome-ignore lint/a11y/useMediaCaption: the spoken text stands in the scene. */}
      <audio ref={audio} preload="none" onPause={() => setHeard(null)} onEnded={() => setHeard(null)} />
    </div>
  )
}
