'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { cx } from '@/components/ui/class-names'
import type { FilmView } from '@/lib/project/schema'
import { BigPlay, PlayerBar, PlayerTime } from './player-bar'
import { SeekBar } from './seek-bar'
import { useCaptions } from './use-captions'
import { useFullscreen, useIdle } from './use-fullscreen'
import { usePlayerCommands } from './use-player-commands'
import { skip, togglePlay, useVideo } from './use-video'

interface FilmPlayerProps {
  film: FilmView
  title: string
  language: string
  /** The captions are part of the picture. */
  burntIn: boolean
  video: HTMLVideoElement | null
  /** Hands the element to the page, which follows it and sends it to a scene. */
  onVideo: (video: HTMLVideoElement | null) => void
}

export function FilmPlayer({ film, title, language, burntIn, video, onVideo }: FilmPlayerProps) {
  const t = useTranslations('player')
  const frame = useRef<HTMLElement>(null)
  const state = useVideo(video)
  const captions = useCaptions(video, burntIn ? null : film.subtitles, language, t('captions'))
  const fullscreen = useFullscreen(frame)
  const idle = useIdle(fullscreen.on && state.playing)

  const play = () => {
    if (video) togglePlay(video)
  }
  const move = (byMs: number) => {
    if (video) skip(video, byMs)
  }
  const mute = () => {
    if (video) video.muted = !video.muted
  }
  usePlayerCommands({
    toggle: play,
    skip: move,
    mute,
    fullscreen: fullscreen.toggle,
    captions: captions?.toggle,
  })

  return (
    <figure
      ref={frame}
      aria-label={t('film', { title })}
      className={cx(
        'flex flex-col overflow-hidden bg-stage',
        fullscreen.on ? 'h-full' : 'rounded',
        idle && 'cursor-none',
      )}
    >
      <div
        className={cx(
          'relative w-full',
          fullscreen.on ? 'min-h-0 flex-1' : 'mx-auto max-w-(--picture-width)',
        )}
        style={fullscreen.on ? {} : { aspectRatio: `${film.width} / ${film.height}` }}
      >
        {/* biome-ignore lint/a11y/useMediaCaption: captions are burnt in or added as a text track from the SubRip file. */}
        <video
          ref={onVideo}
          src={film.url}
          poster={film.poster ?? undefined}
          width={film.width}
          height={film.height}
          preload="metadata"
          playsInline
          onClick={play}
          className="absolute inset-0 size-full object-contain"
        />
        {state.started || state.failed ? null : <BigPlay onPlay={play} />}
        {state.loading || state.failed ? (
          <p
            role="status"
            className="absolute inset-x-0 bottom-3 mx-auto w-fit rounded bg-scrim px-3 py-1 text-on-stage text-sm"
          >
            {state.failed ? t('failed') : t('loading')}
          </p>
        ) : null}
      </div>
      <div
        className={cx(
          'px-3 pt-1 pb-1.5 text-on-stage [--focus:var(--on-stage)] transition-opacity',
          idle && 'opacity-0',
        )}
      >
        <SeekBar
          timeMs={state.timeMs}
          durationMs={film.durationMs}
          chapters={film.chapters}
          onSeek={(ms) => {
            if (video) video.currentTime = ms / 1000
          }}
          onSkip={move}
        />
        <PlayerBar
          playing={state.playing}
          onPlay={play}
          volume={{
            level: state.volume,
            muted: state.muted,
            onMute: mute,
            onLevel: (level) => {
              if (video) Object.assign(video, { volume: level, muted: false })
            },
          }}
          time={<PlayerTime timeMs={state.timeMs} durationMs={film.durationMs} />}
          captions={captions && { on: captions.shown, toggle: captions.toggle }}
          fullscreen={fullscreen}
        />
      </div>
    </figure>
  )
}
