/** Stage: the pile of sheets that makes a scene, laid from back to front, each on a depth of its own. */
import type { Random } from './random'
import type { Light } from './style/light'
import type { Ink, PaintCanvas, PaintImage, Surface } from './surface'

/** The picture in units: its shorter side measures 1000, so shapes are drawn the same at every size. */
export interface Frame {
  /** Pixels. */
  width: number
  height: number
  /** Pixels per unit. */
  k: number
  /** Units. */
  W: number
  H: number
  /** How far sheets reach beyond the picture on each side, so that a moving camera never sees an edge. Units. */
  marginX: number
  marginY: number
}

export function frameOf(width: number, height: number): Frame {
  const k = Math.min(width, height) / 1000
  return {
    width,
    height,
    k,
    W: width / k,
    H: height / k,
    marginX: (width / k) * 0.09,
    marginY: (height / k) * 0.08,
  }
}

/** How a layer moves by itself, as a puppet would: all lengths in units. */
export interface Motion {
  swayX?: number
  swayY?: number
  /** Radians it tilts to either side about its pivot. */
  tilt?: number
  /** Fraction it grows and shrinks in height about its pivot. */
  breathe?: number
  /** Radians a second. */
  rate: number
  phase: number
  /** Units a second it drifts along x, centred on the middle of the clip. */
  drift?: number
  pivotX?: number
  pivotY?: number
}

export interface Layer {
  image: PaintImage
  /** Pixels, of the layer's corner in the key frame. */
  x: number
  y: number
  depth: number
  motion: Motion | null
  /** Drawn only while eyes are shut: the time of the first blink in seconds. */
  blink: number | null
}

/** A sheet while it is being painted. Drawing is in units with the picture's corner at 0, 0. */
export interface Sheet {
  ink: Ink
  frame: Frame
  light: Light
  random: Random
  depth: number
  W: number
  H: number
  left: number
  top: number
  right: number
  bottom: number
}

/** A glow that is added as light, flickering or steady. Units. */
export interface Glow {
  x: number
  y: number
  radius: number
  colour: string
  strength: number
  flicker: number
  depth: number
}

interface Pending {
  depth: number
  motion: Motion | null
  blink: number | null
}

export class Stage {
  readonly layers: (Layer & { opaqueFrom: number })[] = []
  readonly glows: Glow[] = []
  private readonly scratch: PaintCanvas
  private readonly ink: Ink
  private pending: Pending | null = null

  constructor(
    private readonly surface: Surface,
    readonly frame: Frame,
    readonly light: Light,
    readonly random: Random,
  ) {
    this.scratch = surface.createCanvas(
      Math.ceil((frame.W + 2 * frame.marginX) * frame.k),
      Math.ceil((frame.H + 2 * frame.marginY) * frame.k),
    )
    this.ink = this.scratch.getContext('2d')
  }

  /** Paints a sheet. Still sheets of one depth share a layer, so that a frame has few images to move. */
  add(
    depth: number,
    paint: (sheet: Sheet) => void,
    motion: Motion | null = null,
    blink: number | null = null,
  ): void {
    const last = this.pending
    if (last === null || last.depth !== depth || last.motion !== null || motion !== null || blink !== null)
      this.flush()
    this.pending = { depth, motion, blink }
    const { k, marginX, marginY, W, H } = this.frame
    this.ink.setTransform(k, 0, 0, k, marginX * k, marginY * k)
    this.ink.save()
    paint({
      ink: this.ink,
      frame: this.frame,
      light: this.light,
      random: this.random,
      depth,
      W,
      H,
      left: -marginX,
      top: -marginY,
      right: W + marginX,
      bottom: H + marginY,
    })
    this.ink.restore()
  }

  /** Every layer, cut to what it shows and to what nothing in front hides. */
  finish(): Layer[] {
    this.flush()
    const slack = 0.05 * this.frame.height
    let hiddenFrom = Number.POSITIVE_INFINITY
    for (const layer of [...this.layers].reverse()) {
      const bottom = layer.y + layer.image.height
      if (bottom > hiddenFrom + slack) {
        const keep = Math.max(1, Math.ceil(hiddenFrom + slack - layer.y))
        if (keep < layer.image.height) {
          const cut = this.surface.createCanvas(layer.image.width, keep)
          cut.getContext('2d').drawImage(layer.image, 0, 0)
          layer.image = cut
        }
      }
      if (layer.motion === null || layer.motion.tilt === undefined)
        hiddenFrom = Math.min(hiddenFrom, layer.opaqueFrom)
    }
    return this.layers.map(({ opaqueFrom: _, ...layer }) => layer)
  }

  /** What the sheet covers. Reading a large canvas back costs as much memory as the canvas itself. */
  private measure(): { box: ReturnType<typeof inkBox>; opaque: number } {
    const { width, height } = this.scratch
    if (width * height < LARGE) {
      const pixels = new Uint32Array(this.ink.getImageData(0, 0, width, height).data.buffer)
      return { box: inkBox(pixels, width, height), opaque: opaqueFrom(pixels, width, height) }
    }
    const w = Math.ceil(width / 4)
    const h = Math.ceil(height / 4)
    const small = this.surface.createCanvas(w, h)
    const ink = small.getContext('2d')
    ink.drawImage(this.scratch, 0, 0, width / 4, height / 4)
    const pixels = new Uint32Array(ink.getImageData(0, 0, w, h).data.buffer)
    const box = inkBox(pixels, w, h)
    // Fine strokes may be lost on the small copy: two of its pixels more on each side.
    return {
      box: box && {
        left: Math.max(0, box.left * 4 - 8),
        top: Math.max(0, box.top * 4 - 8),
        right: Math.min(width, box.right * 4 + 8),
        bottom: Math.min(height, box.bottom * 4 + 8),
      },
      opaque: opaqueFrom(pixels, w, h) * 4 + 8,
    }
  }

  private flush(): void {
    if (this.pending === null) return
    const { width, height } = this.scratch
    const { box, opaque } = this.measure()
    if (box !== null) {
      const cut = this.surface.createCanvas(box.right - box.left, box.bottom - box.top)
      cut.getContext('2d').drawImage(this.scratch, -box.left, -box.top)
      const { marginX, marginY, k } = this.frame
      this.layers.push({
        ...this.pending,
        image: cut,
        x: box.left - marginX * k,
        y: box.top - marginY * k,
        opaqueFrom: opaque - marginY * k,
      })
    }
    this.ink.setTransform(1, 0, 0, 1, 0, 0)
    this.ink.clearRect(0, 0, width, height)
    this.pending = null
  }
}

/** Above this many pixels a sheet is measured on a copy a quarter its size. */
const LARGE = 3_000_000

/** The smallest box around everything painted, or null for an empty sheet. Reads pixels as 32-bit words. */
function inkBox(pixels: Uint32Array, width: number, height: number) {
  const rowUsed = (y: number) => {
    for (let i = y * width, end = i + width; i < end; i++) if (pixels[i] !== 0) return true
    return false
  }
  let top = 0
  while (top < height && !rowUsed(top)) top++
  if (top === height) return null
  let bottom = height
  while (bottom > top && !rowUsed(bottom - 1)) bottom--
  let left = width
  let right = 0
  for (let y = top; y < bottom; y++) {
    const row = y * width
    for (let x = 0; x < left; x++) if (pixels[row + x] !== 0) left = x
    for (let x = width - 1; x >= right; x--) if (pixels[row + x] !== 0) right = x + 1
  }
  return { left, top, right, bottom }
}

/** The row from which every pixel down to the bottom is opaque, or infinity. */
function opaqueFrom(pixels: Uint32Array, width: number, height: number): number {
  let y = height
  while (y > 0) {
    for (let i = (y - 1) * width, end = i + width; i < end; i++) {
      if (pixels[i]! >>> 24 !== 255) return y === height ? Number.POSITIVE_INFINITY : y
    }
    y--
  }
  return 0
}
