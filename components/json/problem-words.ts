'use client'

import { useTranslations } from 'next-intl'
import type { Problem } from '@/lib/storyboard/problem'

/** What is wrong, and where: `scenes.2.camera must be one of still, push-in, …`. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useTranslations('json')
  return ({ kind, path, value }) => {
    const where = path.join('.')
    return [where, t(`problem.${kind}`, { value })].filter(Boolean).join(' ')
  }
}
