'use client'

import { Captions, CaptionsOff, Maximize, Minimize, Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { timecode } from '@/lib/base/timecode'
import { type Volume, VolumeControl } from './volume-control'

interface Toggled {
  on: boolean
  toggle: () => void
}

interface PlayerBarProps {
  playing: boolean
  onPlay: () => void
  volume: Volume
  /** Where it stands, of how long; see `PlayerTime`. */
  time: ReactNode
  /** Null where there is nothing to show or hide. */
  captions: Toggled | null
  fullscreen: Toggled
  /** What else this player can do. */
  children?: ReactNode
}

/** The buttons under a picture that plays; under a narrow one they stand in two rows. */
export function PlayerBar({ playing, onPlay, volume, time, captions, fullscreen, children }: PlayerBarProps) {
  const t = useTranslations('player')
  return (
    <div className="@container">
      <div
        className={cx(
          'flex items-center gap-x-1',
          // Whole rows, not whatever wraps: the volume grows while it is used, and nothing may jump.
          children
            ? '@max-[30rem]:flex-col @max-[30rem]:items-stretch'
            : '@max-[19rem]:flex-col @max-[19rem]:items-stretch',
        )}
      >
        <div className="flex shrink-0 items-center gap-1">
          <IconButton
            look="stage"
            words={playing ? t('pause') : t('play')}
            keys={t('spaceKey')}
            onClick={onPlay}
            className="-ml-2"
          >
            {playing ? (
              <Pause aria-hidden="true" className="size-4 fill-current" />
            ) : (
              <Play aria-hidden="true" className="size-4 fill-current" />
            )}
          </IconButton>
          <VolumeControl {...volume} />
          {time}
        </div>
        <div className="flex min-w-0 flex-1 items-center justify-end gap-1">
          {children}
          {captions ? (
            <IconButton
              look="stage"
              words={captions.on ? t('hideCaptions') : t('showCaptions')}
              keys="C"
              onClick={captions.toggle}
            >
              {captions.on ? (
                <Captions aria-hidden="true" className="size-4" />
              ) : (
                <CaptionsOff aria-hidden="true" className="size-4" />
              )}
            </IconButton>
          ) : null}
          <IconButton
            look="stage"
            words={fullscreen.on ? t('leaveFullscreen') : t('fullscreen')}
            keys="F"
            onClick={fullscreen.toggle}
            className="-mr-2"
          >
            {fullscreen.on ? (
              <Minimize aria-hidden="true" className="size-4" />
            ) : (
              <Maximize aria-hidden="true" className="size-4" />
            )}
          </IconButton>
        </div>
      </div>
    </div>
  )
}

export function PlayerTime({ timeMs, durationMs }: { timeMs: number; durationMs: number }) {
  return (
    <span className="numeric ml-1 whitespace-nowrap text-on-stage-soft text-sm">
      <span className="text-on-stage">{timecode(timeMs)}</span> / {timecode(durationMs)}
    </span>
  )
}

/** Over a picture that has not been played yet. */
export function BigPlay({ onPlay }: { onPlay: () => void }) {
  const t = useTranslations('player')
  return (
    <button
      type="button"
      onClick={onPlay}
      aria-label={t('play')}
      className="absolute inset-0 m-auto flex size-16 items-center justify-center rounded-full bg-scrim text-on-stage outline-on-stage transition-transform hover:scale-105"
    >
      <Play aria-hidden="true" className="ml-1 size-7 fill-current" />
    </button>
  )
}
