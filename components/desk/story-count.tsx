'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { useLengthWords } from '@/components/i18n/use-words'
import type { StoryDraft } from './draft'
import { estimateFilmMs } from './film-length'

/** How much was written, and about how long its film will be. */
export function StoryCount({ draft }: { draft: StoryDraft }) {
  const t = useTranslations('sheet')
  const length = useLengthWords()
  // A long story is weighed after the key has shown.
  const story = useDeferredValue(draft.story)
  const ms = estimateFilmMs(story, draft.sceneCount)
  return (
    <p className="numeric text-soft text-sm">
      {draft.story.length === 0
        ? t('countNone')
        : [t('count', { count: draft.story.length }), ms > 0 && t('estimate', { length: length(ms) })]
            .filter(Boolean)
            .join(' · ')}
    </p>
  )
}
