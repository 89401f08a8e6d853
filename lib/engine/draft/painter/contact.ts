import type { Stage } from './stage'

/** The faint shadow that makes a cut-out stand on its ground. */
export function contactShadow(stage: Stage, depth: number, x: number, foot: number, width: number): void {
  stage.add(depth, ({ ink }) => {
    ink.save()
    ink.translate(x, foot)
    ink.scale(1, 0.16)
    const r = width * 0.52
    const shade = ink.createRadialGradient(0, 0, r * 0.2, 0, 0, r)
    shade.addColorStop(0, 'rgba(6,8,18,0.42)')
    shade.addColorStop(1, 'rgba(6,8,18,0)')
    ink.fillStyle = shade
    ink.fillRect(-r, -r, r * 2, r * 2)
    ink.restore()
  })
}
