/**
 * The painter's surface in a browser's worker. Its canvases are drawn by the processor: sheets are read back after each
 * layer, which a graphics card answers slowly, and so the picture is the runner's own but for a rasteriser's rounding.
 */
import { imagesOf, type PaintedScene } from './draw'
import type { PaintCanvas, PaintImage, Surface } from './surface'

/** Rasterises an SVG document; a worker has no means of its own and asks the page. */
export type LoadSvg = (svg: string, width: number, height: number) => Promise<ImageBitmap>

export interface BrowserWorkshop {
  surface: Surface
  /** Frees every canvas made so far: they hold far more memory than the garbage collector believes. */
  clear(): void
}

/** Things that many pictures share, by name. */
export interface Shelf {
  get(name: string): ImageBitmap | undefined
  set(name: string, image: ImageBitmap): void
}

export function openBrowserWorkshop(loadSvg: LoadSvg, shelf: Shelf): BrowserWorkshop {
  const made = new Set<OffscreenCanvas>()
  return {
    surface: {
      loadSvg,
      keep(name, paint) {
        const known = shelf.get(name)
        if (known) return known
        const image = detach(paint())
        shelf.set(name, image)
        return image
      },
      createCanvas(width, height) {
        const canvas = new OffscreenCanvas(width, height)
        // The first to ask for the context decides what kind it is.
        canvas.getContext('2d', { willReadFrequently: true })
        made.add(canvas)
        return canvas as unknown as PaintCanvas
      },
    },
    clear() {
      for (const canvas of made) Object.assign(canvas, { width: 1, height: 1 })
      made.clear()
    },
  }
}

/** The scene with its canvases turned into bitmaps, which cross to another thread without a copy. */
export function detachScene(scene: PaintedScene): { scene: PaintedScene; bitmaps: ImageBitmap[] } {
  const bitmapOf = new Map<PaintImage, ImageBitmap>()
  for (const image of imagesOf(scene)) {
    if (!bitmapOf.has(image)) bitmapOf.set(image, image instanceof ImageBitmap ? copy(image) : detach(image))
  }
  const detached = (image: PaintImage): PaintImage => bitmapOf.get(image) ?? image
  return {
    scene: {
      ...scene,
      layers: scene.layers.map((layer) => ({ ...layer, image: detached(layer.image) })),
      glows: scene.glows.map((glow) => ({ ...glow, image: detached(glow.image) })),
      finish: scene.finish && detached(scene.finish),
    },
    bitmaps: [...bitmapOf.values()],
  }
}

/** What is kept on the shelf stays there. */
function copy(image: ImageBitmap): ImageBitmap {
  const canvas = new OffscreenCanvas(image.width, image.height)
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0)
  return canvas.transferToImageBitmap()
}

export function detach(canvas: PaintImage): ImageBitmap {
  return (canvas as unknown as OffscreenCanvas).transferToImageBitmap()
}
