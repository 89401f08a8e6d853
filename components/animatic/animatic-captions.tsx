'use client'

import { captionSizeOf } from '@/lib/media/caption-size'
import { sceneAt } from './animatic'
import { captionAt } from './captions'
import type { Playhead, PlayheadState } from './playhead'
import { usePlayheadState } from './use-playhead'

function linesNow({ animatic, timeMs }: PlayheadState): string {
  const scene = sceneAt(animatic, timeMs)
  return (scene && captionAt(scene, timeMs)?.join('\n')) ?? ''
}

/** The film's captions over its picture: same lines, times, size and place. */
export function AnimaticCaptions({ playhead }: { playhead: Playhead }) {
  const lines = usePlayheadState(playhead, linesNow)
  const size = usePlayheadState(playhead, ({ animatic }) => animatic.size)
  const language = usePlayheadState(playhead, ({ animatic }) => animatic.language)
  if (!lines) return null
  const { em, bottomMargin, sideMargin } = captionSizeOf(size, language)
  const share = (pixels: number, of: number) => (pixels / of) * 100
  return (
    <p
      lang={language}
      dir="auto"
      className="pointer-events-none absolute whitespace-pre text-center font-semibold text-on-stage leading-tight [text-shadow:0_0_0.1em_var(--stage),0_0_0.1em_var(--stage),0_0_0.14em_var(--stage),0_0_0.4em_var(--stage)]"
      style={{
        bottom: `${share(bottomMargin, size.height)}%`,
        left: `${share(sideMargin, size.width)}%`,
        right: `${share(sideMargin, size.width)}%`,
        // Of the picture's width, whatever that is on the page; on a phone no smaller than can be read.
        fontSize: `max(0.8125rem, ${share(em, size.width)}cqw)`,
      }}
    >
      {lines}
    </p>
  )
}
