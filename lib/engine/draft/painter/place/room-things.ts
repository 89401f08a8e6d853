/** Things that only one kind of room has. */
import type { Hex } from '../colour'
import { between, pick } from '../random'
import { box, table } from '../shape/furniture'
import { cut, halo, polygon } from '../shape/paper'
import type { Sheet } from '../stage'

export function throne(sheet: Sheet, x: number, y: number): void {
  box(sheet, '#b59a6a', x - 190, y - 34, 380, 40, 0.5)
  cut(
    sheet,
    '#d9a63c',
    (i) =>
      polygon(i, [
        [x - 84, y - 30],
        [x - 84, y - 330],
        [x - 50, y - 300],
        [x, y - 390],
        [x + 50, y - 300],
        [x + 84, y - 330],
        [x + 84, y - 30],
      ]),
    { lift: 0.6, top: y - 380, bottom: y },
  )
  box(sheet, '#a82f3f', x - 58, y - 280, 116, 190, 0.2)
  box(sheet, '#c4404f', x - 70, y - 110, 140, 54, 0.4)
}

export function banner(sheet: Sheet, x: number, y: number, colour: Hex): void {
  cut(
    sheet,
    colour,
    (i) =>
      polygon(i, [
        [x - 50, y],
        [x + 50, y],
        [x + 50, y + 330],
        [x, y + 290],
        [x - 50, y + 330],
      ]),
    { lift: 0.6, top: y, bottom: y + 330 },
  )
  cut(sheet, '#d9b45a', (i) => i.arc(x, y + 190, 26, 0, 7), { lift: 0.1, top: y + 160, bottom: y + 220 })
}

export function stove(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  const { ink, light } = sheet
  box(sheet, '#5a5f68', x - w / 2, y - h, w, h, 0.6)
  box(sheet, '#3f444c', x - w * 0.54, y - h - 14, w * 1.08, 20, 0.4)
  box(sheet, '#2a2d33', x - w * 0.3, y - h * 0.66, w * 0.6, h * 0.46, 0.1)
  halo(ink, x, y - h * 0.4, w * 0.5, '#ff8a3c', 0.6)
  ink.fillStyle = light.style.grade('#ff9a4a')
  ink.fillRect(x - w * 0.24, y - h * 0.56, w * 0.48, h * 0.2)
  cut(
    sheet,
    '#8a4a3a',
    (i) =>
      polygon(i, [
        [x - 70, y - h - 90],
        [x + 50, y - h - 90],
        [x + 42, y - h - 14],
        [x - 62, y - h - 14],
      ]),
    { lift: 0.4, top: y - h - 90, bottom: y - h },
  )
  ink.strokeStyle = 'rgba(255,255,255,0.4)'
  ink.lineWidth = 9
  ink.lineCap = 'round'
  for (const dx of [-36, -6, 24]) {
    ink.beginPath()
    ink.moveTo(x + dx, y - h - 104)
    ink.bezierCurveTo(x + dx - 26, y - h - 150, x + dx + 26, y - h - 180, x + dx - 4, y - h - 230)
    ink.stroke()
  }
}

export function pans(sheet: Sheet, x: number, y: number): void {
  box(sheet, '#5a4230', x - 120, y, 240, 10, 0.3)
  for (const [dx, r] of [
    [-80, 34],
    [0, 42],
    [84, 30],
  ] as const) {
    box(sheet, '#4a4f58', x + dx - 4, y + 8, 8, 46, 0.1)
    cut(sheet, dx === 0 ? '#b5743c' : '#6f7883', (i) => i.arc(x + dx, y + 54 + r, r, 0, 7), {
      lift: 0.4,
      top: y + 54,
      bottom: y + 54 + r * 2,
    })
  }
}

export function chalk(sheet: Sheet, x: number, y: number, w: number): void {
  const { ink, random } = sheet
  ink.strokeStyle = 'rgba(240,244,236,0.66)'
  ink.lineWidth = 3.4
  ink.lineCap = 'round'
  ink.beginPath()
  ink.arc(x + w * 0.18, y + 120, 54, 0, 7)
  ink.moveTo(x + w * 0.36, y + 176)
  ink.lineTo(x + w * 0.46, y + 66)
  ink.lineTo(x + w * 0.56, y + 176)
  ink.closePath()
  for (let r = 0; r < 4; r++) {
    let cx = x + w * 0.64
    while (cx < x + w * 0.92) {
      const l = between(random, 14, 44)
      ink.moveTo(cx, y + 66 + r * 36)
      ink.quadraticCurveTo(cx + l / 2, y + 60 + r * 36, cx + l, y + 66 + r * 36)
      cx += l + 16
    }
  }
  ink.stroke()
}

export function desk(sheet: Sheet, x: number, y: number): void {
  table(sheet, x, y, 190, 92, '#b07f4e')
  box(sheet, '#a8503f', x - 40, y - 108, 56, 16, 0.2)
}

export function ladder(sheet: Sheet, x: number, y: number, h: number): void {
  const { ink, light } = sheet
  ink.strokeStyle = light.tone('#b58a52', 0.6)
  ink.lineWidth = 11
  ink.beginPath()
  ink.moveTo(x, y)
  ink.lineTo(x + 60, y - h)
  ink.moveTo(x + 70, y)
  ink.lineTo(x + 120, y - h)
  for (let t = 0.1; t < 1; t += 0.13) {
    ink.moveTo(x + 60 * t, y - h * t)
    ink.lineTo(x + 70 + 50 * t, y - h * t)
  }
  ink.stroke()
}

export function screen(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  const { ink, random, light } = sheet
  box(sheet, '#2c343f', x, y, w, h, 0.6)
  ink.fillStyle = light.style.grade('#123a4a')
  ink.fillRect(x + 10, y + 10, w - 20, h - 20)
  ink.strokeStyle = light.style.grade('#6fe8d0')
  ink.lineWidth = 3
  ink.beginPath()
  for (let i = 0; i <= 20; i++)
    ink.lineTo(x + 16 + ((w - 32) * i) / 20, y + h / 2 + (random() - 0.5) * h * 0.5)
  ink.stroke()
}

export function tools(sheet: Sheet, x: number, y: number): void {
  box(sheet, '#6b4c34', x, y, 300, 150, 0.4)
  for (let i = 0; i < 6; i++) {
    const tx = x + 30 + i * 48
    box(sheet, '#a87a4c', tx - 4, y + 44, 8, 80, 0.2)
    if (i % 3 === 0) box(sheet, '#8d969e', tx - 20, y + 28, 40, 20, 0.2)
    else if (i % 3 === 1)
      cut(sheet, '#8d969e', (c) => c.arc(tx, y + 38, 16, 0, 7), { lift: 0.2, top: y + 20, bottom: y + 56 })
    else box(sheet, '#8d969e', tx - 8, y + 18, 16, 34, 0.2)
  }
}

/** The wide window of a ship between stars, above its console. */
export function viewport(sheet: Sheet, y: number): void {
  const { ink, random, W } = sheet
  const top = y - 520
  cut(sheet, '#6f8096', (i) => i.rect(W * 0.07, top - 18, W * 0.86, 404), {
    lift: 0.6,
    top,
    bottom: top + 400,
  })
  ink.save()
  ink.beginPath()
  ink.rect(W * 0.085, top, W * 0.83, 366)
  ink.clip()
  ink.fillStyle = '#080c22'
  ink.fillRect(0, top, W, 366)
  for (let i = 0; i < 150; i++) {
    ink.fillStyle = `rgba(255,255,255,${0.4 + random() * 0.6})`
    ink.beginPath()
    ink.arc(W * random(), top + 366 * random(), 0.8 + random() * 2.2, 0, 7)
    ink.fill()
  }
  halo(ink, W * 0.7, top + 300, 330, '#6fa8e0', 0.5)
  ink.fillStyle = '#4f8fd0'
  ink.beginPath()
  ink.arc(W * 0.72, top + 420, 230, 0, 7)
  ink.fill()
  ink.restore()
  for (const t of [0.34, 0.66]) box(sheet, '#6f8096', W * t - 9, top, 18, 366, 0.4)
  box(sheet, '#2f3a4c', sheet.left, y - 130, sheet.right - sheet.left, 134, 0.8)
  for (let i = 0; i < 60; i++) {
    const tone = pick(random, ['#6fe8ff', '#ff8a6a', '#ffe08a', '#7fe0a0'])
    const x = sheet.left + random() * (sheet.right - sheet.left)
    const by = y - 110 + Math.floor(random() * 4) * 26
    halo(ink, x, by, 16, tone, 0.4)
    ink.fillStyle = tone
    ink.fillRect(x - 6, by - 4, 12, 8)
  }
}
