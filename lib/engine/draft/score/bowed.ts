/** Sounds that are held: pads, strings, horns, bass. Several slightly detuned players read a soft and a bright table. Pure. */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'
import { type Canvas, wrap } from './canvas'
import { hzOf, readTable, stepOf, type Timbre, tableOf } from './tables'

export interface BowedSpec {
  soft: Timbre
  bright: Timbre
  /** Share of the bright table at full swell, 0 to 1. */
  brightness: number
  players: number
  /** Cents between the outermost players. */
  detune: number
  /** How far the players sit apart. */
  spread: number
  attack: number
  release: number
  /** Cents and Hz. */
  vibrato: [number, number]
}

const falling =
  (power: number, knee: number): Timbre =>
  (k) =>
    k ** -power / (1 + (k / knee) ** 4)

export const BOWED: Record<
  'pad' | 'dark-pad' | 'strings' | 'horns' | 'spiccato' | 'bass' | 'drone',
  BowedSpec
> = {
  pad: {
    soft: falling(2, 4),
    bright: falling(1.3, 8),
    brightness: 0.4,
    players: 4,
    detune: 12,
    spread: 0.9,
    attack: 1.1,
    release: 1.6,
    vibrato: [2, 0.3],
  },
  'dark-pad': {
    soft: falling(1.8, 3),
    bright: (k) => (k % 2 === 1 ? falling(1.1, 6)(k) : 0.3 * falling(1.1, 6)(k)),
    brightness: 0.35,
    players: 4,
    detune: 16,
    spread: 0.9,
    attack: 1.6,
    release: 2,
    vibrato: [3, 0.17],
  },
  strings: {
    soft: falling(1.35, 7),
    bright: falling(0.95, 11),
    brightness: 0.5,
    players: 4,
    detune: 14,
    spread: 0.7,
    attack: 0.45,
    release: 0.7,
    vibrato: [7, 5.1],
  },
  horns: {
    soft: falling(1.5, 4),
    bright: falling(0.75, 7),
    brightness: 0.45,
    players: 3,
    detune: 7,
    spread: 0.4,
    attack: 0.14,
    release: 0.35,
    vibrato: [3, 4.6],
  },
  spiccato: {
    soft: falling(1.3, 6),
    bright: falling(0.9, 10),
    brightness: 0.6,
    players: 3,
    detune: 10,
    spread: 0.5,
    attack: 0.012,
    release: 0.16,
    vibrato: [0, 5],
  },
  bass: {
    soft: falling(2.1, 3),
    bright: falling(1.5, 5),
    brightness: 0.5,
    players: 2,
    detune: 3,
    spread: 0.06,
    attack: 0.03,
    release: 0.25,
    vibrato: [0, 1],
  },
  drone: {
    soft: falling(1.8, 3),
    bright: falling(1.2, 5),
    brightness: 0.3,
    players: 3,
    detune: 6,
    spread: 0.3,
    attack: 1.5,
    release: 1.8,
    vibrato: [2, 0.11],
  },
}

/** Samples between two points of the slow curves; in between they are straight. */
const STEP = 64

export function bow(
  canvas: Canvas,
  name: keyof typeof BOWED,
  note: { midi: number; start: number; length: number; velocity: number; pan: number },
): void {
  const spec = BOWED[name]
  const hz = hzOf(note.midi)
  const soft = tableOf(`${name} soft`, spec.soft, hz)
  const bright = tableOf(`${name} bright`, spec.bright, hz)
  const attack = Math.min(spec.attack * SAMPLE_RATE, note.length * 0.6)
  const release = spec.release * SAMPLE_RATE
  // A held note swells as it is let go into the next; a short one only needs its attack.
  const length = Math.round(note.length + release)
  for (let player = 0; player < spec.players; player++) {
    const seat = spec.players === 1 ? 0 : (2 * player) / (spec.players - 1) - 1
    const cents = (seat * spec.detune) / 2
    const step = stepOf(hz * 2 ** (cents / 1_200))
    const angle = ((Math.max(-1, Math.min(1, note.pan + seat * spec.spread)) + 1) * Math.PI) / 4
    const level = note.velocity / Math.sqrt(spec.players)
    const toLeft = level * Math.cos(angle)
    const toRight = level * Math.sin(angle)
    const [depth, rate] = spec.vibrato
    let phase = (player * 977 + note.midi * 331) % 2_048
    let at = wrap(note.start, canvas.samples)
    let gain = 0
    for (let i = 0; i < length; i += STEP) {
      const end = Math.min(STEP, length - i)
      const next = envelope(i + end, attack, note.length, release)
      const slope = (next - gain) / STEP
      const mix = spec.brightness * gain * note.velocity
      const sway = Math.sin(2 * Math.PI * ((rate * i) / SAMPLE_RATE + player * 0.37))
      const now = step * 2 ** ((depth * sway) / 1_200)
      for (let k = 0; k < end; k++) {
        const a = readTable(soft, phase)
        const value = (a + (readTable(bright, phase) - a) * mix) * gain
        canvas.left[at]! += value * toLeft
        canvas.right[at]! += value * toRight
        if (++at === canvas.samples) at = 0
        phase += now
        if (phase >= 2_048) phase -= 2_048
        gain += slope
      }
      gain = next
    }
  }
}

function envelope(at: number, attack: number, length: number, release: number): number {
  const up = at >= attack ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * at) / attack)
  if (at <= length) return up
  const left = Math.max(0, 1 - (at - length) / release)
  return up * left * left * (3 - 2 * left)
}
