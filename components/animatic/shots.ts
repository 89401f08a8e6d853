/** Shots: which pictures make the film's picture at a moment, and how they are laid over each other. Pure. */
import { type SeamKind, seamShare } from '@/lib/media/seam-shape'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { type Animatic, type AnimaticScene, sceneAt } from './animatic'

export interface Shot {
  scene: AnimaticScene
  /** Of the scene's whole segment, seams included. */
  frame: number
  /** How much of it is hidden by the fade through black, 0 to 1. */
  black: number
  /** Null for the shot that lies lowest. */
  over: { kind: SeamKind; share: number } | null
}

/** Lowest first: one, and two within a seam. Pictures change 24 times a second, as the film's do. */
export function shotsAt(animatic: Animatic, timeMs: number): Shot[] {
  const scene = sceneAt(animatic, timeMs)
  if (!scene) return []
  const { timing } = scene
  const i = scene.number - 1
  // Half of the seam before belongs to the scene before. A hair more, or a frame's own start counts to the frame before.
  const since = Math.max(0, Math.floor(((timeMs - scene.startMs) * FRAMES_PER_SECOND) / 1000 + 0.001))
  const frame = Math.min(timing.seamIn / 2 + since, timing.frames - 1)
  const before = animatic.scenes[i - 1]
  if (frame < timing.seamIn && before?.seam) return seam(before, scene, frame)
  const next = animatic.scenes[i + 1]
  const n = frame - (timing.frames - timing.seamOut)
  if (n >= 0 && next && scene.seam) return seam(scene, next, Math.min(n, timing.seamOut / 2 - 1))
  return [shotOf(scene, frame, null)]
}

function seam(left: AnimaticScene, right: AnimaticScene, n: number): Shot[] {
  const frames = left.timing.seamOut
  const kind = left.seam ?? 'dissolve'
  return [
    shotOf(left, left.timing.frames - frames + n, null),
    shotOf(right, n, { kind, share: seamShare(n, frames) }),
  ]
}

/** ffmpeg's `fade`: the first frame of a fade from black is black, the last before one to black is nearly so. */
function shotOf(scene: AnimaticScene, frame: number, over: Shot['over']): Shot {
  const { frames, fadeIn, fadeOut } = scene.timing
  const comeIn = fadeIn > 0 ? Math.min(1, frame / fadeIn) : 1
  const goneOut = fadeOut > 0 ? Math.max(0, (frame - (frames - fadeOut)) / fadeOut) : 0
  return { scene, frame, black: 1 - comeIn * (1 - goneOut), over }
}
