/** The painter's surface in a page: off-screen canvases, and SVG through an image element. */
import type { PaintCanvas, Surface } from './surface'

export const browserSurface: Surface = {
  createCanvas(width, height) {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    return canvas as unknown as PaintCanvas
  },
  async loadSvg(svg, width, height) {
    const image = new Image(width, height)
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
    await image.decode()
    return image
  },
}
