import { loadImage } from '@napi-rs/canvas'
import type { PaintedScene } from '../painter/draw'
import { flatScene, flatSize } from '../painter/flat'
import { nodeSurface } from '../painter/surface-node'

/** A picture file as a flat scene. Throws when it cannot be decoded. */
export async function readFlat(path: string, width: number, height: number): Promise<PaintedScene> {
  const picture = await loadImage(path)
  const size = flatSize(picture, width, height)
  const image = nodeSurface.createCanvas(size.width, size.height)
  const ink = image.getContext('2d')
  Object.assign(ink, { imageSmoothingQuality: 'high' })
  ink.drawImage(picture, 0, 0, image.width, image.height)
  return flatScene(image, width, height)
}
