/** What lets light into a room: windows with their own weather, and lamps. */
import { type Hex, mix } from '../colour'
import type { Sheet } from '../stage'
import { lampsLit } from '../style/light'
import { box } from './furniture'
import { cut, halo, polygon } from './paper'

/** A window to the outside: its own little sky, moon or sun, and the weather. */
export function window(
  sheet: Sheet,
  x: number,
  y: number,
  w: number,
  h: number,
  arched: boolean,
  curtain: Hex | null,
): void {
  const { ink, light, random } = sheet
  const shape = (pad: number) => {
    ink.moveTo(x - pad, y + h + pad)
    ink.lineTo(x - pad, y + (arched ? w * 0.4 : 0) - pad)
    if (arched) ink.quadraticCurveTo(x - pad, y - w * 0.16 - pad, x + w / 2, y - w * 0.16 - pad)
    else ink.lineTo(x + w + pad, y - pad)
    if (arched) ink.quadraticCurveTo(x + w + pad, y - w * 0.16 - pad, x + w + pad, y + w * 0.4 - pad)
    ink.lineTo(x + w + pad, y + h + pad)
    ink.closePath()
  }
  cut(sheet, '#e9dcc4', () => shape(15), { lift: 0.5, top: y, bottom: y + h })
  ink.save()
  ink.beginPath()
  shape(0)
  ink.clip()
  const fall = ink.createLinearGradient(0, y, 0, y + h)
  light.sky.forEach((c, i) => {
    fall.addColorStop(i / 3, c)
  })
  ink.fillStyle = fall
  ink.fillRect(x - 5, y - w, w + 10, h + w)
  if (light.weather === 'clear' || light.weather === 'cloudy') {
    halo(ink, x + w * 0.62, y + h * 0.34, w * 0.7, light.glow, 0.7)
    ink.fillStyle = light.glow
    ink.beginPath()
    ink.arc(x + w * 0.62, y + h * 0.34, w * 0.13, 0, 7)
    ink.fill()
  }
  ink.fillStyle = mix(light.sky[1], '#22384a', 0.4)
  ink.beginPath()
  ink.moveTo(x, y + h)
  for (let i = 0; i <= 24; i++) ink.lineTo(x + (w * i) / 24, y + h * (0.8 + 0.07 * Math.sin(i * 0.3 + x)))
  ink.lineTo(x + w, y + h)
  ink.fill()
  if (light.weather === 'rain' || light.weather === 'storm' || light.weather === 'snow') {
    ink.strokeStyle = 'rgba(235,242,250,0.6)'
    ink.lineWidth = light.weather === 'snow' ? 5 : 2
    ink.lineCap = 'round'
    for (let i = 0; i < 30; i++) {
      const rx = x + random() * w
      const ry = y + random() * h
      ink.beginPath()
      ink.moveTo(rx, ry)
      ink.lineTo(rx - (light.weather === 'snow' ? 0.5 : 5), ry + (light.weather === 'snow' ? 0.5 : 26))
      ink.stroke()
    }
  }
  ink.restore()
  box(sheet, '#e9dcc4', x + w / 2 - 5, y - (arched ? w * 0.1 : 0), 10, h + (arched ? w * 0.1 : 0), 0.2)
  box(sheet, '#e9dcc4', x, y + h * 0.46, w, 9, 0.2)
  box(sheet, '#d9c6a4', x - 28, y + h + 10, w + 56, 17, 0.5)
  if (curtain === null) return
  for (const side of [-1, 1]) {
    const edge = side < 0 ? x - 34 : x + w + 34
    cut(
      sheet,
      curtain,
      (i) => {
        i.moveTo(edge, y - w * 0.22)
        i.lineTo(edge - side * (w * 0.36 + 34), y - w * 0.22)
        i.quadraticCurveTo(edge - side * w * 0.3, y + h * 0.5, edge - side * 16, y + h * 0.72)
        i.quadraticCurveTo(edge - side * w * 0.2, y + h * 0.9, edge - side * w * 0.18, y + h + 54)
        i.lineTo(edge, y + h + 54)
        i.closePath()
      },
      { lift: 0.6, top: y, bottom: y + h },
    )
  }
  box(sheet, '#7a5236', x - 60, y - w * 0.26, w + 120, 12, 0.4)
}

/** A lamp hanging from the ceiling, with its light. */
export function hangingLamp(sheet: Sheet, x: number, y: number, colour: Hex): void {
  const { ink, light } = sheet
  ink.strokeStyle = light.tone('#2a2622', 0.8)
  ink.lineWidth = 4
  ink.beginPath()
  ink.moveTo(x, sheet.top)
  ink.lineTo(x, y)
  ink.stroke()
  if (lampsLit(light)) halo(ink, x, y + 46, 230, '#ffcf7a', 0.5)
  cut(
    sheet,
    colour,
    (i) =>
      polygon(i, [
        [x - 22, y],
        [x + 22, y],
        [x + 62, y + 44],
        [x - 62, y + 44],
      ]),
    { lift: 0.5, top: y, bottom: y + 44 },
  )
  ink.fillStyle = light.style.grade('#fff0c0')
  ink.beginPath()
  ink.ellipse(x, y + 46, 26, 12, 0, 0, 7)
  ink.fill()
}
