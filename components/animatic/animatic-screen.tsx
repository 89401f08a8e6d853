'use client'

import { useEffect, useRef, useState } from 'react'
import { PaperHills } from '@/components/ui/paper-hills'
import { fitWithin } from './paint/paint-key'
import { type OnScreen, openScreen } from './picture/screen'
import type { Playhead } from './playhead'
import { usePlayheadState } from './use-playhead'

/** Longer side in pixels: as fine as a picture can be painted and moved without holding the page up. */
const SCREEN_SIDE = 960

interface AnimaticScreenProps {
  playhead: Playhead
  onPicture: (shown: OnScreen) => void
  onClick: () => void
}

export function AnimaticScreen({ playhead, onPicture, onClick }: AnimaticScreenProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isBlank, setBlank] = useState(true)
  const { width, height } = usePlayheadState(playhead, ({ animatic }) => animatic.size)
  const scene = usePlayheadState(playhead, ({ animatic, sceneId }) =>
    animatic.scenes.find(({ id }) => id === sceneId),
  )
  const hear = useRef(onPicture)
  hear.current = onPicture
  const screen = fitWithin({ width, height }, SCREEN_SIDE)

  useEffect(() => {
    if (!canvas.current) return
    const size = fitWithin({ width, height }, SCREEN_SIDE)
    return openScreen(canvas.current, size, playhead, (shown) => {
      setBlank(false)
      hear.current(shown)
    })
  }, [playhead, width, height])

  return (
    <>
      {isBlank ? <PaperHills seed={scene?.id ?? ''} className="absolute inset-0" /> : null}
      <canvas
        ref={canvas}
        role="img"
        aria-label={scene?.title || scene?.words?.text}
        width={screen.width}
        height={screen.height}
        onClick={onClick}
        className={isBlank ? 'invisible absolute inset-0 size-full' : 'absolute inset-0 size-full'}
      />
    </>
  )
}
