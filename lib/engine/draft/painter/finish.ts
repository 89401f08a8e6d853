/** Finish: the paper's grain and the darker corners, one image laid over every frame. */
import { alpha } from './colour'
import { randomFrom } from './random'
import type { Frame } from './stage'
import type { Style } from './style/styles'
import type { PaintCanvas, PaintImage, Surface } from './surface'

/** The same for every picture of a size and a style: thousands of fibres need not be laid for each letter typed. */
export function paintFinish(surface: Surface, frame: Frame, style: Style): PaintImage {
  const paint = () => layFinish(surface, frame, style)
  return surface.keep?.(`finish ${style.id} ${frame.width}x${frame.height}`, paint) ?? paint()
}

function layFinish(surface: Surface, frame: Frame, style: Style): PaintCanvas {
  const canvas = surface.createCanvas(frame.width, frame.height)
  const ink = canvas.getContext('2d')
  ink.scale(frame.k, frame.k)
  const { W, H } = frame
  const reach = Math.hypot(W, H) / 2
  const corner = ink.createRadialGradient(W / 2, H * 0.47, reach * 0.5, W / 2, H / 2, reach * 1.04)
  corner.addColorStop(0, alpha(style.vignette.colour, 0))
  corner.addColorStop(0.55, alpha(style.vignette.colour, style.vignette.strength * 0.22))
  corner.addColorStop(1, alpha(style.vignette.colour, style.vignette.strength))
  ink.fillStyle = corner
  ink.fillRect(0, 0, W, H)
  grain(ink, W, H, style)
  if (style.id === 'ink') seal(ink, W)
  return canvas
}

/** The painter's red seal, high at the right: strokes that are no letters. */
function seal(ink: ReturnType<PaintCanvas['getContext']>, W: number): void {
  const x = W - 92
  const y = 60
  ink.fillStyle = 'rgba(190,52,40,0.82)'
  ink.fillRect(x, y, 42, 42)
  ink.strokeStyle = 'rgba(246,236,218,0.9)'
  ink.lineWidth = 3
  ink.beginPath()
  for (const [ax, ay, bx, by] of [
    [8, 9, 18, 9],
    [13, 9, 13, 34],
    [8, 21, 18, 21],
    [24, 8, 34, 8],
    [24, 8, 24, 20],
    [34, 8, 34, 20],
    [24, 20, 34, 20],
    [29, 20, 29, 34],
    [23, 34, 35, 34],
  ] as const) {
    ink.moveTo(x + ax, y + ay)
    ink.lineTo(x + bx, y + by)
  }
  ink.stroke()
}

function grain(
  ink: ReturnType<PaintCanvas['getContext']>,
  W: number,
  H: number,
  { grain: { kind, strength } }: Style,
): void {
  const random = randomFrom(7)
  const many = Math.round((W * H) / 1_778_000) || 1
  if (kind === 'scan') {
    ink.fillStyle = `rgba(4,6,30,${0.1 * strength})`
    for (let y = 0; y < H; y += 6) ink.fillRect(0, y, W, 2)
    return
  }
  if (kind === 'film') {
    for (let i = 0; i < 9000 * many; i++) {
      ink.fillStyle =
        random() < 0.5 ? `rgba(255,255,255,${0.05 * strength})` : `rgba(0,0,0,${0.07 * strength})`
      ink.fillRect(random() * W, random() * H, 2.2, 2.2)
    }
    return
  }
  if (kind === 'none') return
  ink.lineWidth = 1.1
  const fibres = (kind === 'rice' ? 2600 : 1900) * many
  for (let i = 0; i < fibres; i++) {
    const x = random() * W
    const y = random() * H
    const a = random() * Math.PI
    const l = (kind === 'rice' ? 16 : 9) * random() + 3
    ink.strokeStyle =
      random() < 0.5 ? `rgba(255,255,255,${0.055 * strength})` : `rgba(20,14,8,${0.05 * strength})`
    ink.beginPath()
    ink.moveTo(x, y)
    ink.lineTo(x + Math.cos(a) * l, y + Math.sin(a) * l)
    ink.stroke()
  }
  if (kind !== 'canvas') return
  for (let i = 0; i < 40 * many; i++) {
    const x = random() * W
    const y = random() * H
    const r = 30 + random() * 130
    const bloom = ink.createRadialGradient(x, y, r * 0.6, x, y, r)
    const tint = random() < 0.6 ? '255,255,255' : '120,140,170'
    bloom.addColorStop(0, `rgba(${tint},0)`)
    bloom.addColorStop(0.85, `rgba(${tint},${0.045 * strength})`)
    bloom.addColorStop(1, `rgba(${tint},0)`)
    ink.fillStyle = bloom
    ink.fillRect(x - r, y - r, r * 2, r * 2)
  }
}
