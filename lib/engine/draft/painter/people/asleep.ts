import { lighter } from '../colour'
import { cut } from '../shape/paper'
import type { Sheet } from '../stage'
import type { PersonArt } from './paint'
import type { Look } from './wardrobe'

/** Lays a standing figure down, head on a pillow to the left and a blanket over the rest. Units. */
export function layAsleep(
  sheet: Sheet,
  art: PersonArt,
  look: Look,
  { x, foot: floor, height: h, bed }: { x: number; foot: number; height: number; bed: boolean },
): void {
  const { ink, frame } = sheet
  const { k } = frame
  const foot = bed ? floor - h * 0.22 : floor
  if (bed) {
    const plank = (left: number, top: number, width: number, height: number, colour: string) =>
      cut(sheet, colour, (i) => i.rect(left, top, width, height), {
        lift: 0.5,
        top,
        bottom: top + height,
        depth: 0.8,
      })
    plank(x - h * 0.62, foot - h * 0.26, h * 0.06, h * 0.48, '#7a5236')
    plank(x + h * 0.57, foot - h * 0.1, h * 0.06, h * 0.32, '#7a5236')
    plank(x - h * 0.58, foot - h * 0.01, h * 1.17, h * 0.13, '#e9dfca')
    plank(x - h * 0.58, foot + h * 0.09, h * 1.17, h * 0.05, '#8a6040')
  }
  cut(sheet, '#f3ecdc', (i) => i.ellipse(x - h * 0.4, foot - h * 0.07, h * 0.16, h * 0.075, -0.08, 0, 7), {
    lift: 0.4,
    top: foot - h * 0.15,
    bottom: foot,
    depth: 0.8,
  })
  ink.save()
  ink.translate(x + h * 0.46, foot - h * 0.13)
  ink.rotate(-Math.PI / 2)
  ink.drawImage(art.image, -art.footX / k, -art.footY / k, art.image.width / k, art.image.height / k)
  ink.restore()
  const blanket = lighter(look.second, 0.1)
  cut(
    sheet,
    blanket,
    (i) => {
      i.moveTo(x - h * 0.2, foot)
      i.bezierCurveTo(
        x - h * 0.24,
        foot - h * 0.26,
        x - h * 0.1,
        foot - h * 0.3,
        x + h * 0.06,
        foot - h * 0.27,
      )
      i.bezierCurveTo(
        x + h * 0.3,
        foot - h * 0.24,
        x + h * 0.44,
        foot - h * 0.27,
        x + h * 0.53,
        foot - h * 0.16,
      )
      i.quadraticCurveTo(x + h * 0.56, foot - h * 0.04, x + h * 0.54, foot)
      i.closePath()
    },
    { lift: 0.5, top: foot - h * 0.3, bottom: foot, depth: 0.8 },
  )
  cut(
    sheet,
    lighter(blanket, 0.35),
    (i) => {
      i.moveTo(x - h * 0.2, foot)
      i.bezierCurveTo(
        x - h * 0.24,
        foot - h * 0.26,
        x - h * 0.12,
        foot - h * 0.3,
        x - h * 0.04,
        foot - h * 0.28,
      )
      i.quadraticCurveTo(x - h * 0.12, foot - h * 0.16, x - h * 0.1, foot)
      i.closePath()
    },
    { lift: 0.2, top: foot - h * 0.3, bottom: foot, depth: 0.8 },
  )
}
