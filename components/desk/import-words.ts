'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ApiError } from '@/components/http/request'
import { useProblemWords } from '@/components/json/problem-words'
import { useErrorWords } from '@/components/task/error-words'
import {
  ARRIVAL_LIMITS,
  ARRIVAL_PROBLEMS,
  type ArrivalRefusal,
  CONTENT_PROBLEMS,
  type ContentFault,
} from '@/lib/project/arrive/schema'
import type { Path, ProblemKind } from '@/lib/storyboard/problem'

/** More would not be read in a message. */
const MOST_FAULTS = 3

/** Why a file was not imported, in the reader's language; every sentence says what to bring instead. */
export function useImportWords(): (error: unknown) => string {
  const t = useTranslations('import')
  const words = useErrorWords()
  const faultWords = useFaultWords()
  return (error) => {
    if (!(error instanceof ApiError)) return words(error)
    if (error.code === 'too_large') {
      const limit = (error.details as { limit_bytes?: number } | undefined)?.limit_bytes
      return t('tooLarge', { megabytes: (limit ?? ARRIVAL_LIMITS.bytes) / 1e6 })
    }
    if (error.code === 'bad_media') {
      const { problem, found = '', fault = '' } = (error.details ?? {}) as Partial<ArrivalRefusal>
      const known = ARRIVAL_PROBLEMS.find((name) => name === problem)
      return known ? t(`problem.${known}`, { found, fault }) : error.message
    }
    const faults = (error.fields as ContentFault[]).filter((fault) => fault.problem)
    const [first] = faults
    if (!first) return words(error)
    const content = CONTENT_PROBLEMS.find((name) => name === first.problem)
    return content ? t(`content.${content}`, { limit: Number(first.value) || 0 }) : faultWords(faults)
  }
}

/** What is wrong in a storyboard: `Scene 3: camera must be one of still, …`. */
function useFaultWords(): (faults: readonly ContentFault[]) => string {
  const t = useTranslations('import')
  const problemWords = useProblemWords()
  const gap = useLocale() === 'zh' ? '' : ' '
  return (faults) => {
    const named = faults.slice(0, MOST_FAULTS).map(({ field, problem, value }) => {
      const { scene, path } = placeOf(field)
      const what = problemWords({ kind: problem as ProblemKind, path, value })
      return scene === null ? what : `${t('scene', { number: scene })}${gap}${what}`
    })
    const left = faults.length - named.length
    const more = left > 0 ? [t('more', { count: left })] : []
    return [t('faults', { count: faults.length }), ...named, ...more].join(gap)
  }
}

/** A field by the number of its scene, as the board counts them, and its path from there on. */
export function placeOf(field: string): { scene: number | null; path: Path } {
  const path = field === 'body' ? [] : field.split('.')
  const [list, index, ...rest] = path
  const isInScene = list === 'scenes' && /^\d+$/.test(index ?? '')
  return isInScene ? { scene: Number(index) + 1, path: rest } : { scene: null, path }
}
