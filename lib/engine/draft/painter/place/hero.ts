/** Hero: a thing alone, seen through openings cut into sheet after sheet of paper. */
import { mix } from '../colour'
import { between } from '../random'
import { blob, cut, halo } from '../shape/paper'
import type { Backdrop } from './backdrop'

export function paintHero({ stage, front }: Backdrop): void {
  const { light, random, frame } = stage
  const { W, H } = frame
  const cy = H * 0.45
  const base = mix(light.sky[1], light.sky[2], 0.4)
  stage.add(0.04, ({ ink, left, top, right, bottom }) => {
    ink.fillStyle = mix(light.sky[3], light.glow, 0.45)
    ink.fillRect(left, top, right - left, bottom - top)
    halo(ink, W / 2, cy, Math.max(W, H) * 0.5, light.glow, 0.9)
  })
  const rings = 6
  for (let i = 0; i < rings; i++) {
    const t = i / (rings - 1)
    stage.add(0.12 + t * 0.46, (sheet) => {
      const rx = W * (0.27 + t * 0.25)
      const ry = H * (0.3 + t * 0.22)
      const points = Array.from({ length: 13 }, (_, k) => {
        const a = (k / 13) * Math.PI * 2 + i * 0.4
        const r = between(random, 0.9, 1.12)
        return [W / 2 + Math.cos(a) * rx * r, cy + Math.sin(a) * ry * r] as const
      })
      const colour = mix(mix(light.sky[3], base, Math.min(1, t * 1.5)), light.sky[0], Math.max(0, t - 0.25))
      cut(
        sheet,
        colour,
        (ink) => {
          // Outer edge one way, the opening the other: the middle stays open.
          ink.moveTo(sheet.left - 40, sheet.top - 40)
          ink.lineTo(sheet.right + 40, sheet.top - 40)
          ink.lineTo(sheet.right + 40, sheet.bottom + 40)
          ink.lineTo(sheet.left - 40, sheet.bottom + 40)
          ink.closePath()
          blob(ink, [...points].reverse())
        },
        { lift: 0.9, top: sheet.top, bottom: sheet.bottom, raw: true },
      )
    })
  }
  front({ depth: 0.62, y: () => H * 0.7 })
}
