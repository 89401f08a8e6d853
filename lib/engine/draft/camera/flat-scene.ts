import { loadImage } from '@napi-rs/canvas'
import type { PaintedScene } from '@/lib/engine/draft/painter/draw'
import { frameOf } from '../painter/stage'
import { nodeSurface } from '../painter/surface-node'

/** How much larger than the film a flat picture is laid, so that a pan finds picture on every side. */
const COVER = 1.14

/** A scene of one layer: any picture, scaled to cover the film with room to move. Throws when it cannot be decoded. */
export async function flatScene(path: string, width: number, height: number): Promise<PaintedScene> {
  const picture = await loadImage(path)
  const scale = Math.max(width / picture.width, height / picture.height) * COVER
  const image = nodeSurface.createCanvas(Math.ceil(picture.width * scale), Math.ceil(picture.height * scale))
  const ink = image.getContext('2d')
  Object.assign(ink, { imageSmoothingQuality: 'high' })
  ink.drawImage(picture, 0, 0, image.width, image.height)
  return {
    frame: frameOf(width, height),
    layers: [
      {
        image,
        x: (width - image.width) / 2,
        y: (height - image.height) / 2,
        depth: 1,
        motion: null,
        blink: null,
      },
    ],
    glows: [],
    effects: [],
    finish: null,
    focus: { x: width / 2, y: height / 2 },
    subjectBoxes: [],
    faceBoxes: [],
  }
}
