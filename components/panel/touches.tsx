'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { touchedBy } from '@/lib/plan/touched'
import { applyOperation } from '@/lib/storyboard/apply'
import type { Operation } from '@/lib/storyboard/operations'
import type { Storyboard } from '@/lib/storyboard/schema'

interface TouchesProps {
  /** A change like the one the field beside it makes; null when there is nothing to change. */
  change: (board: Storyboard) => Operation | null
  /** Said when no picture is made yet that it could touch. */
  none: string
}

/** Which scenes a change would touch, before it is made; a number leads to its scene. */
export function Touches({ change, none }: TouchesProps) {
  const t = useTranslations('panel')
  const { chosen, mayEdit } = useEditor()
  const { board, plan, known } = usePlanned()
  const touched = useMemo(() => {
    const operation = mayEdit ? change(board) : null
    return operation && touchedBy(plan, applyOperation(board, operation, { force: true }).storyboard, known)
  }, [change, board, plan, known, mayEdit])
  if (!touched) return null
  const { scenes, count } = touched
  if (scenes.length === 0) return <p className="text-soft text-sm">{none}</p>
  return (
    <p className="text-soft text-sm">
      {t('touches', { count: count.frame })}{' '}
      {scenes.slice(0, 24).map(({ sceneId, number }) => (
        <button
          key={sceneId}
          type="button"
          onClick={() => chosen.choose(sceneId)}
          aria-label={t('toScene', { number })}
          className="numeric mx-0.5 min-w-6 rounded-sm border border-line px-1 text-ink hover:border-edge"
        >
          {number}
        </button>
      ))}
      {scenes.length > 24 ? t('andMore', { count: scenes.length - 24 }) : null}
    </p>
  )
}
