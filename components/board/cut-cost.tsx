'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { usePlanned } from '@/components/editor/editor-context'
import { touchedBy } from '@/lib/plan/touched'
import { applyOperation } from '@/lib/storyboard/apply'
import type { Operation } from '@/lib/storyboard/operations'

/** What of the work done will have to be done again, and what is carried along. */
export function CutCost({ operation }: { operation: Operation | null }) {
  const t = useTranslations('board')
  const { board, plan, known } = usePlanned()
  const count = useMemo(() => {
    if (!operation) return null
    return touchedBy(plan, applyOperation(board, operation, { force: true }).storyboard, known).count
  }, [operation, board, plan, known])
  if (!count) return <p className="text-soft text-sm">{t('nothingMoves')}</p>
  return (
    <p role="status" className="text-soft text-sm">
      {count.clip + count.narration > 0
        ? t('becomesStale', { clips: count.clip, lines: count.narration })
        : t('nothingStale')}
    </p>
  )
}
