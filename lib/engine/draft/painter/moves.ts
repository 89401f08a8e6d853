/** Camera moves: where the camera stands at a moment of a clip, for layered scenes and flat pictures alike. */
import type { CameraMove } from '@/lib/storyboard/schema'

export interface View {
  /** Fraction of the picture's width and height a layer of depth 1 is shifted. */
  panX: number
  panY: number
  /** Fraction a layer of depth 1 grows, never below 0, so that no edge comes into view. */
  zoom: number
}

export const KEY_VIEW: View = { panX: 0, panY: 0, zoom: 0 }

/** From this length on a move covers its whole way; shorter clips cover part of it, at the same pace. */
const FULL_MOVE_S = 4
const PAN = 0.055
const TILT = 0.05
const ZOOM = 0.16

/** Half linear, half smooth: gentle at both ends, yet never quite at rest. */
function ease(u: number): number {
  return 0.5 * u + 0.5 * u * u * (3 - 2 * u)
}

export function viewAt(camera: CameraMove, timeS: number, durationS: number): View {
  const reach = Math.min(1, durationS / FULL_MOVE_S)
  const u = ease(durationS > 0 ? Math.min(1, Math.max(0, timeS / durationS)) : 0.5)
  const across = (u - 0.5) * 2 * reach
  switch (camera) {
    case 'still':
      return { panX: 0, panY: 0, zoom: 0.02 * u * reach }
    case 'push-in':
      return { panX: 0, panY: 0, zoom: ZOOM * u * reach }
    case 'pull-out':
      return { panX: 0, panY: 0, zoom: ZOOM * (1 - u) * reach }
    case 'pan-left':
      return { panX: -across * PAN, panY: 0, zoom: 0.02 }
    case 'pan-right':
      return { panX: across * PAN, panY: 0, zoom: 0.02 }
    case 'tilt-up':
      return { panX: 0, panY: -across * TILT, zoom: 0.02 }
    case 'tilt-down':
      return { panX: 0, panY: across * TILT, zoom: 0.02 }
  }
}
