'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AnimaticPlayer } from '@/components/animatic/animatic-player'
import type { Playhead } from '@/components/animatic/playhead'
import { usePlanned } from '@/components/editor/editor-context'
import { FilmPlayer } from '@/components/player/film-player'
import { endedTarget, liveTarget } from '@/components/task/state'
import { TargetEnded } from '@/components/task/target-ended'
import { TargetProgress } from '@/components/task/target-progress'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { FilmFacts } from './film-facts'
import { useFollowFilm, useFollowPlayhead } from './follow-scene'
import { RenderButton } from './render-button'

/** Leaves room for what stands under the picture. */
const UNDER_IT = '16.5rem'

/** The storyboard as it plays now, or the film as it was made; under it what is going on. */
export function Stage({ playhead, timeline }: { playhead: Playhead; timeline: boolean }) {
  const t = useTranslations('project')
  const { view, board } = usePlanned()
  const [wanted, setWanted] = useState<'animatic' | 'film' | null>(null)
  const [video, setVideo] = useState<HTMLVideoElement | null>(null)
  const { film } = view
  // A film that is still the wanted one is better than any preview of it.
  const shown = film ? (wanted ?? (film.stale ? 'animatic' : 'film')) : 'animatic'
  const size = board.settings.film
  const target = liveTarget(view.targets)
  const ended = target ? undefined : endedTarget(view)
  useFollowPlayhead(playhead, shown === 'animatic')
  useFollowFilm(shown === 'film' ? video : null, film?.chapters)

  const show = (next: 'animatic' | 'film') => {
    playhead.pause()
    setWanted(next)
  }
  return (
    <div className="mx-auto flex max-w-[72rem] flex-col gap-4">
      {film ? (
        <div className="flex items-center gap-3">
          <span id="stage-shows" className="sr-only">
            {t('stage.label')}
          </span>
          <SegmentedControl
            labelledBy="stage-shows"
            value={shown}
            segments={[
              { value: 'animatic', label: t('stage.animatic') },
              { value: 'film', label: t('stage.film') },
            ]}
            onChange={show}
          />
        </div>
      ) : null}
      <div
        className="mx-auto w-full"
        style={{
          maxWidth: `calc((100dvh - ${UNDER_IT} - ${timeline ? '9.5rem' : '0rem'}) * ${size.width / size.height})`,
        }}
      >
        {film && shown === 'film' ? (
          <FilmPlayer
            film={film}
            title={view.title}
            language={board.language}
            burntIn={board.settings.subtitles}
            video={video}
            onVideo={setVideo}
          />
        ) : (
          <AnimaticPlayer playhead={playhead} title={view.title} />
        )}
      </div>
      {target ? <TargetProgress key={target.id} target={target} scenes={view.scenes} /> : null}
      {ended ? <TargetEnded key={ended.id} target={ended} scenes={view.scenes} /> : null}
      {film && shown === 'film' ? <FilmFacts view={view} film={film} /> : null}
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
