/** The loop being painted: two channels and what goes to the hall. What runs past the end goes on at the start. Pure. */

export interface Canvas {
  samples: number
  left: Float32Array
  right: Float32Array
}

export function createCanvas(samples: number): Canvas {
  return { samples, left: new Float32Array(samples), right: new Float32Array(samples) }
}

/** Adds a mono sound at a place between left (-1) and right (1), at equal power. */
export function add(canvas: Canvas, start: number, sound: Float32Array, level: number, pan: number): void {
  const angle = ((Math.max(-1, Math.min(1, pan)) + 1) * Math.PI) / 4
  const toLeft = level * Math.cos(angle)
  const toRight = level * Math.sin(angle)
  let at = wrap(start, canvas.samples)
  for (let i = 0; i < sound.length; i++) {
    canvas.left[at]! += sound[i]! * toLeft
    canvas.right[at]! += sound[i]! * toRight
    if (++at === canvas.samples) at = 0
  }
}

export function wrap(at: number, samples: number): number {
  const rest = at % samples
  return rest < 0 ? rest + samples : rest
}
