'use client'

import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { May } from '@/components/access/may'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { usePauseQueue } from './pause-queue'

/** Lets the queue move again, for whoever may. */
export function ResumeButton() {
  const t = useTranslations('queue')
  const toast = useToast()
  const words = useErrorWords()
  const pause = usePauseQueue((error) => toast({ words: words(error), grave: true }))
  return (
    <May need="admin">
      <Button size="sm" look="primary" disabled={pause.isPending} onClick={() => pause.mutate(false)}>
        <Play aria-hidden="true" className="size-3.5" />
        {t('resume')}
      </Button>
    </May>
  )
}
