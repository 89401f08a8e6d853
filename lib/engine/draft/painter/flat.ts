/** Flat: a scene of one layer out of any picture, so that a camera moves over it as it does through a painted one. */
import type { PaintedScene } from './draw'
import { frameOf } from './stage'
import type { PaintImage } from './surface'

/** How much larger than the film a flat picture is laid, so that a pan finds picture on every side. */
const COVER = 1.14

/** How large a picture is to be scaled for a film of this size. Pixels. */
export function flatSize(
  picture: PaintImage,
  width: number,
  height: number,
): { width: number; height: number } {
  const scale = Math.max(width / picture.width, height / picture.height) * COVER
  return { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) }
}

/** `image` has the size that `flatSize` asked for. */
export function flatScene(image: PaintImage, width: number, height: number): PaintedScene {
  const x = (width - image.width) / 2
  const y = (height - image.height) / 2
  return {
    frame: frameOf(width, height),
    layers: [{ image, x, y, depth: 1, motion: null, blink: null }],
    glows: [],
    effects: [],
    finish: null,
    focus: { x: width / 2, y: height / 2 },
    subjectBoxes: [],
    faceBoxes: [],
  }
}
