'use client'

import { Repeat1 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { PlayerTime } from '@/components/player/player-bar'
import { SeekBar } from '@/components/player/seek-bar'
import { cx } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import type { OnScreen } from './picture/screen'
import type { Playhead } from './playhead'
import { usePlayheadState } from './use-playhead'

/** Parts of the bar that change with time, each by itself, so that the rest of it stays still while it plays. */

export function AnimaticSeekBar({ playhead }: { playhead: Playhead }) {
  const animatic = usePlayheadState(playhead, (state) => state.animatic)
  const timeMs = usePlayheadState(playhead, (state) => state.timeMs)
  const chapters = useMemo(
    () => animatic.scenes.map(({ id, title, startMs }) => ({ sceneId: id, title, startMs })),
    [animatic],
  )
  return (
    <SeekBar
      timeMs={timeMs}
      durationMs={animatic.durationMs}
      chapters={chapters}
      onSeek={playhead.seek}
      onSkip={playhead.skip}
    />
  )
}

export function AnimaticTime({ playhead }: { playhead: Playhead }) {
  // In whole seconds, as it is written.
  const seconds = usePlayheadState(playhead, ({ timeMs }) => Math.floor(timeMs / 1000))
  const durationMs = usePlayheadState(playhead, ({ animatic }) => animatic.durationMs)
  return <PlayerTime timeMs={seconds * 1000} durationMs={durationMs} />
}

/** Which scene is on, and what of it is seen. */
export function SceneOnAir({ playhead, shown }: { playhead: Playhead; shown: OnScreen }) {
  const t = useTranslations('animatic')
  const number = usePlayheadState(
    playhead,
    ({ animatic, sceneId }) => animatic.scenes.find(({ id }) => id === sceneId)?.number ?? 0,
  )
  return (
    <span className="numeric @max-[15rem]:basis-full @max-[30rem]:mr-auto line-clamp-2 text-on-stage-soft text-sm leading-4">
      {[t('scene', { number }), shown && t(`shown.${shown}`)].filter(Boolean).join(' · ')}
    </span>
  )
}

export function LoopButton({ playhead }: { playhead: Playhead }) {
  const t = useTranslations('animatic')
  const on = usePlayheadState(playhead, ({ loopId }) => loopId !== null)
  return (
    <IconButton
      look="stage"
      words={on ? t('stopLoop') : t('loop')}
      keys="L"
      aria-pressed={on}
      onClick={() => toggleLoop(playhead)}
      className={cx(on && 'bg-on-stage/15 text-on-stage')}
    >
      <Repeat1 aria-hidden="true" className="size-4" />
    </IconButton>
  )
}

/** The scene on air, again and again; or no longer. */
export function toggleLoop(playhead: Playhead): void {
  const { loopId, sceneId } = playhead.getState()
  playhead.loop(loopId === null ? sceneId : null)
}
