'use client'

import { useTranslations } from 'next-intl'
import { type Problem, TEXT_FORMS, VALUE_TYPES } from '@/lib/storyboard/problem'

const COUNTED = ['tooFew', 'tooMany', 'tooShort', 'tooLong'] as const

/** What is wrong, and where: `scenes.2.camera must be one of still, push-in, …`. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useTranslations('json')
  const what = ({ kind, value }: Problem): string => {
    const counted = COUNTED.find((name) => name === kind)
    if (counted) return t(`problem.${counted}`, { value: Number(value) })
    const type = kind === 'type' && VALUE_TYPES.find((name) => name === value)
    if (type) return t('problem.type', { value: t(`type.${type}`) })
    const form = kind === 'format' && TEXT_FORMS.find((name) => name === value)
    return form ? t('problem.form', { value: t(`form.${form}`) }) : t(`problem.${kind}`, { value })
  }
  return (problem) => [problem.path.join('.'), what(problem)].filter(Boolean).join(' ')
}
