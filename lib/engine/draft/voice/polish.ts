/**
 * Makes the formant voice easier to listen to: less buzz between 3 and 6 kHz, some warmth below 300 Hz and a few early
 * reflections of a small room, so that it does not sound inside the listener's head. Keeps its state between calls, so
 * a long line is polished piece by piece. Pure.
 */

export type Polish = (samples: Float32Array) => Float32Array

interface Biquad {
  b0: number
  b1: number
  b2: number
  a1: number
  a2: number
}

/**
 * Bends the mean spectrum of each variant most of the way to that of human speech (Byrne et al., "An international
 * comparison of long-term average speech spectra", 1994): the honk near 1 kHz and the buzz near 4 kHz go.
 */
const CURVES: Record<'female' | 'male', (rate: number) => Biquad[]> = {
  female: (rate) => [
    highPass(rate, 90),
    peak(rate, 300, 0.8, 2.5),
    peak(rate, 1_000, 0.9, -4),
    peak(rate, 4_200, 0.9, -7),
    highShelf(rate, 6_500, 1.5),
  ],
  male: (rate) => [
    highPass(rate, 65),
    peak(rate, 180, 0.8, 2.5),
    peak(rate, 900, 0.9, -2),
    peak(rate, 2_600, 1.4, -3),
    peak(rate, 5_200, 1.2, -2),
  ],
}

export function createPolish(sampleRate: number, sex: 'female' | 'male'): Polish {
  const filters = [...CURVES[sex](sampleRate), ...rotators(sampleRate)].map((coefficients) =>
    runner(coefficients),
  )
  const room = createRoom(sampleRate)
  return (samples) => {
    const out = new Float32Array(samples.length)
    for (let i = 0; i < samples.length; i++) {
      let x = samples[i] ?? 0
      for (const filter of filters) x = filter(x)
      out[i] = room(x) * HEADROOM
    }
    return out
  }
}

/**
 * Formant pulses start all harmonics at once, which makes sharp peaks and a buzz. All-passes spread the phases, as radio
 * stations do, and change no level.
 */
function rotators(sampleRate: number): Biquad[] {
  return [180, 320, 560, 950].map((hz) => allPass(sampleRate, hz, 0.7))
}

/** eSpeak fills the whole range, and the reflections come on top. */
const HEADROOM = 0.8

/** Delays in ms and gains of first reflections in a room of about three metres; the walls swallow the highs. */
const REFLECTIONS: [number, number][] = [
  [5.3, 0.1],
  [8.9, -0.085],
  [13.7, 0.07],
  [19.1, -0.055],
  [27.7, 0.04],
]

function createRoom(sampleRate: number): (x: number) => number {
  const line = new Float32Array(Math.ceil((sampleRate * 30) / 1_000) + 1)
  const taps = REFLECTIONS.map(([ms, gain]) => [Math.round((ms * sampleRate) / 1_000), gain] as const)
  let at = 0
  let dull = 0
  return (x) => {
    dull += (x - dull) * 0.45
    line[at] = dull
    let y = x
    for (const [delay, gain] of taps) y += (line[(at - delay + line.length) % line.length] ?? 0) * gain
    at = (at + 1) % line.length
    return y
  }
}

function runner(f: Biquad): (x: number) => number {
  let z1 = 0
  let z2 = 0
  return (x) => {
    const y = f.b0 * x + z1
    z1 = f.b1 * x - f.a1 * y + z2
    z2 = f.b2 * x - f.a2 * y
    return y
  }
}

// Robert Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients".

function highPass(rate: number, hz: number): Biquad {
  const { cos, alpha } = angle(rate, hz, Math.SQRT1_2)
  const a0 = 1 + alpha
  const b = (1 + cos) / 2 / a0
  return { b0: b, b1: -2 * b, b2: b, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

function peak(rate: number, hz: number, q: number, gainDb: number): Biquad {
  const { cos, alpha } = angle(rate, hz, q)
  const a = 10 ** (gainDb / 40)
  const a0 = 1 + alpha / a
  return {
    b0: (1 + alpha * a) / a0,
    b1: (-2 * cos) / a0,
    b2: (1 - alpha * a) / a0,
    a1: (-2 * cos) / a0,
    a2: (1 - alpha / a) / a0,
  }
}

function allPass(rate: number, hz: number, q: number): Biquad {
  const { cos, alpha } = angle(rate, hz, q)
  const a0 = 1 + alpha
  const b0 = (1 - alpha) / a0
  const b1 = (-2 * cos) / a0
  return { b0, b1, b2: 1, a1: b1, a2: b0 }
}

function highShelf(rate: number, hz: number, gainDb: number): Biquad {
  const { cos, alpha } = angle(rate, hz, Math.SQRT1_2)
  const a = 10 ** (gainDb / 40)
  const root = 2 * Math.sqrt(a) * alpha
  const a0 = a + 1 - (a - 1) * cos + root
  return {
    b0: (a * (a + 1 + (a - 1) * cos + root)) / a0,
    b1: (-2 * a * (a - 1 + (a + 1) * cos)) / a0,
    b2: (a * (a + 1 + (a - 1) * cos - root)) / a0,
    a1: (2 * (a - 1 - (a + 1) * cos)) / a0,
    a2: (a + 1 - (a - 1) * cos - root) / a0,
  }
}

function angle(rate: number, hz: number, q: number): { cos: number; alpha: number } {
  const w = (2 * Math.PI * hz) / rate
  return { cos: Math.cos(w), alpha: Math.sin(w) / (2 * q) }
}
