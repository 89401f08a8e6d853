/**
 * Painter: draws a scene as a paper-cut picture from the words of its prompt, the same words and seed giving the same
 * bytes. Pure: a canvas is handed in from outside (`surface-node.ts`, `surface-browser.ts`), so the page redraws a
 * prompt as it is typed with the very code the runner uses.
 *
 * Words become a reading (`reading/`), a reading and a style become light (`style/`), places lay sheets of paper
 * from back to front (`place/`), people and sprites are staged between them (`staging.ts`), and `draw.ts` moves a
 * camera through the pile.
 */

/** Anything that can be drawn onto a canvas. */
export interface PaintImage {
  readonly width: number
  readonly height: number
}

type InkMembers =
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'rotate'
  | 'setTransform'
  | 'transform'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'bezierCurveTo'
  | 'arc'
  | 'ellipse'
  | 'rect'
  | 'fill'
  | 'stroke'
  | 'clip'
  | 'fillRect'
  | 'clearRect'
  | 'createLinearGradient'
  | 'createRadialGradient'
  | 'getImageData'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'globalAlpha'
  | 'globalCompositeOperation'
  | 'shadowColor'
  | 'shadowBlur'
  | 'shadowOffsetX'
  | 'shadowOffsetY'

/** The part of a 2D context that the painter uses; both the browser's and the canvas library's fit. */
export interface Ink extends Pick<CanvasRenderingContext2D, InkMembers> {
  drawImage(image: PaintImage, x: number, y: number): void
  drawImage(image: PaintImage, x: number, y: number, width: number, height: number): void
}

export interface PaintCanvas extends PaintImage {
  getContext(kind: '2d'): Ink
}

export interface Surface {
  createCanvas(width: number, height: number): PaintCanvas
  /** Rasterises an SVG document at the size asked for, in pixels. */
  loadSvg(svg: string, width: number, height: number): Promise<PaintImage>
  /** What was painted under this name before, where a surface is used for many pictures; absent: paint it each time. */
  keep?(name: string, paint: () => PaintCanvas): PaintImage
}
