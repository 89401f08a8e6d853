'use client'

import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { May } from '@/components/access/may'
import { useTellError } from '@/components/task/tell-error'
import { Button } from '@/components/ui/button'
import { usePauseQueue } from './pause-queue'

/** Lets the queue move again, for whoever may. */
export function ResumeButton() {
  const t = useTranslations('queue')
  const tellError = useTellError()
  const pause = usePauseQueue(tellError)
  return (
    <May need="admin">
      <Button size="sm" look="primary" disabled={pause.isPending} onClick={() => pause.mutate(false)}>
        <Play aria-hidden="true" className="size-3.5" />
        {t('resume')}
      </Button>
    </May>
  )
}
