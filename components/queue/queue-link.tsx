'use client'

import { ListOrdered, Pause } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useQueueState } from '@/components/live/use-queue-state'
import { Button } from '@/components/ui/button'

/** The way to the queue, with how much is in hand. */
export function QueueLink() {
  const t = useTranslations('queue')
  const format = useFormatter()
  const state = useQueueState()
  const Icon = state?.paused ? Pause : ListOrdered
  const told = state && [t('inHand', { count: state.live }), state.paused && t('isPaused')].filter(Boolean)
  return (
    <Button asChild look="bare" size="sm" className="pointer-coarse:h-10">
      <Link href="/queue" title={told?.join(' · ')}>
        <Icon aria-hidden="true" className="size-4" />
        <span className="max-md:sr-only">{t('title')}</span>
        {told ? <span className="sr-only">{told.join(', ')}</span> : null}
        {state && state.live > 0 ? (
          <span aria-hidden="true" className="numeric min-w-4 text-center text-ink text-xs">
            {format.number(state.live)}
          </span>
        ) : null}
      </Link>
    </Button>
  )
}
