'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { useWhyWords } from '@/components/scene/why-words'
import { Button } from '@/components/ui/button'
import { type Change, changesTo } from './changes'
import { useEarlier } from './get-history'

const MOST = 40

interface EarlierProps {
  number: number
  isNewest: boolean
  onRestore: () => void
}

/** What going back to a revision would change, before it is done. */
export function Earlier({ number, isNewest, onRestore }: EarlierProps) {
  const t = useTranslations('history')
  const { projectId } = useEditor()
  const { board } = usePlanned()
  const { data } = useEarlier(projectId, number)
  const changes = useMemo(() => (data ? changesTo(board, data.storyboard) : null), [board, data])
  if (isNewest) return <p className="text-soft text-sm">{t('isNow')}</p>
  if (!changes) return <p role="status">{t('loading')}</p>
  if (changes.length === 0) return <p className="text-soft text-sm">{t('same')}</p>
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-medium text-sm">{t('would', { count: changes.length })}</h3>
      <ul className="flex max-h-56 flex-col gap-2 overflow-y-auto">
        {changes.slice(0, MOST).map((change) => (
          <ChangeLine
            key={`${change.kind} ${change.name} ${change.fields[0]?.field ?? ''}`}
            change={change}
          />
        ))}
        {changes.length > MOST ? (
          <li className="text-soft">{t('andMore', { count: changes.length - MOST })}</li>
        ) : null}
      </ul>
      <Button look="primary" onClick={onRestore} className="self-end">
        {t('restore', { number })}
      </Button>
    </div>
  )
}

function ChangeLine({ change }: { change: Change }) {
  const t = useTranslations('history')
  const why = useWhyWords()
  return (
    <li className="text-sm">
      <span>{t(`change.${change.kind}`, { name: change.name })}</span>
      {change.fields.map(({ field, from, to }) => (
        <span key={field} className="block border-line border-l-2 pl-3">
          <span className="text-soft text-xs">{why([field])}</span>
          <del className="block text-soft">{wordsOf(from)}</del>
          <ins className="block no-underline">{wordsOf(to)}</ins>
        </span>
      ))}
    </li>
  )
}

const LONGEST = 240

function wordsOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
