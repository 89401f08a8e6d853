'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { type Stretch, wordDiff } from './word-diff'

/** Around a change as many characters are shown; what lies between two changes is left out beyond that. */
const CONTEXT = 60

/** Two versions of a text in one: what goes is struck out, what comes is underlined. */
export function WordDiff({ from, to, language }: { from: string; to: string; language: string }) {
  const t = useTranslations('history')
  const stretches = useMemo(() => wordDiff(from, to, language), [from, to, language])
  return (
    <span lang={language} className="whitespace-pre-wrap">
      {stretches.map((stretch, i) => {
        const key = `${i} ${stretch.kind}`
        if (stretch.kind === 'gone') {
          return (
            <del key={key} className="text-failed">
              <span className="sr-only">{t('gone')} </span>
              {stretch.text}
            </del>
          )
        }
        if (stretch.kind === 'come') {
          return (
            <ins key={key} className="text-done">
              <span className="sr-only">{t('come')} </span>
              {stretch.text}
            </ins>
          )
        }
        return <span key={key}>{shortened(stretch, i === 0, i === stretches.length - 1)}</span>
      })}
    </span>
  )
}

function shortened({ text }: Stretch, isFirst: boolean, isLast: boolean): string {
  const letters = [...text]
  if (letters.length <= 2 * CONTEXT) return text
  const head = isFirst ? '' : letters.slice(0, CONTEXT).join('')
  const tail = isLast ? '' : letters.slice(-CONTEXT).join('')
  return `${head}…${tail}`
}
