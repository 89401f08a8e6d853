'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ApiError } from '@/components/http/request'
import { useErrorWords } from '@/components/task/error-words'
import type { Slot } from '@/lib/storyboard/schema'
import {
  LEAST_SIDE,
  UPLOAD_FORMATS,
  UPLOAD_LIMITS,
  type UploadProblem,
  type UploadRefusal,
} from '@/lib/upload/schema'

/** Why a file was not taken, in the reader's language; every sentence says what to bring instead. */
export function useUploadWords(): (error: unknown, slot: Slot) => string {
  const t = useTranslations('take')
  const words = useErrorWords()
  const locale = useLocale()
  return (error, slot) => {
    const limits = UPLOAD_LIMITS[slot]
    if (!(error instanceof ApiError)) return words(error)
    if (error.code === 'too_large') return t(`tooLarge.${slot}`, { megabytes: limits.bytes / 1e6 })
    if (error.code !== 'bad_media') return words(error)
    const { problem, found } = error.details as UploadRefusal
    return t(`problem.${sentenceOf(problem, found)}`, {
      slot,
      found,
      formats: new Intl.ListFormat(locale, { type: 'disjunction' }).format(UPLOAD_FORMATS[slot]),
      minutes: limits.durationMs / 60_000,
      megapixels: limits.pixels / 1e6,
      side: LEAST_SIDE,
    })
  }
}

type Sentence = Exclude<UploadProblem, 'wrong_type'> | 'no_type' | 'text' | 'other_type'

function sentenceOf(problem: UploadProblem, found: string): Sentence {
  if (problem !== 'wrong_type') return problem
  if (found === '') return 'no_type'
  return found === 'text' ? 'text' : 'other_type'
}

/** What can be told before a byte is sent. */
export function problemOf(file: File, slot: Slot): ApiError | null {
  if (file.size > UPLOAD_LIMITS[slot].bytes) return new ApiError('too_large', 'The file is too large.')
  const details: UploadRefusal = { problem: 'empty', slot, found: '' }
  return file.size === 0 ? new ApiError('bad_media', 'The file is empty.', 0, details) : null
}
