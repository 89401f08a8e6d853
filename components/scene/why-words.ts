'use client'

import { useTranslations } from 'next-intl'
import { WORDS_OF } from './why-names'

/** The fields that made something stale, as a person calls them: `narration`, `cast.Mei`, `seeds.frame`. */
export function useWhyWords(): (why: readonly string[]) => string {
  const t = useTranslations('scene.field')
  const common = useTranslations('task')
  return (why) => {
    const named = why.map((path) => {
      const [head = '', ...rest] = path.split('.')
      if (head === 'cast' && rest.length > 0) return t('castOf', { name: rest.join('.') })
      const name = WORDS_OF[head]
      return name ? t(name) : path
    })
    return [...new Set(named)].join(common('comma'))
  }
}
