/** The painter's surface in Node: the canvas library behind the painter's own small interface. */
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import type { PaintCanvas, Surface } from './surface'

export const nodeSurface: Surface = {
  createCanvas(width, height) {
    return createCanvas(width, height) as unknown as PaintCanvas
  },
  async loadSvg(svg, width, height) {
    const image = await loadImage(Buffer.from(svg))
    image.width = width
    image.height = height
    return image
  },
}

export function encodePng(canvas: PaintCanvas): Promise<Buffer> {
  return (canvas as unknown as Canvas).encode('png')
}

/** The canvas' own RGBA bytes, valid until it is drawn on again. */
export function rgbaOf(canvas: PaintCanvas): Buffer {
  return (canvas as unknown as Canvas).data()
}
