'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useEditor } from '@/components/editor/editor-context'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { Problem } from '@/lib/storyboard/problem'
import { type Code, openCode } from './code-mirror'
import { placeOf } from './place-of'
import { useProblemWords } from './problem-words'
import { useDocument } from './use-document'

/** What the editor's own parts say, in its English. */
const PHRASES = [
  'Find',
  'Replace',
  'next',
  'previous',
  'all',
  'match case',
  'regexp',
  'by word',
  'replace',
  'replace all',
  'close',
] as const

/** The whole storyboard as text. What is right is applied at a pause, what is not stays here and says why. */
export function JsonEditor() {
  const t = useTranslations('json')
  const words = useProblemWords()
  const { mayEdit } = useEditor()
  const frame = useRef<HTMLDivElement>(null)
  const code = useRef<Code | null>(null)
  const document = useDocument((text) => code.current?.show(text))
  const { problems, type, first } = document

  const format = () => {
    if (!mayEdit) return
    const text = code.current?.text() ?? ''
    try {
      const neat = `${JSON.stringify(JSON.parse(text), null, 2)}\n`
      code.current?.show(neat)
      if (neat !== text) type(neat)
    } catch {
      // The fault is marked already; there is nothing to put in order yet.
    }
  }
  const handlers = useRef({ type, format })
  handlers.current = { type, format }
  const phrases = useRef({
    label: t('label'),
    phrases: Object.fromEntries(
      PHRASES.map((phrase) => [phrase, t(`phrase.${phrase.replaceAll(' ', '-') as 'Find'}`)]),
    ),
  })

  useEffect(() => {
    if (!frame.current) return
    const opened = openCode(frame.current, first, phrases.current, {
      onChange: (text) => handlers.current.type(text),
      onFormat: () => handlers.current.format(),
      readOnly: !mayEdit,
    })
    code.current = opened
    return () => {
      opened.close()
      code.current = null
    }
  }, [first, mayEdit])

  useEffect(() => {
    const opened = code.current
    if (!opened) return
    opened.mark(
      problems.map((problem) => ({
        ...placeOfProblem(opened, problem),
        severity: 'error' as const,
        message: words(problem),
      })),
    )
  }, [problems, words])

  const show = (problem: Problem) => {
    const opened = code.current
    if (!opened) return
    const { from, to } = placeOfProblem(opened, problem)
    opened.view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true })
    opened.view.focus()
  }
  return (
    <div className="flex h-full flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-3 border-line border-b px-4 py-2">
        <span role="status" className="flex-1">
          {!mayEdit ? (
            <Badge size="sm">{t('readOnly')}</Badge>
          ) : problems.length > 0 ? (
            <Badge dot="failed" size="sm">
              {t('notApplied', { count: problems.length })}
            </Badge>
          ) : document.isDirty ? (
            <Badge size="sm">{t('checking')}</Badge>
          ) : (
            <Badge dot="done" size="sm">
              {t('applied')}
            </Badge>
          )}
        </span>
        {mayEdit ? <span className="text-soft text-xs max-md:hidden">{t('leave')}</span> : null}
        {document.isBehind ? <Badge dot="stale">{t('behind')}</Badge> : null}
        {document.isDirty ? (
          <Button size="sm" onClick={document.giveUp}>
            {t('giveUp')}
          </Button>
        ) : null}
        {mayEdit ? (
          <Button size="sm" onClick={format}>
            {t('format')}
          </Button>
        ) : null}
      </div>
      <div ref={frame} className="min-h-0 flex-1 overflow-hidden" />
      {problems.length > 0 ? (
        <ul
          aria-label={t('problems')}
          className="max-h-36 shrink-0 overflow-y-auto border-line border-t bg-sheet"
        >
          {problems.map((problem) => (
            <li key={`${problem.kind} ${problem.path.join('.')}`}>
              <button
                type="button"
                onClick={() => show(problem)}
                className="w-full px-4 py-1.5 text-left text-sm hover:bg-hover"
              >
                {words(problem)}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function placeOfProblem({ view }: Code, { kind, path, at }: Problem): { from: number; to: number } {
  const end = view.state.doc.length
  if (at !== undefined) return { from: Math.max(0, Math.min(at, end) - 1), to: Math.min(end, at + 1) }
  return placeOf(view.state, path, kind === 'unknown' ? 'name' : 'value')
}
