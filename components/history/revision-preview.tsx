'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { May } from '@/components/access/may'
import { useBoardText, useEditor } from '@/components/editor/editor-context'
import { useWhyWords } from '@/components/scene/why-words'
import { useErrorWords } from '@/components/task/error-words'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { type Change, changesTo, countThings } from './changes'
import { FieldDiff } from './field-diff'
import { useEarlier } from './get-history'

const MOST = 60

interface RevisionPreviewProps {
  number: number
  isNewest: boolean
  isRestoring: boolean
  onRestore: () => void
}

/** What going back to a revision would change, before it is done. */
export function RevisionPreview({ number, isNewest, isRestoring, onRestore }: RevisionPreviewProps) {
  const t = useTranslations('history')
  const words = useErrorWords()
  const { projectId } = useEditor()
  const board = useBoardText()
  const { data, error } = useEarlier(projectId, number)
  const changes = useMemo(() => (data ? changesTo(board, data.storyboard) : null), [board, data])
  if (error) return <p role="alert">{words(error)}</p>
  if (!changes) {
    return (
      <div className="flex flex-col gap-3">
        <p role="status" className="text-soft">
          {t('loading')}
        </p>
        <Skeleton className="h-24" />
        <Skeleton className="h-16" />
      </div>
    )
  }
  if (changes.length === 0) return <p className="text-soft">{isNewest ? t('isNow') : t('same')}</p>
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="flex-1 font-medium">{t('would', { count: countThings(changes) })}</h3>
        <May need="editor">
          <Button look="primary" disabled={isRestoring} onClick={onRestore}>
            {isRestoring ? t('restoring') : t('restore')}
          </Button>
        </May>
      </div>
      <ul className="flex flex-col">
        {changes.slice(0, MOST).map((change) => (
          <ChangeLine key={`${change.of} ${change.id}`} change={change} language={board.language} />
        ))}
      </ul>
      {changes.length > MOST ? (
        <p className="text-soft">{t('andMore', { count: changes.length - MOST })}</p>
      ) : null}
    </div>
  )
}

const DOTS = { back: 'done', gone: 'failed', changed: 'soft' } as const

function ChangeLine({ change, language }: { change: Change; language: string }) {
  const t = useTranslations('history')
  const why = useWhyWords()
  const { of, kind, number, name, moved, fields } = change
  const title = of === 'film' ? t('of.film') : of === 'member' ? name : t('of.scene', { number })
  return (
    <li className="flex flex-col gap-2 border-line border-t py-3">
      <p className="flex items-baseline gap-3">
        <span className="shrink-0 font-medium">{title}</span>
        {of === 'scene' && name ? (
          <span lang={language} className="min-w-0 flex-1 truncate text-soft">
            {name}
          </span>
        ) : (
          <span className="flex-1" />
        )}
        <Badge dot={DOTS[kind]}>{moved && fields.length === 0 ? t('kind.moved') : t(`kind.${kind}`)}</Badge>
      </p>
      {fields.length > 0 ? (
        <dl className="flex flex-col gap-2">
          {fields.map((field) => (
            <div key={field.field}>
              <dt className="text-soft text-xs">{why([field.field])}</dt>
              <dd>
                <FieldDiff change={field} language={language} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  )
}
