/** Land: ridges, dunes, waves and the ground that people stand on. */
import type { Hex } from '../colour'
import { fractal, noiseFrom } from '../random'
import type { Sheet } from '../stage'
import { cut } from './paper'

export interface Ground {
  depth: number
  /** Height of the land's edge at x, units from the top of the picture. */
  y(x: number): number
  /** Where along the picture things may stand, for ground that does not cross all of it. */
  x?(x: number): number
}

/** The outline of hills: `rough` 1 is a soft swell, 5 are crags. */
export function hills(
  sheet: Sheet,
  base: number,
  height: number,
  waves: number,
  rough: number,
): (x: number) => number {
  const noise = noiseFrom(sheet.random)
  const shift = sheet.random() * 40
  return (x) => base - height * 2 * fractal(noise, shift + (x / 1778) * waves, rough)
}

/** Pointed peaks with straight flanks, cut rather than rounded. */
export function peaks(sheet: Sheet, base: number, height: number, count: number): (x: number) => number {
  const { random, W } = sheet
  const noise = noiseFrom(random)
  const tops = Array.from({ length: count }, (_, i) => ({
    x: ((i + 0.2 + random() * 0.6) / count) * W * 1.2 - W * 0.1,
    h: height * (0.45 + random() * 0.55),
    slope: 0.8 + random() * 0.9,
  }))
  return (x) => {
    const top = tops.reduce((best, t) => Math.max(best, t.h - Math.abs(x - t.x) * t.slope), 0)
    return base - top - fractal(noise, x / 90, 3) * height * 0.13
  }
}

/** Lays a broad sheet whose upper edge follows `y`, down to the bottom of the picture. */
export function lay(sheet: Sheet, own: Hex, y: (x: number) => number, lift = 1): void {
  const top = topOf(sheet, y)
  cut(
    sheet,
    own,
    (ink) => {
      ink.moveTo(sheet.left - 20, sheet.bottom + 20)
      for (let x = sheet.left - 20; x <= sheet.right + 20; x += 5) ink.lineTo(x, y(x))
      ink.lineTo(sheet.right + 20, sheet.bottom + 20)
      ink.closePath()
    },
    { lift, land: true, top, bottom: Math.min(sheet.bottom, top + 460) },
  )
}

export function topOf(sheet: Sheet, y: (x: number) => number): number {
  let top = sheet.bottom
  for (let x = sheet.left; x <= sheet.right; x += 25) top = Math.min(top, y(x))
  return top
}

/** Scalloped crests as a toy theatre's sea has them; `chop` 0 (calm) to 1 (storm). */
export function crests(sheet: Sheet, base: number, chop: number, width: number): (x: number) => number {
  const noise = noiseFrom(sheet.random)
  const shift = sheet.random() * 60
  const height = 9 + 46 * chop
  return (x) => {
    const t = (x / width) * Math.PI + noise((x + shift) / 260) * 1.6 + shift
    return base - height * (1 - Math.abs(Math.sin(t))) * (0.65 + 0.35 * noise(x / 300 + shift))
  }
}
