/** Colours as `#rrggbb`: the few sums the painter does with them. */

export type Hex = string
export type Rgb = [number, number, number]

export function rgbOf(hex: Hex): Rgb {
  const n = Number.parseInt(hex.slice(1, 7), 16)
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255]
}

export function hexOf([r, g, b]: Rgb): Hex {
  const part = (v: number) =>
    Math.max(0, Math.min(255, Math.round(v)))
      .toString(16)
      .padStart(2, '0')
  return `#${part(r)}${part(g)}${part(b)}`
}

export function mix(a: Hex, b: Hex, t: number): Hex {
  const x = rgbOf(a)
  const y = rgbOf(b)
  return hexOf([x[0] + (y[0] - x[0]) * t, x[1] + (y[1] - x[1]) * t, x[2] + (y[2] - x[2]) * t])
}

/** As light falls on paper: white leaves the paper's colour, black leaves black. */
export function multiply(paper: Hex, light: Hex): Hex {
  const x = rgbOf(paper)
  const y = rgbOf(light)
  return hexOf([(x[0] * y[0]) / 255, (x[1] * y[1]) / 255, (x[2] * y[2]) / 255])
}

/** Perceived brightness, 0 to 1 (Rec. 709 weights on gamma values). */
export function brightness(hex: Hex): number {
  const [r, g, b] = rgbOf(hex)
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
}

/** Below 1 greys a colour, above 1 makes it stronger. */
export function saturate(hex: Hex, amount: number): Hex {
  const [r, g, b] = rgbOf(hex)
  const grey = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return hexOf([grey + (r - grey) * amount, grey + (g - grey) * amount, grey + (b - grey) * amount])
}

/** The colour at `t` (0 to 1) along evenly spaced stops. */
export function ramp(stops: readonly Hex[], t: number): Hex {
  const at = Math.max(0, Math.min(1, t)) * (stops.length - 1)
  const i = Math.min(stops.length - 2, Math.floor(at))
  return mix(stops[i]!, stops[i + 1]!, at - i)
}

export function alpha(hex: Hex, a: number): string {
  const [r, g, b] = rgbOf(hex)
  return `rgba(${r},${g},${b},${Math.round(a * 1000) / 1000})`
}

export const lighter = (hex: Hex, t: number): Hex => mix(hex, '#ffffff', t)
export const darker = (hex: Hex, t: number): Hex => mix(hex, '#05060a', t)
