'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { BigPlay, PlayerBar } from '@/components/player/player-bar'
import { useFullscreen, useIdle } from '@/components/player/use-fullscreen'
import { usePlayerCommands } from '@/components/player/use-player-commands'
import { cx } from '@/components/ui/class-names'
import { AnimaticSeekBar, AnimaticTime, LoopButton, SceneOnAir, toggleLoop } from './animatic-bar'
import { AnimaticCaptions } from './animatic-captions'
import { AnimaticScreen } from './animatic-screen'
import type { OnScreen } from './picture/screen'
import type { Playhead } from './playhead'
import { useAnimaticSound } from './use-animatic-sound'
import { usePlayheadState } from './use-playhead'

interface AnimaticPlayerProps {
  /** Of `usePlayhead`: what plays, and where it stands. */
  playhead: Playhead
  title: string
}

/** Plays the storyboard as it stands, with the film's own timing, seams, captions and sound. */
export function AnimaticPlayer({ playhead, title }: AnimaticPlayerProps) {
  const t = useTranslations('animatic')
  const frame = useRef<HTMLElement>(null)
  const { width, height } = usePlayheadState(playhead, ({ animatic }) => animatic.size)
  const playing = usePlayheadState(playhead, (state) => state.playing)
  const fromStart = usePlayheadState(playhead, ({ timeMs }) => timeMs === 0)
  const burntIn = usePlayheadState(playhead, ({ animatic }) => animatic.subtitles)
  const [captions, setCaptions] = useState<boolean>()
  const [shown, setShown] = useState<OnScreen>(null)
  const volume = useAnimaticSound(playhead)
  const fullscreen = useFullscreen(frame)
  const idle = useIdle(fullscreen.on && playing)
  const hasCaptions = captions ?? burntIn
  // Nothing plays unseen.
  useEffect(() => playhead.pause, [playhead])
  const toggleCaptions = () => setCaptions(!hasCaptions)

  usePlayerCommands({
    toggle: playhead.toggle,
    skip: playhead.skip,
    mute: volume.onMute,
    fullscreen: fullscreen.toggle,
    captions: toggleCaptions,
    loop: () => toggleLoop(playhead),
  })

  return (
    <figure
      ref={frame}
      aria-label={t('label', { title })}
      className={cx(
        'flex flex-col overflow-hidden bg-stage',
        fullscreen.on ? 'h-full' : 'rounded',
        idle && 'cursor-none',
      )}
    >
      <div
        className={cx(
          'flex items-center justify-center',
          fullscreen.on && '[container-type:size] min-h-0 flex-1',
        )}
      >
        <div
          className={cx('[container-type:inline-size] relative', !fullscreen.on && 'max-w-(--picture-width)')}
          style={{
            aspectRatio: `${width} / ${height}`,
            width: fullscreen.on ? `min(100cqw, 100cqh * ${width / height})` : '100%',
          }}
        >
          <AnimaticScreen playhead={playhead} onPicture={setShown} onClick={playhead.toggle} />
          {hasCaptions ? <AnimaticCaptions playhead={playhead} /> : null}
          {playing || !fromStart ? null : <BigPlay onPlay={playhead.play} />}
        </div>
      </div>
      <div
        className={cx(
          'px-3 pt-1 pb-1.5 text-on-stage [--focus:var(--on-stage)] transition-opacity',
          idle && 'opacity-0',
        )}
      >
        <AnimaticSeekBar playhead={playhead} />
        <PlayerBar
          playing={playing}
          onPlay={playhead.toggle}
          volume={volume}
          time={<AnimaticTime playhead={playhead} />}
          captions={{ on: hasCaptions, toggle: toggleCaptions }}
          fullscreen={fullscreen}
        >
          <SceneOnAir playhead={playhead} shown={shown} />
          <LoopButton playhead={playhead} />
        </PlayerBar>
      </div>
    </figure>
  )
}
