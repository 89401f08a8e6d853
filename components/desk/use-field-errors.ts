'use client'

import { useTranslations } from 'next-intl'
import { ApiError } from '@/components/http/request'
import { LIMITS } from '@/lib/storyboard/schema'

const KNOWN = ['story', 'style', 'sceneCount', 'size', 'voice'] as const

/** An answer's wrong fields as sentences for their places on the sheet; `other` is what has no place there. */
export function useFieldErrors(error: unknown): { fields: Partial<Record<string, string>>; other: unknown } {
  const t = useTranslations('sheet.expected')
  if (!(error instanceof ApiError)) return { fields: {}, other: error }
  const named = error.fields.flatMap(({ field }) => {
    const known = KNOWN.find((name) => name === field)
    return known
      ? [
          [
            known,
            t(known, { chars: LIMITS.storyChars, scenes: LIMITS.scenes, style: LIMITS.styleChars }),
          ] as const,
        ]
      : []
  })
  return {
    fields: Object.fromEntries(named),
    other: named.length < Math.max(1, error.fields.length) ? error : null,
  }
}
