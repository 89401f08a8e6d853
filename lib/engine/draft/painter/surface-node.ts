/** The painter's surface in Node: the canvas library behind the painter's own small interface. */
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import type { PaintCanvas, PaintImage, Surface } from './surface'

const newCanvas = (width: number, height: number): PaintCanvas =>
  createCanvas(width, height) as unknown as PaintCanvas

async function loadSvg(svg: string, width: number, height: number): Promise<PaintImage> {
  const image = await loadImage(Buffer.from(svg))
  image.width = width
  image.height = height
  return image
}

export const nodeSurface: Surface = { createCanvas: newCanvas, loadSvg }

/** A surface that can be cleared away. */
export interface NodeWorkshop {
  surface: Surface
  /** Frees every canvas made so far but these. */
  clear(kept?: Iterable<PaintImage>): void
}

/**
 * The memory of a canvas is not the garbage collector's own, so it sees no reason to hurry: a painting leaves a hundred
 * megabytes of scratch sheets behind. A canvas of one pixel gives its memory back at once.
 */
export function openWorkshop(): NodeWorkshop {
  const made = new Set<PaintCanvas>()
  return {
    surface: {
      loadSvg,
      createCanvas(width, height) {
        const canvas = newCanvas(width, height)
        made.add(canvas)
        return canvas
      },
    },
    clear(kept = []) {
      const spared = new Set(kept)
      for (const canvas of made) {
        if (spared.has(canvas)) continue
        Object.assign(canvas, { width: 1, height: 1 })
        made.delete(canvas)
      }
    },
  }
}

export function encodePng(canvas: PaintCanvas): Promise<Buffer> {
  return (canvas as unknown as Canvas).encode('png')
}

/** The canvas' own RGBA bytes, valid until it is drawn on again. */
export function rgbaOf(canvas: PaintCanvas): Buffer {
  return (canvas as unknown as Canvas).data()
}
