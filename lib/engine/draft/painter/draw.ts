/**
 * Draw: one frame of a painted scene, the camera moving between its layers. A painted scene is images and plain data,
 * so that it crosses from the thread that paints to the one that draws.
 */
import type { CameraMove } from '@/lib/storyboard/schema'
import { drawEffect, type Effect } from './draw-effect'
import { KEY_VIEW, type View, viewAt } from './moves'
import type { Frame, Layer, Motion } from './stage'
import type { Ink, PaintImage } from './surface'

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface PaintedGlow {
  image: PaintImage
  /** Pixels, centre in the key frame. */
  x: number
  y: number
  depth: number
  strength: number
  flicker: number
}

export interface PaintedScene {
  frame: Frame
  layers: Layer[]
  glows: PaintedGlow[]
  effects: Effect[]
  /** Null for a picture that came finished. */
  finish: PaintImage | null
  /** The point a push-in goes to. Pixels. */
  focus: { x: number; y: number }
  /** Where subjects and their faces are in the key frame. Pixels. */
  subjectBoxes: Box[]
  faceBoxes: Box[]
}

/** Every picture that drawing a scene needs. */
export function imagesOf(scene: PaintedScene): PaintImage[] {
  const images = [...scene.layers, ...scene.glows].map((part) => part.image)
  return scene.finish ? [...images, scene.finish] : images
}

export interface Moment {
  timeS: number
  durationS: number
  camera: CameraMove
}

/** Representative moment of the still picture: snow has fallen into place, lamps are bright. */
const KEY_TIME_S = 2

export function drawScene(ink: Ink, scene: PaintedScene, moment: Moment): void {
  drawView(ink, scene, viewAt(moment.camera, moment.timeS, moment.durationS), moment.timeS, moment.durationS)
}

export function drawKeyFrame(ink: Ink, scene: PaintedScene): void {
  drawView(ink, scene, KEY_VIEW, KEY_TIME_S, KEY_TIME_S * 2)
}

function drawView(ink: Ink, scene: PaintedScene, view: View, timeS: number, durationS: number): void {
  const { frame, focus } = scene
  for (const layer of scene.layers) {
    if (layer.blink !== null && !eyesShut(layer.blink, timeS)) continue
    const zoom = 1 + view.zoom * layer.depth
    const x = focus.x * (1 - zoom) - view.panX * frame.width * layer.depth
    const y = focus.y * (1 - zoom) - view.panY * frame.height * layer.depth
    ink.setTransform(zoom, 0, 0, zoom, x, y)
    if (layer.motion !== null) move(ink, layer.motion, frame.k, timeS, durationS)
    ink.drawImage(layer.image, layer.x, layer.y)
  }
  for (const glow of scene.glows) {
    const zoom = 1 + view.zoom * glow.depth
    const wave = Math.sin(timeS * 7.3 + glow.x) * 0.6 + Math.sin(timeS * 12.1 + glow.y) * 0.4
    ink.setTransform(
      zoom,
      0,
      0,
      zoom,
      focus.x * (1 - zoom) - view.panX * frame.width * glow.depth,
      focus.y * (1 - zoom) - view.panY * frame.height * glow.depth,
    )
    ink.globalCompositeOperation = 'lighter'
    ink.globalAlpha = Math.max(0, Math.min(1, glow.strength * (1 + glow.flicker * wave * 0.3)))
    ink.drawImage(glow.image, glow.x - glow.image.width / 2, glow.y - glow.image.height / 2)
  }
  ink.globalCompositeOperation = 'source-over'
  ink.globalAlpha = 1
  ink.setTransform(frame.k, 0, 0, frame.k, 0, 0)
  for (const effect of scene.effects) drawEffect(ink, effect, timeS)
  ink.setTransform(1, 0, 0, 1, 0, 0)
  if (scene.finish !== null) ink.drawImage(scene.finish, 0, 0)
}

/** Eyes close for an eighth of a second every four. */
function eyesShut(first: number, timeS: number): boolean {
  const since = (timeS - first) % 4
  return since >= 0 && since < 0.125
}

/** Clouds cover at most this much, so that their cut ends stay outside. Units. */
const FARTHEST_DRIFT = 60

function move(ink: Ink, motion: Motion, k: number, timeS: number, durationS: number): void {
  const turn = timeS * motion.rate + motion.phase
  let dx = Math.sin(turn) * (motion.swayX ?? 0)
  const dy = Math.sin(turn * 1.13 + 1) * (motion.swayY ?? 0)
  if (motion.drift !== undefined) {
    const speed =
      Math.min(Math.abs(motion.drift), (FARTHEST_DRIFT * 2) / Math.max(durationS, 0.1)) *
      Math.sign(motion.drift)
    dx += speed * (timeS - durationS / 2)
  }
  ink.transform(1, 0, 0, 1, dx * k, dy * k)
  if (motion.tilt === undefined && motion.breathe === undefined) return
  const px = (motion.pivotX ?? 0) * k
  const py = (motion.pivotY ?? 0) * k
  ink.translate(px, py)
  if (motion.tilt !== undefined) ink.rotate(Math.sin(turn) * motion.tilt)
  if (motion.breathe !== undefined) ink.scale(1, 1 + Math.sin(turn) * motion.breathe)
  ink.translate(-px, -py)
}
