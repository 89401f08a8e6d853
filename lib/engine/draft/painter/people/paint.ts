/** Paints a person as a cut-out ready to be laid on a sheet, in the light of the scene. */
import type { SpriteArt } from '../sprite/draw'
import { backed, tint } from '../sprite/draw'
import type { Light } from '../style/light'
import type { Surface } from '../surface'
import { drawFigure, extentOf, type FigureOrder } from './figure'

export interface PersonArt extends SpriteArt {
  /** Pixels from the image's corner to the point between the feet. */
  footX: number
  footY: number
}

/** `height` in pixels from foot to crown; `cutAt` keeps only what lies above that many pixels over the foot. */
export function paintPerson(
  surface: Surface,
  light: Light,
  k: number,
  order: FigureOrder,
  { height, flip, depth, cutAt = 0 }: { height: number; flip: boolean; depth: number; cutAt?: number },
): PersonArt {
  const scale = height / 100
  const extent = extentOf(order)
  const pad = Math.ceil(26 * k) + 2
  const left = Math.min(extent.left, -30) * scale - pad
  const right = Math.max(extent.right, 34) * scale + pad
  const top = (extent.top - 8) * scale - pad
  const width = Math.ceil(right - left)
  const tall = Math.ceil(6 * scale - top + pad - cutAt)
  const plain = surface.createCanvas(width, Math.max(2, tall))
  const ink = plain.getContext('2d')
  const footX = flip ? width + left : -left
  ink.translate(footX, -top)
  ink.scale(flip ? -scale : scale, scale)
  drawFigure({ ink, scale }, order)
  ink.setTransform(1, 0, 0, 1, 0, 0)
  tint(surface, plain, light, { colour: null, depth })
  return { image: backed(surface, plain, light, k), pad, footX, footY: -top }
}
