/**
 * Keys, chords and how one chord leads into the next. Everything is diatonic to one major scale: a seed's minor moods
 * are in the relative minor of its major ones, so that any two can be crossfaded. Pure.
 */
import { createRandom, seedOf } from './random'

/** Semitones of the degrees of the major scale. */
const MAJOR = [0, 2, 4, 5, 7, 9, 11]

export interface Key {
  /** MIDI note of the tonic between 60 and 71. */
  tonic: number
}

/** Keys in which the instruments sound full: not so low that the bass growls, not so high that the melody cuts. */
export function keyOf(seed: number): Key {
  return { tonic: createRandom(seedOf(seed, 'key')).pick([60, 62, 63, 65, 67, 68, 70]) }
}

/** MIDI note of a degree of the scale; degrees run on through the octaves, 7 is the tonic above. */
export function noteOf(key: Key, degree: number): number {
  const octave = Math.floor(degree / 7)
  return key.tonic + 12 * octave + MAJOR[degree - 7 * octave]!
}

/** How a chord is built on its degree, in steps of the scale. */
export type ChordColour = 'triad' | 'seventh' | 'ninth' | 'sus2' | 'open'

const STACKS: Record<ChordColour, number[]> = {
  triad: [0, 2, 4],
  seventh: [0, 2, 4, 6],
  ninth: [0, 2, 4, 8],
  sus2: [0, 1, 4],
  open: [0, 4],
}

export interface Chord {
  /** 0 to 6. */
  degree: number
  /** Pitch classes, root first. */
  classes: number[]
}

export function chordOf(key: Key, degree: number, colour: ChordColour): Chord {
  // A seventh on the leading tone or a second on the mediant is harsh.
  const stack =
    STACKS[degree === 6 && colour !== 'open' ? 'triad' : degree === 2 && colour === 'sus2' ? 'triad' : colour]
  return { degree, classes: stack.map((step) => noteOf(key, degree + step) % 12) }
}

/** The chords in four parts, each moving as little as it can from the one before. */
export function leadVoices(chords: readonly Chord[], centre: number): number[][] {
  const out: number[][] = []
  for (const chord of chords) {
    const before = out.at(-1)
    let best: number[] = []
    let least = Infinity
    for (const voicing of voicings(chord, centre)) {
      const cost = before ? movement(before, voicing) + 0.3 * drift(voicing, centre) : drift(voicing, centre)
      if (cost < least) {
        least = cost
        best = voicing
      }
    }
    out.push(best)
  }
  return out
}

/** All ways to stack the chord upwards from a note near the centre, close and with the second voice from the top dropped. */
function voicings(chord: Chord, centre: number): number[][] {
  const found: number[][] = []
  for (let bottom = centre - 14; bottom <= centre + 2; bottom++) {
    const start = chord.classes.indexOf(((bottom % 12) + 12) % 12)
    if (start < 0) continue
    const close = [bottom]
    for (let k = 1; k < 4; k++)
      close.push(above(close[k - 1]!, chord.classes[(start + k) % chord.classes.length]!))
    found.push(close)
    found.push([close[0]!, close[2]! - 12, close[1]!, close[3]!].sort((a, b) => a - b))
  }
  return found
}

function above(note: number, pitchClass: number): number {
  return note + 1 + ((((pitchClass - note - 1) % 12) + 12) % 12)
}

function movement(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!)
  // Four parts that all leap the same way are a shifted block, not voices.
  const up = a.every((note, i) => b[i]! > note)
  const down = a.every((note, i) => b[i]! < note)
  return sum + (up || down ? 4 : 0)
}

function drift(voicing: readonly number[], centre: number): number {
  const mean = voicing.reduce((x, y) => x + y, 0) / voicing.length
  const crowded = voicing[1]! - voicing[0]! < 3 && voicing[0]! < 52 ? 6 : 0
  return Math.abs(mean - centre) * 1.5 + crowded
}

/** The degree nearest to `degree` whose note belongs to the chord. */
export function nearestChordDegree(key: Key, chord: Chord, degree: number): number {
  for (let away = 0; away < 4; away++) {
    for (const candidate of [degree - away, degree + away]) {
      if (chord.classes.includes(noteOf(key, candidate) % 12)) return candidate
    }
  }
  return degree
}
