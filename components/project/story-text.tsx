'use client'

import { useTranslations } from 'next-intl'
import type { ProjectView } from '@/lib/project/schema'

/** The story as it was told; what the stage shows while the storyboard is being written. */
export function StoryText({ view, writing }: { view: ProjectView; writing: boolean }) {
  const t = useTranslations('project')
  return (
    <article className="max-h-[calc(100dvh-18rem)] min-h-40 overflow-y-auto rounded border border-line bg-sheet px-6 py-5 md:px-10 md:py-8">
      <p className="mb-3 text-soft text-sm">{writing ? t('reading') : t('story')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard. */}
      <div tabIndex={0} className="prose-story whitespace-pre-line">
        {view.story}
      </div>
    </article>
  )
}
