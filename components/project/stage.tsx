'use client'

import { useTranslations } from 'next-intl'
import { type CSSProperties, useState } from 'react'
import { AnimaticPlayer } from '@/components/animatic/animatic-player'
import type { Playhead } from '@/components/animatic/playhead'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { usePlanned } from '@/components/editor/editor-context'
import { useCommands } from '@/components/palette/use-commands'
import { FilmPlayer } from '@/components/player/film-player'
import { TakesRoom } from '@/components/take/takes-room'
import { endedTarget, liveTarget } from '@/components/task/state'
import { TargetEnded } from '@/components/task/target-ended'
import { TargetProgress } from '@/components/task/target-progress'
import { cx } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Size } from '@/lib/storyboard/schema'
import { FilmFacts } from './film-facts'
import { useFollowFilm, useFollowPlayhead } from './follow-scene'
import { RenderButton } from './render-button'

const SHOWN = ['animatic', 'film', 'takes'] as const
type Shown = (typeof SHOWN)[number]

/** Leaves room for what stands under the picture. */
const UNDER_IT = '19rem'
/** Controls under an upright picture need more room than it has. */
const CONTROLS = '24rem'

function widthsOf({ width, height }: Size, timeline: boolean): CSSProperties {
  const picture = `calc((100dvh - ${UNDER_IT} - ${timeline ? '9.5rem' : '0rem'}) * ${width / height})`
  return { '--picture-width': picture, '--player-width': `max(${CONTROLS}, ${picture})` } as CSSProperties
}

/** The storyboard as it plays now, or the film as it was made; under it what is going on. */
export function Stage({ playhead, timeline }: { playhead: Playhead; timeline: boolean }) {
  const t = useTranslations('project')
  const { view, board } = usePlanned()
  const scene = useChosenScene()
  const [wanted, setWanted] = useState<Shown | null>(null)
  const [video, setVideo] = useState<HTMLVideoElement | null>(null)
  const { film } = view
  // A film that is still the wanted one is better than any preview of it.
  const usual = film && (!film.stale || film.renamed) ? 'film' : 'animatic'
  const shown = wanted === 'film' && !film ? usual : (wanted ?? usual)
  const size = board.settings.film
  const target = liveTarget(view.targets)
  const ended = target ? undefined : endedTarget(view)
  useFollowPlayhead(playhead, shown === 'animatic')
  useFollowFilm(shown === 'film' ? video : null, film?.chapters)

  const show = (next: Shown) => {
    playhead.pause()
    setWanted(next)
  }
  useCommands([
    { id: 'view.preview', run: () => show('animatic') },
    ...(film ? [{ id: 'view.film' as const, run: () => show('film') }] : []),
    { id: 'view.takes', run: () => show('takes') },
  ])
  return (
    <div className="mx-auto flex max-w-[72rem] flex-col gap-4">
      <div>
        <span id="stage-shows" className="sr-only">
          {t('stage.label')}
        </span>
        <SegmentedControl
          labelledBy="stage-shows"
          value={shown}
          segments={SHOWN.filter((value) => value !== 'film' || film).map((value) => ({
            value,
            label: t(`stage.${value}`),
          }))}
          onChange={show}
        />
      </div>
      {shown === 'takes' && scene ? <TakesRoom key={scene.id} scene={scene} /> : null}
      <div
        className={cx('mx-auto w-full max-w-(--player-width)', shown === 'takes' && 'hidden')}
        style={widthsOf(size, timeline)}
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
        ) : shown === 'animatic' ? (
          <AnimaticPlayer playhead={playhead} title={view.title} />
        ) : null}
      </div>
      {target ? <TargetProgress key={target.id} target={target} scenes={view.scenes} /> : null}
      {ended ? <TargetEnded key={ended.id} target={ended} scenes={view.scenes} /> : null}
      {film && shown === 'film' ? <FilmFacts view={view} film={film} /> : null}
      <RenderButton view={view} className="h-auto min-h-9 whitespace-normal py-2 lg:hidden" />
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
