'use client'

import { useEffect, useRef, useState } from 'react'
import type { Volume } from '@/components/player/volume-control'
import type { Playhead } from './playhead'
import { type AnimaticSound, openSound } from './sound/open-sound'

/** Lets the playhead be heard, and gives what a volume control needs. */
export function useAnimaticSound(playhead: Playhead): Volume {
  const [level, setLevel] = useState(1)
  const [muted, setMuted] = useState(false)
  const sound = useRef<AnimaticSound | null>(null)

  useEffect(() => {
    const opened = openSound(playhead)
    sound.current = opened
    return () => opened.close()
  }, [playhead])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly opened sound must hear of the volume as well.
  useEffect(() => void sound.current?.setVolume(muted ? 0 : level), [level, muted, playhead])

  return {
    level,
    muted,
    onMute: () => setMuted(!muted),
    onLevel: (next) => {
      setLevel(next)
      setMuted(false)
    },
  }
}
