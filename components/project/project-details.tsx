'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BoardScene } from '@/components/scene/board'
import { ScenePanel } from '@/components/scene/scene-panel'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import type { ProjectView } from '@/lib/project/schema'
import type { Size } from '@/lib/storyboard/schema'

interface ProjectDetailsProps {
  view: ProjectView
  chosen: BoardScene | undefined
  size: Size
  onListen: () => void
}

/** The chosen scene, or the story it came from. */
export function ProjectDetails({ view, chosen, size, onListen }: ProjectDetailsProps) {
  const t = useTranslations('project')
  const [page, setPage] = useState<'scene' | 'story'>('scene')
  return (
    <div className="flex flex-col gap-4">
      <span id="details-page" className="sr-only">
        {t('tab.details')}
      </span>
      <SegmentedControl
        labelledBy="details-page"
        value={page}
        segments={[
          { value: 'scene', label: t('sceneTab') },
          { value: 'story', label: t('story') },
        ]}
        onChange={setPage}
      />
      {page === 'story' ? (
        <p lang={view.storyboard?.language} className="prose-story whitespace-pre-line">
          {view.story}
        </p>
      ) : view.storyboard && chosen ? (
        <ScenePanel
          projectId={view.id}
          storyboard={view.storyboard}
          scene={chosen}
          size={size}
          withPicture={view.film !== null}
          onListen={onListen}
        />
      ) : (
        <div className="flex flex-col gap-3">
          <p className="text-soft">{t('noScenes')}</p>
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-24" />
          <Skeleton className="h-16" />
        </div>
      )}
    </div>
  )
}
