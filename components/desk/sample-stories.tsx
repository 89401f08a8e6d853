'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { SampleStory } from './samples'

interface SampleStoriesProps {
  samples: SampleStory[]
  onChoose: (story: string) => void
}

/** Ready beginnings for an empty sheet; those in the reader's language stand first. */
export function SampleStories({ samples, onChoose }: SampleStoriesProps) {
  const t = useTranslations('sheet')
  const locale = useLocale()
  const foreign = (sample: SampleStory) => Number(!sample.language.startsWith(locale))
  if (samples.length === 0) return null
  return (
    <section aria-label={t('samples')} className="px-5 pb-5 md:px-8">
      <p className="mb-2 text-soft text-xs">{t('samples')}</p>
      <ul className="grid gap-2 md:grid-cols-3">
        {samples
          .toSorted((a, b) => foreign(a) - foreign(b))
          .slice(0, 3)
          .map((sample) => (
            <li key={sample.id} className="flex">
              <button
                type="button"
                lang={sample.language}
                onClick={() => onChoose(sample.text)}
                className="flex w-full items-start rounded border border-line bg-paper px-3 py-2 text-left transition-colors hover:border-edge hover:bg-hover"
              >
                <span className="line-clamp-2 font-serif text-base leading-[1.4375rem]">{sample.text}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}
