'use client'

import { useTranslations } from 'next-intl'

const FIELDS = [
  'narration',
  'prompt',
  'negativePrompt',
  'cast',
  'camera',
  'transition',
  'durationMs',
  'voice',
  'speed',
  'style',
  'frame',
  'film',
  'engines',
  'seeds',
  'music',
  'bgm',
  'subtitles',
] as const

/** The fields that made something stale, as a person calls them; `style.prompt` and `settings.style` are both "style". */
export function useWhyWords(): (why: readonly string[]) => string {
  const t = useTranslations('scene.field')
  const common = useTranslations('task')
  return (why) => {
    const named = why.map((path) => {
      const field = FIELDS.find((name) => path.split('.').includes(name))
      return field ? t(field) : path
    })
    return [...new Set(named)].join(common('comma'))
  }
}
