'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useBoard } from './board-context'

/** In the gap between two cards. */
export function InsertHere({ after, number }: { after: string; number: number }) {
  const t = useTranslations('board')
  const board = useBoard()
  if (!board.mayEdit) return null
  return (
    <button
      type="button"
      aria-label={t('insertBehind', { number })}
      title={t('insertAfter')}
      onClick={() => board.insert(after)}
      className="-bottom-3 absolute inset-x-0 z-10 flex h-3 items-center opacity-0 transition-opacity hover:opacity-100 focus-visible:opacity-100"
    >
      <span className="h-px flex-1 bg-edge" />
      <span className="mx-1 flex size-5 items-center justify-center rounded-full border border-edge bg-sheet">
        <Plus aria-hidden="true" className="size-3" />
      </span>
      <span className="h-px flex-1 bg-edge" />
    </button>
  )
}
