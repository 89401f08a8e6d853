import type { AnimaticScene } from '@/components/animatic/animatic'
import { msOfFrames } from '@/lib/media/sound/clock'
import { pixelsOf } from './scale'

/** How the scene goes over into the next: two crossing lines for a dissolve, a slope for a wipe, dark for a fade. */
export function TransitionMark({ scene, scale }: { scene: AnimaticScene; scale: number }) {
  const { timing, seam } = scene
  const ms = msOfFrames(seam ? timing.seamOut : timing.fadeOut)
  if (ms === 0) return null
  const width = Math.max(6, pixelsOf(ms, scale))
  const lines =
    seam === 'dissolve' ? 'M0 0L10 10M0 10L10 0' : seam === 'wipe' ? 'M0 10L10 0' : 'M0 0L10 10L10 0Z'
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 10 10"
      preserveAspectRatio="none"
      className="pointer-events-none absolute top-0 z-10 h-11 fill-scrim stroke-on-stage"
      style={{ width, right: seam ? -width / 2 : 0 }}
    >
      <path d={lines} vectorEffect="non-scaling-stroke" strokeWidth="1" />
    </svg>
  )
}
