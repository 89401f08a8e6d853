'use client'

import { History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { clientName, newId } from '@/components/editor/client-name'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { request } from '@/components/http/request'
import { useTouchedWords } from '@/components/i18n/use-words'
import { useCommands } from '@/components/palette/use-commands'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/class-names'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { useToast } from '@/components/ui/toast'
import type { EditAnswer, RevisionView } from '@/lib/project/schema'
import { Earlier } from './earlier'
import { useHistory } from './get-history'
import { useRevisionWords } from './revision-words'

/** Everything that was ever done to the storyboard, and the way back to any of it. */
export function HistoryButton() {
  const t = useTranslations('history')
  const common = useTranslations('common')
  const [open, setOpen] = useState(false)
  useCommands([{ id: 'edit.history', run: () => setOpen(true) }])
  return (
    <>
      <IconButton words={t('title')} onClick={() => setOpen(true)} className="max-md:hidden">
        <History aria-hidden="true" className="size-4" />
      </IconButton>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} closeWords={common('close')}>
        {open ? <Revisions onDone={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  )
}

function Revisions({ onDone }: { onDone: () => void }) {
  const t = useTranslations('history')
  const { projectId, store } = useEditor()
  const { board } = usePlanned()
  const toast = useToast()
  const words = useErrorWords()
  const revision = store.getState().local.revision
  const { data, hasNextPage, fetchNextPage, isPending, error } = useHistory(projectId, revision)
  const [chosen, setChosen] = useState<number | null>(null)
  const numbers = new Map(board.scenes.map((scene, i) => [scene.id, i + 1]))
  const tell = useRevisionWords((id) => numbers.get(id) ?? null)
  const revisions = data?.pages.flatMap((page) => page.revisions) ?? []

  const restore = async (number: number) => {
    try {
      await store.saved()
      const edit = newId()
      const answer = await request<EditAnswer>(`/api/projects/${projectId}/revisions/${number}/restore`, {
        method: 'POST',
        body: { client: clientName(), edit },
      })
      store.receive({ number: answer.revision, operation: answer.operation, edit })
      store.setUndo(answer.undo)
      toast({ words: t('restored', { number }) })
      onDone()
    } catch (failure) {
      toast({ words: words(failure), grave: true })
    }
  }
  if (error) return <p role="alert">{words(error)}</p>
  if (isPending) return <p role="status">{t('loading')}</p>
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex max-h-72 flex-col overflow-y-auto rounded border border-line">
        {revisions.map((entry) => (
          <RevisionLine
            key={entry.number}
            entry={entry}
            what={tell.what(entry)}
            who={tell.who(entry)}
            isChosen={entry.number === chosen}
            onChoose={() => setChosen(entry.number)}
          />
        ))}
        {hasNextPage ? (
          <li className="p-2">
            <Button size="sm" onClick={() => void fetchNextPage()}>
              {t('more')}
            </Button>
          </li>
        ) : null}
      </ol>
      {chosen === null ? (
        <p className="text-soft text-sm">{t('choose')}</p>
      ) : (
        <Earlier
          key={chosen}
          number={chosen}
          isNewest={chosen === revision}
          onRestore={() => void restore(chosen)}
        />
      )}
    </div>
  )
}

interface RevisionLineProps {
  entry: RevisionView
  what: string
  who: string
  isChosen: boolean
  onChoose: () => void
}

function RevisionLine({ entry, what, who, isChosen, onChoose }: RevisionLineProps) {
  const { words, full } = useTouchedWords()(entry.createdAt)
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
        className={cx(
          'focus-visible:-outline-offset-2 flex w-full items-baseline gap-3 px-3 py-1.5 text-left hover:bg-hover',
          isChosen && 'bg-hover',
        )}
      >
        <span className="numeric w-8 shrink-0 text-right text-soft text-xs">{entry.number}</span>
        <span className="min-w-0 flex-1 truncate">{what}</span>
        <span className="shrink-0 text-soft text-xs" title={full}>
          {`${who} · ${words}`}
        </span>
      </button>
    </li>
  )
}
