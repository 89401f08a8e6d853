'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useLengthWords } from '@/components/i18n/use-words'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/class-names'
import { estimateSpeechMs } from '@/lib/plan/timing'
import { cutsOf, middleCut } from '@/lib/storyboard/cuts'
import type { Operation } from '@/lib/storyboard/operations'
import { cutText } from '@/lib/storyboard/scene-text'
import { CutCost } from './cut-cost'

interface CutTextProps {
  text: string
  language: string
  speed: number
  /** Where it is cut now; null: not yet, and the middle is proposed. */
  first: number | null
  /** Of the two scenes. */
  names: readonly [string, string]
  action: string
  operationAt: (at: number) => Operation | null
  onCut: (at: number) => void
  onClose: () => void
}

/** A text whose words can be pointed at; arrow keys move the cut word by word. */
export function CutText(props: CutTextProps) {
  const { text, language, speed, first, names, action, operationAt, onCut, onClose } = props
  const t = useTranslations('board')
  const length = useLengthWords()
  const cuts = useMemo(() => cutsOf(text, language), [text, language])
  const nearest = (at: number) =>
    cuts.reduce((best, cut) => (Math.abs(cut - at) < Math.abs(best - at) ? cut : best), cuts[0] ?? 0)
  const [at, setAt] = useState(() => (first === null ? (middleCut(text, cuts) ?? 0) : nearest(first)))
  if (cuts.length === 0) {
    return (
      <>
        <p className="text-soft">{t('tooShort')}</p>
        <div className="mt-6 flex justify-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </>
    )
  }
  const words = [0, ...cuts].map((from, i) => ({ from, words: text.slice(from, cuts[i]) }))
  const halves = cutText(text, at)
  const step = (by: number) => setAt(cuts[cuts.indexOf(at) + by] ?? at)
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (event.key === 'Home') setAt(cuts[0] ?? at)
    else if (event.key === 'End') setAt(cuts.at(-1) ?? at)
    else if (event.key === 'Enter') onCut(at)
    else if (by) step(by)
    else return
    event.preventDefault()
  }
  return (
    <div className="flex flex-col gap-4">
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('cutAt')}
        aria-valuemin={1}
        aria-valuemax={cuts.length}
        aria-valuenow={cuts.indexOf(at) + 1}
        aria-valuetext={t('cutBetween', { before: tail(halves[0]), after: head(halves[1]) })}
        onKeyDown={press}
        lang={language}
        className="prose-story max-h-64 cursor-text overflow-y-auto rounded border border-line bg-paper px-4 py-3"
      >
        {words.map(({ from, words: word }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the slider around does the same by keyboard.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the slider around does the same by keyboard.
          <span
            key={from}
            onClick={() => from > 0 && setAt(from)}
            className={cx(
              'rounded-sm hover:bg-hover',
              from >= at && 'text-soft',
              from === at && 'border-accent border-l-2 pl-1',
            )}
          >
            {word}
          </span>
        ))}
      </div>
      <dl className="numeric grid grid-cols-2 gap-3 text-sm">
        {names.map((name, i) => (
          <div key={name} className="flex justify-between gap-2 rounded border border-line px-3 py-2">
            <dt className="text-soft">{name}</dt>
            <dd>{t('about', { time: length(estimateSpeechMs(halves[i] ?? '', speed)) })}</dd>
          </div>
        ))}
      </dl>
      <CutCost operation={operationAt(at)} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" onClick={() => onCut(at)}>
          {action}
        </Button>
      </div>
    </div>
  )
}

const NEAR = 24
const tail = (text: string): string => text.slice(-NEAR)
const head = (text: string): string => text.slice(0, NEAR)
