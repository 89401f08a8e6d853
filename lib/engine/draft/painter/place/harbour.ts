import { between } from '../random'
import { house } from '../shape/buildings'
import { lay } from '../shape/land'
import { cut } from '../shape/paper'
import type { Backdrop } from './backdrop'
import { gulls, seaSheets } from './water'

export function paintHarbour(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  gulls(b)
  stage.add(0.3, (sheet) => {
    for (let x = sheet.left - 20; x < sheet.right; ) {
      const h = between(random, 90, 170)
      house(sheet, x + h * 0.5, horizon + 16, h)
      x += h * 0.98
    }
    lay(sheet, '#8a8478', () => horizon + 10, 0.5)
    b.back({ depth: 0.3, y: () => horizon + 14 })
  })
  seaSheets(b, horizon + 34, horizon + 150, 3, 1)
  stage.add(0.72, (sheet) => {
    const y = Math.max(horizon + 160, sheet.H * 0.75)
    const { ink, light } = sheet
    for (let x = sheet.left; x < sheet.right; x += 190) {
      cut(sheet, '#5a4230', (i) => i.rect(x, y - 46, 30, 70), { lift: 0.4, top: y - 46, bottom: y })
      cut(sheet, '#7a5f46', (i) => i.ellipse(x + 15, y - 46, 17, 6, 0, 0, 7), {
        lift: 0.1,
        top: y - 52,
        bottom: y - 40,
      })
    }
    cut(
      sheet,
      '#a07a52',
      (i) => i.rect(sheet.left - 10, y, sheet.right - sheet.left + 20, sheet.bottom - y + 10),
      { lift: 0.9, top: y, bottom: sheet.bottom, land: true },
    )
    ink.strokeStyle = light.tone('#6b4c32', 0.9)
    ink.lineWidth = 3
    for (let ly = y + 36; ly < sheet.bottom; ly += 46) {
      ink.beginPath()
      ink.moveTo(sheet.left, ly)
      ink.lineTo(sheet.right, ly)
      ink.stroke()
    }
    b.front({ depth: 0.72, y: () => y + 4 })
  })
}
