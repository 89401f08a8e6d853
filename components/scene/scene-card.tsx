'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, memo } from 'react'
import { useLengthWords } from '@/components/i18n/use-words'
import { taskOnShow } from '@/components/task/state'
import { useTaskWords } from '@/components/task/task-words'
import { cx } from '@/components/ui/class-names'
import { Progress } from '@/components/ui/progress'
import type { Size } from '@/lib/storyboard/schema'
import type { BoardScene } from './board'
import { ClipOnHover } from './clip-on-hover'
import { SceneBadges } from './scene-badges'
import { ScenePicture } from './scene-picture'

interface SceneCardProps {
  projectId: string
  scene: BoardScene
  size: Size
  language: string
  chosen: boolean
  /** In the film's line, for what is waiting. */
  place: number | null
  /** One of several that are chosen together. */
  selected: boolean
  /** "3 of 12", for those who cannot see where it stands. */
  position: string
  onChoose: (event: MouseEvent) => void
}

/** Picture first; then number, length, title and the spoken line. */
export const SceneCard = memo(function SceneCard(props: SceneCardProps) {
  const { projectId, scene, size, language, chosen, place, selected, position, onChoose } = props
  const t = useTranslations('scene')
  const words = useTaskWords()
  const length = useLengthWords()
  const task = taskOnShow(scene.state)
  return (
    <button
      type="button"
      data-card
      aria-current={chosen ? 'true' : undefined}
      aria-pressed={selected || undefined}
      aria-roledescription={position}
      onClick={onChoose}
      className={cx(
        'flex w-full flex-col overflow-hidden rounded border bg-sheet text-left transition-colors focus-visible:-outline-offset-2',
        chosen ? 'border-ink' : 'border-line hover:border-edge',
      )}
    >
      <span className="relative block w-full">
        <ScenePicture projectId={projectId} scene={scene} size={size} className="max-h-56 w-full" />
        <ClipOnHover url={task ? null : scene.state.slots.clip.url} />
        {task ? (
          <span className="absolute inset-x-0 bottom-0 block">
            <span className="numeric block bg-scrim px-2 py-1 text-on-stage text-xs">
              {words(task, place)}
            </span>
            <Progress
              value={task.status === 'pending' ? 0 : task.progress}
              words={words(task, place)}
              className="rounded-none"
            />
          </span>
        ) : null}
      </span>
      <span className="flex w-full flex-col gap-1 px-3 pt-2 pb-2.5">
        <span className="flex w-full items-baseline gap-2">
          <span className="numeric text-soft text-xs">{scene.number}</span>
          <span className="min-w-0 flex-1 truncate font-medium">
            {scene.text.title || t('untitled', { number: scene.number })}
          </span>
          <span className="numeric text-soft text-xs">
            {scene.state.estimated
              ? t('about', { time: length(scene.state.durationMs) })
              : length(scene.state.durationMs)}
          </span>
        </span>
        <span lang={language} className="line-clamp-2 min-h-10 font-serif text-base text-soft leading-5">
          {scene.text.narration || t('silent')}
        </span>
        <SceneBadges scene={scene} className="flex min-h-[1.125rem] flex-wrap gap-x-3" />
      </span>
    </button>
  )
})
