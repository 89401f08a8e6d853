'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useBoardText, useEditor } from '@/components/editor/editor-context'
import { useTouchedWords } from '@/components/i18n/use-words'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/class-names'
import { Skeleton } from '@/components/ui/skeleton'
import { useHistory } from './get-history'
import { groupRevisions, type HistoryEntry } from './group-revisions'
import { useSummaryWords } from './summary-words'
import { useWhoWords } from './who-words'

interface HistoryEntriesProps {
  /** The newest one. */
  revision: number
  chosen: number | null
  onChoose: (number: number) => void
}

/** What was done, newest first, what was typed in one go as one. */
export function HistoryEntries({ revision, chosen, onChoose }: HistoryEntriesProps) {
  const t = useTranslations('history')
  const words = useErrorWords()
  const { projectId } = useEditor()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistory(
    projectId,
    revision,
  )
  const entries = useMemo(() => groupRevisions(data?.pages.flatMap((page) => page.revisions) ?? []), [data])
  const touched = useTouchedWords()
  if (error) {
    return (
      <p role="alert" className="p-5">
        {words(error)}
      </p>
    )
  }
  if (isPending) {
    return (
      <div className="flex flex-col gap-3 p-5">
        <p role="status" className="text-soft">
          {t('loading')}
        </p>
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </div>
    )
  }
  return (
    <>
      <ol>
        {entries.map((entry) => (
          <EntryLine
            key={entry.number}
            entry={entry}
            time={touched(entry.createdAt)}
            isNow={entry.number === revision}
            isChosen={entry.number === chosen}
            onChoose={onChoose}
          />
        ))}
      </ol>
      {hasNextPage ? (
        <Button
          look="bare"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
          className="m-2"
        >
          {isFetchingNextPage ? t('loading') : t('more')}
        </Button>
      ) : null}
    </>
  )
}

interface EntryLineProps {
  entry: HistoryEntry
  time: { words: string; full: string }
  isNow: boolean
  isChosen: boolean
  onChoose: (number: number) => void
}

function EntryLine({ entry, time, isNow, isChosen, onChoose }: EntryLineProps) {
  const t = useTranslations('history')
  const board = useBoardText()
  const summaryWords = useSummaryWords()
  const who = useWhoWords()
  const { number, role, summary, client } = entry
  const what = summaryWords(summary, board)
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onChoose(number)}
        className={cx(
          'focus-visible:-outline-offset-2 flex w-full flex-col gap-0.5 border-line border-b px-5 py-2.5 text-left transition-colors hover:bg-hover',
          isChosen && 'bg-hover',
        )}
      >
        <span className="line-clamp-2">
          {role === 'undo' ? t('undone', { what }) : role === 'redo' ? t('redone', { what }) : what}
        </span>
        <span className="text-soft text-xs" title={time.full}>
          {[who(client), time.words, isNow && t('now')].filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  )
}
