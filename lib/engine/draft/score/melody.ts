/** A tune in phrases of two bars: a motif, its answer, something new, a close. Pure. */
import { type Chord, type Key, nearestChordDegree, noteOf } from './harmony'
import type { MoodPlan } from './moods'
import type { Random } from './random'

export interface MelodyNote {
  /** In beats from the loop's start. */
  at: number
  beats: number
  midi: number
  velocity: number
}

/** Starts and lengths in eighths over two bars. */
type Rhythm = readonly (readonly [number, number])[]
const RHYTHMS: Record<MoodPlan['melody']['rhythm'], readonly [Rhythm, ...Rhythm[]]> = {
  sparse: [
    [
      [0, 3],
      [3, 1],
      [4, 4],
      [8, 7],
    ],
    [
      [2, 2],
      [4, 4],
      [8, 3],
      [11, 4],
    ],
    [
      [0, 4],
      [4, 2],
      [6, 2],
      [8, 7],
    ],
    [
      [0, 6],
      [6, 2],
      [8, 7],
    ],
  ],
  flowing: [
    [
      [0, 2],
      [2, 1],
      [3, 1],
      [4, 3],
      [7, 1],
      [8, 4],
      [12, 3],
    ],
    [
      [0, 3],
      [3, 1],
      [4, 2],
      [6, 2],
      [8, 6],
    ],
    [
      [1, 1],
      [2, 2],
      [4, 3],
      [7, 1],
      [8, 3],
      [11, 1],
      [12, 3],
    ],
  ],
  busy: [
    [
      [0, 1],
      [1, 1],
      [2, 2],
      [4, 1],
      [5, 1],
      [6, 2],
      [8, 1],
      [9, 1],
      [10, 1],
      [11, 1],
      [12, 3],
    ],
    [
      [0, 2],
      [2, 1],
      [3, 1],
      [4, 1],
      [6, 1],
      [8, 2],
      [10, 1],
      [11, 1],
      [12, 2],
    ],
    [
      [0, 1],
      [2, 1],
      [3, 2],
      [5, 1],
      [6, 1],
      [8, 1],
      [10, 1],
      [11, 2],
      [13, 2],
    ],
  ],
}
const CLOSE: Rhythm = [
  [0, 2],
  [2, 2],
  [4, 4],
  [8, 6],
]

const PHRASE_BARS = 2
const BEATS = 4
/** Degrees of the scale left out of the pentatonic: fourth and leading tone. */
const AVOIDED = new Set([3, 6])

interface Motif {
  rhythm: Rhythm
  /** Steps of the scale from the phrase's first note. */
  steps: number[]
}

export function writeMelody(
  plan: MoodPlan['melody'],
  key: Key,
  chords: readonly Chord[],
  random: Random,
): MelodyNote[] {
  const motif = inventMotif(random.pick(RHYTHMS[plan.rhythm]), random)
  const contrast = inventMotif(random.pick(RHYTHMS[plan.rhythm]), random)
  const notes: MelodyNote[] = []
  let last = plan.centre
  for (let bar = 0; bar < chords.length; bar += PHRASE_BARS) {
    const place = (bar / PHRASE_BARS) % 4
    const section = Math.floor(bar / (4 * PHRASE_BARS))
    const used = place === 2 ? contrast : place === 3 ? { rhythm: CLOSE, steps: [2, 1, -1, 0] } : motif
    // The narrator needs room: whole phrases are left out rather than notes.
    if (!random.chance(place === 0 ? Math.min(1, plan.presence + 0.2) : plan.presence)) continue
    const lift = place === 1 ? random.pick([1, 2, -1]) : place === 2 ? random.pick([2, 3]) : 0
    const start = plan.centre + lift + (section % 2 === 1 && place < 2 ? 1 : 0)
    used.rhythm.forEach(([eighth, length], i) => {
      const chord = chords[bar + Math.floor(eighth / 8)]
      // A loop of an odd number of bars ends within a phrase.
      if (!chord) return
      const wanted = nearTo(start + (used.steps[i] ?? 0), last, plan.centre)
      const strong = eighth % 4 === 0 || length >= 3
      const degree = strong
        ? nearestChordDegree(key, chord, wanted)
        : plan.pentatonic
          ? pentatonic(wanted)
          : wanted
      last = degree
      notes.push({
        at: bar * BEATS + eighth / 2,
        beats: length / 2,
        midi: noteOf(key, degree),
        velocity: (strong ? 0.85 : 0.68) + random.between(-0.08, 0.08) - (place === 3 && i > 1 ? 0.1 : 0),
      })
    })
  }
  return notes
}

/** Mostly steps, now and then a leap that is stepped back from. */
function inventMotif(rhythm: Rhythm, random: Random): Motif {
  const steps = [0]
  let leapt = 0
  for (let i = 1; i < rhythm.length; i++) {
    const before = steps[i - 1]!
    const move = leapt !== 0 ? -Math.sign(leapt) : random.pick([1, 1, -1, -1, 2, -2, 3, -3, 0])
    leapt = Math.abs(move) > 2 ? move : 0
    steps.push(before + move)
  }
  return { rhythm, steps }
}

/** Within an octave of the last note and nine steps of the centre. */
function nearTo(degree: number, last: number, centre: number): number {
  let out = degree
  while (out - last > 5) out -= 7
  while (last - out > 5) out += 7
  if (out > centre + 6) out -= 7
  if (out < centre - 5) out += 7
  return out
}

function pentatonic(degree: number): number {
  return AVOIDED.has(((degree % 7) + 7) % 7) ? degree - 1 : degree
}
