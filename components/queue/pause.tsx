'use client'

import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTouchedWords } from '@/components/i18n/use-words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

interface PauseButtonProps {
  paused: boolean
  busy: boolean
  onSet: (paused: boolean) => void
}

export function PauseButton({ paused, busy, onSet }: PauseButtonProps) {
  const t = useTranslations('queue')
  const Icon = paused ? Play : Pause
  return (
    <Button look={paused ? 'primary' : 'quiet'} disabled={busy} onClick={() => onSet(!paused)}>
      <Icon aria-hidden="true" className="size-4" />
      {paused ? t('resume') : t('pause')}
    </Button>
  )
}

/** Says that the queue rests, since when, and what that means for what runs. */
export function PauseNotice({ since, running }: { since: string; running: number }) {
  const t = useTranslations('queue')
  const { words: when } = useTouchedWords()(since)
  return (
    <Notice title={t('paused')}>
      <p suppressHydrationWarning>{t('pausedWhy', { running, when })}</p>
    </Notice>
  )
}
