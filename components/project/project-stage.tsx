'use client'

import { useTranslations } from 'next-intl'
import { FilmPlayer } from '@/components/player/film-player'
import type { BoardScene } from '@/components/scene/board'
import { ScenePicture } from '@/components/scene/scene-picture'
import { endedTarget, liveTarget, placeInLine, taskOnShow } from '@/components/task/state'
import { TargetEnded } from '@/components/task/target-ended'
import { TargetProgress } from '@/components/task/target-progress'
import { useTaskWords } from '@/components/task/task-words'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import type { ProjectView } from '@/lib/project/schema'
import type { Size } from '@/lib/storyboard/schema'
import { FilmFacts } from './film-facts'
import { RenderButton } from './render-button'
import { StoryText } from './story-text'

interface ProjectStageProps {
  view: ProjectView
  size: Size
  chosen: BoardScene | undefined
  video: HTMLVideoElement | null
  onVideo: (video: HTMLVideoElement | null) => void
}

/** The film if there is one, else the film as it forms; under it what is going on. */
export function ProjectStage({ view, size, chosen, video, onVideo }: ProjectStageProps) {
  const t = useTranslations('project')
  const target = liveTarget(view.targets)
  const ended = target ? undefined : endedTarget(view)
  const settings = view.storyboard?.settings

  return (
    <div className="mx-auto flex max-w-[64rem] flex-col gap-4">
      <div
        className="mx-auto w-full"
        style={{ maxWidth: `calc((100dvh - 18rem) * ${size.width / size.height})` }}
      >
        {view.film ? (
          <FilmPlayer
            film={view.film}
            title={view.title}
            language={view.storyboard?.language ?? 'en'}
            burntIn={settings?.subtitles ?? true}
            video={video}
            onVideo={onVideo}
          />
        ) : chosen ? (
          <FormingScene view={view} scene={chosen} size={size} />
        ) : (
          <StoryText view={view} writing={target !== undefined} />
        )}
      </div>
      {target ? <TargetProgress key={target.id} target={target} scenes={view.scenes} /> : null}
      {ended ? <TargetEnded key={ended.id} target={ended} scenes={view.scenes} /> : null}
      {view.film ? <FilmFacts view={view} film={view.film} /> : null}
      <RenderButton view={view} className="whitespace-normal py-2 lg:hidden" />
      {view.warnings.length > 0 ? (
        <Notice title={t('warnings')}>
          <ul>
            {view.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  )
}

function FormingScene({ view, scene, size }: { view: ProjectView; scene: BoardScene; size: Size }) {
  const t = useTranslations('scene')
  const words = useTaskWords()
  const task = taskOnShow(scene.state)
  const doing = task ? words(task, placeInLine(task)) : null
  return (
    <figure className="overflow-hidden rounded border border-line bg-sheet">
      <ScenePicture projectId={view.id} scene={scene} size={size} main />
      <Progress
        value={task?.progress ?? 0}
        words={doing ?? t('untitled', { number: scene.number })}
        className="rounded-none"
      />
      <figcaption className="px-5 py-4">
        <p className="numeric flex justify-between gap-4 text-soft text-sm">
          <span>{scene.text.title || t('untitled', { number: scene.number })}</span>
          <span>{doing}</span>
        </p>
        <p lang={view.storyboard?.language} className="prose-story mt-1 line-clamp-3">
          {scene.text.narration || t('silent')}
        </p>
      </figcaption>
    </figure>
  )
}
