/** The parts under the tune: figures from the chords, bass, percussion. Pure. */
import { type Chord, type Key, noteOf } from './harmony'
import type { MelodyNote } from './melody'
import type { MoodPlan, Voice } from './moods'
import type { Random } from './random'

export interface Part {
  voice: Voice
  level: number
  /** How far its notes spread between left and right, 0 to 1. */
  width: number
  notes: MelodyNote[]
}

const BEATS = 4

/** Eighths of a bar and which of the chord's four notes sound. */
const FIGURES: Record<MoodPlan['accompaniment']['kind'], readonly (readonly [number, number])[]> = {
  still: [
    [0, 0],
    [0.1, 1],
    [0.2, 2],
    [4, 3],
  ],
  rolling: [
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
    [5, 1],
    [6, 2],
    [7, 1],
  ],
  rocking: [
    [0, 0],
    [1, 2],
    [2, 1],
    [3, 3],
    [4, 0],
    [5, 2],
    [6, 1],
    [7, 3],
  ],
  offbeat: [
    [1, 1],
    [1, 2],
    [3, 2],
    [3, 3],
    [5, 1],
    [5, 2],
    [7, 2],
    [7, 3],
  ],
  ostinato: [
    [0, 0],
    [0.5, 0],
    [1, 1],
    [1.5, 0],
    [2, 2],
    [2.5, 0],
    [3, 1],
    [3.5, 0],
    [4, 0],
    [4.5, 0],
    [5, 1],
    [5.5, 0],
    [6, 2],
    [6.5, 0],
    [7, 1],
    [7.5, 2],
  ],
  drops: [
    [0, 3],
    [3, 2],
    [5, 1],
  ],
}

export function accompany(
  plan: MoodPlan['accompaniment'],
  voicings: readonly (readonly number[])[],
  random: Random,
): Part {
  const short = plan.kind === 'offbeat' || plan.kind === 'ostinato'
  const notes: MelodyNote[] = []
  voicings.forEach((voicing, bar) => {
    for (const [eighth, voice] of FIGURES[plan.kind]) {
      if (plan.kind === 'drops' && random.chance(0.45)) continue
      if (plan.kind === 'rolling' && eighth % 2 === 1 && random.chance(0.25)) continue
      const accent = eighth % 4 === 0 ? 1 : eighth % 1 === 0 ? 0.82 : 0.62
      notes.push({
        at: bar * BEATS + eighth / 2,
        beats: short ? 0.25 : plan.kind === 'drops' ? 3 : 1.5,
        midi: voicing[voice]! + (plan.kind === 'drops' ? 24 : plan.kind === 'rocking' ? 12 : 0),
        velocity: accent * random.between(0.8, 1),
      })
    }
  })
  return { voice: plan.voice, level: plan.level, width: 0.55, notes }
}

/** Beats, lengths and whether the fifth is played instead of the root. */
const BASS: Record<MoodPlan['bass']['kind'], readonly (readonly [number, number, boolean])[]> = {
  long: [[0, 3.8, false]],
  halves: [
    [0, 1.9, false],
    [2, 1.4, true],
    [3.5, 0.4, false],
  ],
  bounce: [
    [0, 0.8, false],
    [2, 0.7, true],
    [3.5, 0.4, false],
  ],
  pulse: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5].map((at) => [at, 0.4, false] as const),
  drone: [
    [0, 4, false],
    [0, 4, true],
  ],
}

export function bassLine(plan: MoodPlan['bass'], key: Key, chords: readonly Chord[]): Part {
  const notes = chords.flatMap((chord, bar) =>
    BASS[plan.kind].map(
      ([at, beats, fifth]): MelodyNote => ({
        at: bar * BEATS + at,
        beats,
        midi: low(noteOf(key, chord.degree + (fifth ? 4 : 0))),
        velocity: (at === 0 ? 1 : 0.75) * (fifth ? 0.8 : 1),
      }),
    ),
  )
  return { voice: plan.kind === 'drone' ? 'drone' : 'bass', level: plan.level, width: 0, notes }
}

/** Between E flat 2 and D 3, 78 to 147 Hz: low enough to carry, high enough for small speakers. */
function low(midi: number): number {
  return 39 + ((((midi - 39) % 12) + 12) % 12)
}

export function beat(plan: MoodPlan['beat'], bars: number, random: Random): Part[] {
  const part = (
    voice: Voice,
    midi: number,
    width: number,
    hits: (bar: number) => [number, number][],
  ): Part => ({
    voice,
    level: plan.level,
    width,
    notes: Array.from({ length: bars }, (_, bar) => bar).flatMap((bar) =>
      hits(bar).map(([at, velocity]) => ({
        at: bar * BEATS + at,
        beats: 0.5,
        midi,
        velocity: velocity * random.between(0.85, 1),
      })),
    ),
  })
  switch (plan.kind) {
    case 'shaker':
      return [part('shaker', 61, 0.4, () => eighths((i) => (i % 2 === 1 ? 0.9 : 0.5)))]
    case 'wood':
      return [
        part('wood', 79, 0.5, (bar) =>
          bar % 2 === 0
            ? [
                [1, 0.7],
                [3, 0.6],
              ]
            : [
                [1, 0.7],
                [2.5, 0.4],
                [3, 0.7],
              ],
        ),
        part('shaker', 63, 0.4, () => eighths((i) => (i % 2 === 1 ? 0.5 : 0.2))),
      ]
    case 'heart':
      return [
        part('heart', 36, 0, () => [
          [0, 1],
          [0.45, 0.6],
          [2, 0.8],
          [2.45, 0.5],
        ]),
      ]
    case 'drums':
      return [
        part('drum', 38, 0.3, (bar) =>
          bar % 4 === 3
            ? [
                [0, 1],
                [1.5, 0.6],
                [2, 0.7],
                [3, 0.7],
                [3.25, 0.6],
                [3.5, 0.8],
                [3.75, 0.9],
              ]
            : [
                [0, 1],
                [1.5, 0.55],
                [2.5, 0.7],
              ],
        ),
        part('cymbal', 70, 0.2, (bar) => (bar % 8 === 7 ? [[2, 0.35]] : [])),
      ]
    case 'none':
      return []
  }
}

function eighths(velocity: (i: number) => number): [number, number][] {
  return Array.from({ length: 8 }, (_, i) => [i / 2, velocity(i)])
}
