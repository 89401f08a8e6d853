/** Draws sprites: their outlines loaded in parts, lit, tinted and shadowed like everything else of paper. */
import { type Hex, rgbOf } from '../colour'
import type { Light } from '../style/light'
import type { PaintCanvas, PaintImage, Surface } from '../surface'
import type { Sprite } from './catalogue'

type Outlines = Record<string, string>

/** Each part is a chunk of its own, fetched only when a scene shows something from it. */
const PARTS: Record<Sprite['part'], () => Promise<{ default: Outlines }>> = {
  animals: () => import('./animals.json'),
  places: () => import('./places.json'),
  vehicles: () => import('./vehicles.json'),
  things: () => import('./things.json'),
}

export interface SpriteArt {
  image: PaintImage
  /** Pixels around the sprite that its rim and shadow need. */
  pad: number
}

export interface SpriteOrder {
  sprite: Sprite
  /** Pixels of the painted part. */
  width: number
  height: number
  flip: boolean
  colour: Hex | null
  depth: number
  /** Shines by itself: the night does not darken it. */
  shines?: boolean
}

/** A sprite's painted part in its own colours. Pixels. */
export async function loadSprite(
  surface: Surface,
  sprite: Sprite,
  width: number,
  height: number,
): Promise<PaintImage> {
  const outlines = (await PARTS[sprite.part]()).default
  const [left, top, right, bottom] = sprite.box.map((v) => v * 0.128) as [number, number, number, number]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${right - left} ${bottom - top}" preserveAspectRatio="none">${outlines[sprite.name]}</svg>`
  return await surface.loadSvg(svg, width, height)
}

/** A sprite in the light of the scene, cut to its painted part plus `pad` on each side. */
export async function paintSprite(
  surface: Surface,
  light: Light,
  k: number,
  order: SpriteOrder,
): Promise<SpriteArt> {
  const { sprite } = order
  const width = Math.max(1, Math.round(order.width))
  const height = Math.max(1, Math.round(order.height))
  const image = await loadSprite(surface, sprite, width, height)
  const pad = Math.ceil(26 * k) + 2
  const plain = surface.createCanvas(width + pad * 2, height + pad * 2)
  const ink = plain.getContext('2d')
  if (order.flip) {
    ink.translate(plain.width, 0)
    ink.scale(-1, 1)
  }
  ink.drawImage(image, pad, pad, width, height)
  ink.setTransform(1, 0, 0, 1, 0, 0)
  tint(surface, plain, light, order)
  return { image: backed(surface, plain, light, k), pad }
}

/** Ambient light multiplied in, haze and the style laid over, all within the sprite's own outline. */
export function tint(
  surface: Surface,
  canvas: PaintCanvas,
  light: Light,
  order: Pick<SpriteOrder, 'colour' | 'depth' | 'shines'>,
): void {
  const ink = canvas.getContext('2d')
  const { width, height } = canvas
  const mask = surface.createCanvas(width, height)
  mask.getContext('2d').drawImage(canvas, 0, 0)
  const over = (mode: GlobalCompositeOperation, colour: Hex, alpha: number) => {
    if (alpha <= 0) return
    ink.globalCompositeOperation = mode
    ink.globalAlpha = alpha
    ink.fillStyle = colour
    ink.fillRect(0, 0, width, height)
  }
  if (order.colour !== null) {
    over('color', order.colour, 0.72)
    const [r, g, b] = rgbOf(order.colour)
    if (r + g + b < 200) over('multiply', order.colour, 0.75)
    if (r + g + b > 660) over('screen', order.colour, 0.5)
  }
  // Less than the land takes: who the story is about must be seen at night as well.
  over('multiply', light.ambient, order.shines ? 0.12 : light.style.edge === 'neon' ? 0.42 : 0.6)
  const { grey, tint: wash, amount } = light.style.sprite
  over('saturation', '#808080', grey)
  if (light.style.id === 'noir') over('soft-light', '#ffffff', 0.6)
  over('source-over', wash, amount)
  const far = Math.max(0, Math.min(0.6, (0.62 - order.depth) * 1.1 * (light.indoors ? 0 : light.haze)))
  over('source-over', light.sky[3], far)
  ink.globalAlpha = 1
  ink.globalCompositeOperation = 'destination-in'
  ink.drawImage(mask, 0, 0)
  ink.globalCompositeOperation = 'source-over'
}

/** Lays a rim of light on the upper side and a soft shadow behind. */
export function backed(surface: Surface, plain: PaintCanvas, light: Light, k: number): PaintCanvas {
  const { width, height } = plain
  const rim = surface.createCanvas(width, height)
  const r = rim.getContext('2d')
  r.drawImage(plain, 0, 0)
  r.globalCompositeOperation = 'source-in'
  r.fillStyle = light.rim
  r.fillRect(0, 0, width, height)
  const out = surface.createCanvas(width, height)
  const ink = out.getContext('2d')
  const { edge, shadow } = light.style
  if (shadow > 0.05) {
    ink.shadowColor = `rgba(4,6,16,${0.5 * shadow})`
    ink.shadowBlur = 16 * k
    ink.shadowOffsetY = 5 * k
  }
  const bright = edge === 'paper' || edge === 'neon' ? 0.9 : 0
  if (bright > 0) {
    ink.globalAlpha = bright
    if (edge === 'neon') {
      ink.shadowColor = light.rim
      ink.shadowBlur = 22 * k
      ink.shadowOffsetY = 0
      ink.drawImage(rim, -3 * k, 0)
    }
    ink.drawImage(rim, 3.4 * k, -2.6 * k)
    ink.shadowColor = 'rgba(0,0,0,0)'
    ink.globalAlpha = 1
  }
  ink.drawImage(plain, 0, 0)
  return out
}
