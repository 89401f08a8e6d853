'use client'

import { Check, CircleAlert, CircleDashed, History, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { errorDetail, useErrorWords } from '@/components/task/error-words'
import { placeInLine } from '@/components/task/state'
import { useTaskWords } from '@/components/task/task-words'
import type { SlotState, SlotView } from '@/lib/project/schema'
import type { Slot } from '@/lib/storyboard/schema'
import { useEngineWords } from './engine-words'
import { useWhyWords } from './why-words'

const ICONS: Record<SlotState, typeof Check> = {
  ready: Check,
  stale: History,
  missing: CircleDashed,
  blocked: CircleDashed,
  failed: CircleAlert,
}
const COLOURS: Record<SlotState, string> = {
  ready: 'text-done',
  stale: 'text-stale',
  missing: 'text-soft',
  blocked: 'text-soft',
  failed: 'text-failed',
}

/** One of the three things a scene is made of: its state, what made it, and why it is not right any more. */
export function SlotLine({ slot, view, silent }: { slot: Slot; view: SlotView; silent: boolean }) {
  const t = useTranslations('scene')
  const doing = useTaskWords()
  const why = useWhyWords()
  const words = useErrorWords()
  const engine = useEngineWords()(view.engine)
  const Icon = view.task ? LoaderCircle : ICONS[view.state]
  const detail = errorDetail(view.error)
  const state = silent
    ? t('noVoice')
    : view.task
      ? doing(view.task, placeInLine(view.task))
      : t(`state.${view.state}`)
  return (
    <div className="flex items-start gap-2.5 text-sm">
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-4 shrink-0 ${view.task ? 'text-soft' : COLOURS[view.state]}`}
      />
      <span className="min-w-0 flex-1">
        <span className="flex justify-between gap-3">
          <span>{t(`slot.${slot}`)}</span>
          <span className="numeric text-right text-soft">
            {[state, view.state !== 'missing' && engine].filter(Boolean).join(' · ')}
          </span>
        </span>
        {view.state === 'stale' && view.why.length > 0 ? (
          <span className="block text-soft text-xs">{t('staleWhy', { why: why(view.why) })}</span>
        ) : null}
        {view.error ? (
          <span className="block text-xs">
            {words(view.error)}
            {detail && detail !== words(view.error) ? (
              <span className="block text-soft">{detail}</span>
            ) : null}
          </span>
        ) : null}
      </span>
    </div>
  )
}
