'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import type { QueueTarget } from '@/lib/project/queue/schema'
import { TargetRows } from './target-rows'

export type TargetList = 'begun' | 'waiting' | 'failed' | 'ended'

interface TargetSectionProps {
  list: TargetList
  targets: readonly QueueTarget[]
  /** Of all of this kind; the list has the first ones. */
  total: number
  paused: boolean
  open: ReadonlySet<string>
  onToggle: (id: string) => void
  /** Beside the heading. */
  children?: ReactNode
}

/** One of the queue's lists as a table; nothing at all while it is empty. */
export function TargetSection(props: TargetSectionProps) {
  const { list, targets, total, paused, open, onToggle, children } = props
  const t = useTranslations('queue')
  const titleId = useId()
  if (targets.length === 0) return null
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <div className="flex min-h-8 flex-wrap items-center gap-3">
        <h2 id={titleId} className="font-serif text-lg">
          {t(`list.${list}`)}
        </h2>
        {total > targets.length ? (
          <span className="numeric text-soft text-sm">{t('beyond', { count: total - targets.length })}</span>
        ) : null}
        {children}
      </div>
      <div className="overflow-hidden rounded border border-line bg-sheet">
        <table className="w-full table-fixed border-collapse text-left max-md:block">
          <colgroup>
            <col />
            <col className="w-[26rem]" />
            <col className="w-36" />
          </colgroup>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('column.what')}</th>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('column.actions')}</th>
            </tr>
          </thead>
          {targets.map((target) => (
            <TargetRows
              key={target.task.id}
              target={target}
              paused={paused}
              open={open.has(target.task.id)}
              onToggle={onToggle}
            />
          ))}
        </table>
      </div>
    </section>
  )
}
