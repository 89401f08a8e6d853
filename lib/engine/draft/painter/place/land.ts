/** Open land: meadow, hills, mountains, desert, snow, farm, road, garden, wasteland. */
import type { Hex } from '../colour'
import { between, pick } from '../random'
import { hills, lay, peaks } from '../shape/land'
import { cactus, flowers, grass } from '../shape/plants'
import { mistBands } from '../shape/sky'
import { bareTree, palm, pine, roundTree } from '../shape/trees'
import type { Backdrop } from './backdrop'

export interface LandColours {
  peak: Hex
  far: Hex
  mid: Hex
  ground: Hex
  blade: Hex
}

export const GREEN: LandColours = {
  peak: '#7f9fb0',
  far: '#7fae86',
  mid: '#6aa35c',
  ground: '#4f8a4c',
  blade: '#2f5f3a',
}

export const AUTUMN: LandColours = {
  peak: '#a48f8a',
  far: '#c99a5a',
  mid: '#c07a3c',
  ground: '#9a6a38',
  blade: '#6b4426',
}

export const SNOW: LandColours = {
  peak: '#b4c6d8',
  far: '#d5e2ec',
  mid: '#e6eef4',
  ground: '#e6eff6',
  blade: '#8fa6b8',
}

const SAND: LandColours = {
  peak: '#c9a27c',
  far: '#e0bc86',
  mid: '#e6bd7a',
  ground: '#d8a763',
  blade: '#8a6a3c',
}

const ASH: LandColours = {
  peak: '#6b6468',
  far: '#7a6d68',
  mid: '#66574f',
  ground: '#4f4440',
  blade: '#2c2624',
}

export function landColours({ reading }: Backdrop): LandColours {
  if (reading.place === 'snowfield' || reading.weather === 'snow') return SNOW
  if (reading.place === 'desert') return SAND
  if (reading.place === 'wasteland') return ASH
  return reading.extras.includes('leaves') ? AUTUMN : GREEN
}

/** Far ranges behind anything that has a horizon. */
export function farLand(b: Backdrop, colours: LandColours, kind: 'peaks' | 'hills' | 'none'): void {
  if (kind === 'none') return
  const { stage, horizon } = b
  stage.add(0.16, (sheet) => {
    const high = kind === 'peaks'
    const outline = high
      ? peaks(sheet, horizon, between(stage.random, 210, 330), 4 + Math.floor(stage.random() * 3))
      : hills(sheet, horizon - 60, 90, 3.4, 3)
    lay(sheet, colours.peak, outline)
    if (high) caps(sheet, outline, horizon)
  })
  stage.add(0.26, (sheet) =>
    lay(sheet, colours.far, hills(sheet, horizon - 14, kind === 'peaks' ? 80 : 62, 4.2, 3)),
  )
}

/** Snow on what stands highest: the same outline, cut again with a ragged lower edge. */
function caps(sheet: Parameters<typeof lay>[0], outline: (x: number) => number, horizon: number): void {
  const { ink, light } = sheet
  const line = horizon - 180
  ink.save()
  ink.beginPath()
  ink.moveTo(sheet.left, sheet.top)
  for (let x = sheet.left; x <= sheet.right; x += 26) {
    ink.lineTo(x, line + (Math.round(x / 26) % 2 ? 16 : -14) + Math.sin(x / 70) * 12)
  }
  ink.lineTo(sheet.right, sheet.top)
  ink.closePath()
  ink.clip()
  ink.beginPath()
  ink.moveTo(sheet.left, horizon)
  for (let x = sheet.left; x <= sheet.right; x += 5) ink.lineTo(x, outline(x))
  ink.lineTo(sheet.right, horizon)
  ink.closePath()
  ink.fillStyle = light.tone('#f4f7fb', 0.3)
  ink.fill()
  ink.restore()
}

export function paintMeadow(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const colours = landColours(b)
  const high = reading.place === 'mountain' || reading.beyond === 'mountain'
  farLand(b, colours, high ? 'peaks' : 'hills')
  stage.add(0.4, (sheet) => {
    const y = hills(sheet, horizon + 26, 60, 3, 2)
    lay(sheet, colours.mid, y)
    for (let i = 0; i < 7; i++) {
      const x = sheet.left + stage.random() * (sheet.right - sheet.left)
      const h = between(stage.random, 60, 120)
      if (colours === SNOW || high)
        pine(sheet, x, y(x) + 6, h * 1.3, colours === SNOW ? '#6f8f88' : '#4f7f58')
      else roundTree(sheet, x, y(x) + 6, h, pick(stage.random, ['#5f9a50', '#79a94f', '#4f8a56']))
    }
  })
  stage.add(0.5, (sheet) => {
    const y = hills(sheet, horizon + 84, 34, 2.4, 2)
    lay(sheet, colours.mid, y)
    b.back({ depth: 0.5, y: (x) => y(x) + 10 })
  })
  ground(b, colours, 150, 30)
  fringe(b, colours)
}

/** The sheet that the story stands on. */
export function ground(b: Backdrop, colours: LandColours, drop: number, swell: number): void {
  const { stage, horizon } = b
  stage.add(0.72, (sheet) => {
    const y = hills(sheet, horizon + drop, swell, 1.8, 2)
    lay(sheet, colours.ground, y)
    if (colours === GREEN || colours === AUTUMN) {
      flowers(sheet, (x) => y(x) + 60, 46, ['#f2d35a', '#f5f0e0', '#e58aa0', '#e9a14a'], 8)
    }
    b.front({ depth: 0.72, y })
  })
}

export function fringe(b: Backdrop, colours: LandColours): void {
  if (b.closeUp) return
  const { stage } = b
  stage.add(
    1.05,
    (sheet) => {
      if (colours === SNOW) {
        lay(sheet, '#dfe9f2', hills(sheet, sheet.H - 30, 16, 2, 2), 0.8)
        return
      }
      grass(sheet, colours.blade, sheet.bottom + 10, 150 + stage.frame.marginY * 0.6, 1)
    },
    { rate: 1.1, phase: 0.4, swayX: 3 },
  )
}

export function paintSnowfield(b: Backdrop): void {
  const { stage, horizon } = b
  farLand(b, SNOW, 'peaks')
  stage.add(0.44, (sheet) => {
    const y = hills(sheet, horizon + 40, 44, 2.6, 2)
    lay(sheet, SNOW.mid, y)
    for (let i = 0; i < 9; i++) {
      const x = sheet.left + stage.random() * (sheet.right - sheet.left)
      pine(sheet, x, y(x) + 8, between(stage.random, 90, 180), '#5f8284')
    }
    b.back({ depth: 0.44, y: (x) => y(x) + 12 })
  })
  ground(b, SNOW, 140, 26)
  fringe(b, SNOW)
}

export function paintDesert(b: Backdrop): void {
  const { stage, horizon } = b
  stage.add(0.18, (sheet) => lay(sheet, SAND.peak, hills(sheet, horizon - 60, 110, 1.6, 2)))
  stage.add(0.3, (sheet) => lay(sheet, SAND.far, hills(sheet, horizon - 6, 90, 1.3, 1)))
  stage.add(0.46, (sheet) => {
    const y = hills(sheet, horizon + 50, 76, 1.1, 1)
    lay(sheet, SAND.mid, y)
    for (let i = 0; i < 3; i++) {
      const x = sheet.W * between(stage.random, 0.02, 0.98)
      if (stage.random() < 0.5) cactus(sheet, x, y(x) + 6, between(stage.random, 70, 130), '#5f8f5a')
      else palm(sheet, x, y(x) + 6, between(stage.random, 130, 190), '#5f8a4a')
    }
    b.back({ depth: 0.46, y: (x) => y(x) + 10 })
  })
  ground(b, SAND, 150, 40)
  stage.add(1.05, (sheet) => lay(sheet, '#b98a4c', hills(sheet, sheet.H - 16, 34, 1.2, 1)))
}

export function paintWasteland(b: Backdrop): void {
  const { stage, horizon } = b
  farLand(b, ASH, 'peaks')
  stage.add(0.46, (sheet) => {
    const y = hills(sheet, horizon + 50, 50, 4, 4)
    lay(sheet, ASH.mid, y)
    for (let i = 0; i < 5; i++) {
      const x = sheet.left + stage.random() * (sheet.right - sheet.left)
      bareTree(sheet, x, y(x) + 6, between(stage.random, 110, 210), ASH.blade)
    }
    b.back({ depth: 0.46, y: (x) => y(x) + 10 })
  })
  mistBands(stage, 0.5, horizon - 10, horizon + 110, 0.16)
  ground(b, ASH, 150, 36)
  fringe(b, ASH)
}
