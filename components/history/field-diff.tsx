'use client'

import { useTranslations } from 'next-intl'
import { CAMERA_MOVES, fingerprintSchema, TRANSITIONS } from '@/lib/storyboard/schema'
import type { FieldChange } from './changes'
import { WordDiff } from './word-diff-shown'

const LONGEST = 120
/** Of a fingerprint: enough to tell two takes apart. */
const TOLD_DIGITS = 8

interface FieldDiffProps {
  change: FieldChange
  language: string
}

/** A field as it is now and as it was: a text word by word, anything else side by side. */
export function FieldDiff({ change: { field, now, was }, language }: FieldDiffProps) {
  const words = useValueWords()
  if (typeof now === 'string' && typeof was === 'string' && isProse(field)) {
    return <WordDiff from={now} to={was} language={language} />
  }
  return (
    <span className="flex flex-wrap gap-x-2">
      <del className="text-failed">{words(now)}</del>
      <ins className="text-done no-underline">{words(was)}</ins>
    </span>
  )
}

const PROSE = new Set(['title', 'narration', 'prompt', 'negativePrompt', 'bgm', 'name', 'description'])
const isProse = (field: string): boolean => PROSE.has(field) || field === 'style.prompt'

/** A value that is no text, as a person would say it. */
function useValueWords(): (value: unknown) => string {
  const t = useTranslations('scene')
  const panel = useTranslations('panel')
  const history = useTranslations('history')
  return (value) => {
    if (value === null || value === '') return history('value.none')
    if (typeof value === 'boolean') return value ? history('value.on') : history('value.off')
    const camera = CAMERA_MOVES.find((move) => move === value)
    if (camera) return t(`cameraMove.${camera}`)
    const { kind, durationMs } = value as { kind?: unknown; durationMs?: unknown }
    const transition = TRANSITIONS.find((known) => known === kind)
    if (transition && typeof durationMs === 'number') {
      return `${panel(`transition.${transition}`)} ${panel('s', { seconds: durationMs / 1000 })}`
    }
    if (fingerprintSchema.safeParse(value).success) {
      return history('value.take', { digits: String(value).slice(0, TOLD_DIGITS) })
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  }
}
