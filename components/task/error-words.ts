'use client'

import { useTranslations } from 'next-intl'
import { ApiError } from '@/components/http/request'
import type { ErrorShape } from '@/lib/base/errors'

const NAMED = [
  'offline',
  'not_found',
  'conflict',
  'too_large',
  'queue_full',
  'too_often',
  'cancelled',
  'engine_unavailable',
  'engine_failed',
  'bad_media',
  'storage_failed',
  'disk_full',
  'tool_missing',
  'unauthorized',
  'forbidden',
] as const

/** What happened, in the reader's language; the server's own words stand in for codes that say too little. */
export function useErrorWords(): (error: unknown) => string {
  const t = useTranslations('error')
  return (error) => {
    const code = error instanceof ApiError ? error.code : (error as Partial<ErrorShape> | null)?.code
    const named = NAMED.find((name) => name === code)
    if (named) return t(named)
    const message = (error as Partial<ErrorShape> | null)?.message
    return code === 'invalid_input' && message ? message : t('internal')
  }
}

/** Codes whose words say all there is to say. */
const COMPLETE: readonly string[] = ['internal', 'cancelled']

/** The server's sentence where it adds to `useErrorWords`, such as which engine said what. */
export function errorDetail(error: ErrorShape | null): string | null {
  return error && !COMPLETE.includes(error.code) ? error.message : null
}
