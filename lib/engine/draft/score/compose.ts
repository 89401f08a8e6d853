/** Writes the piece: who plays which note when. A piece is a loop of whole bars that fills its samples exactly. Pure. */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'
import type { Mood } from '@/lib/storyboard/schema'
import { type Chord, chordOf, type Key, keyOf, leadVoices } from './harmony'
import { writeMelody } from './melody'
import { MOOD_PLANS, type MoodPlan, type Voice } from './moods'
import { accompany, bassLine, beat, type Part } from './parts'
import { createRandom, type Random, seedOf } from './random'

export interface Note {
  voice: Voice
  midi: number
  /** Samples from the loop's start; may be just before it. */
  start: number
  /** Samples until it is let go. */
  length: number
  /** 0 to 1. */
  velocity: number
  /** -1 left to 1 right. */
  pan: number
}

export interface Piece {
  samples: number
  bars: number
  beatsPerMinute: number
  key: Key
  notes: Note[]
  hall: MoodPlan['hall']
}

const BEATS_PER_BAR = 4
const FASTEST = 140

export function compose(mood: Mood, seed: number, samples: number): Piece {
  const plan = MOOD_PLANS[mood]
  const key = keyOf(seed)
  const bars = livelyBars(barsOf(seed, samples), plan.pace, samples)
  const beatSamples = samples / (bars * BEATS_PER_BAR)
  const random = createRandom(seedOf(seed, mood))
  const chords = writeChords(plan, key, bars, random)
  const parts = writeParts(plan, key, chords, random)
  const sway = createRandom(seedOf(seed, `${mood} timing`))
  const notes = parts.flatMap((part) => part.notes.map((note) => playOut(part, note, beatSamples, sway)))
  return {
    samples,
    bars,
    beatsPerMinute: (60 * SAMPLE_RATE) / beatSamples,
    key,
    notes,
    hall: plan.hall,
  }
}

/** The seed sets the pace, the same for all its moods, so that they keep step when one fades into another. */
function barsOf(seed: number, samples: number): number {
  const pace = createRandom(seedOf(seed, 'pace')).between(58, 82)
  const exact = samples / SAMPLE_RATE / ((60 / pace) * BEATS_PER_BAR)
  const unit = exact >= 10 ? 4 : exact >= 1.4 ? 2 : 1
  return Math.max(1, Math.round(exact / unit) * unit)
}

/** Twice the bars for a lively mood, unless that would be a gallop. */
function livelyBars(bars: number, pace: MoodPlan['pace'], samples: number): number {
  const beatsPerMinute = (bars * pace * BEATS_PER_BAR * 60 * SAMPLE_RATE) / samples
  return beatsPerMinute <= FASTEST ? bars * pace : bars
}

/** Sections of eight bars: the first idea twice, another, the first again. */
function writeChords(plan: MoodPlan, key: Key, bars: number, random: Random): Chord[] {
  const first = random.pick(plan.progressions)
  const other = random.pick(plan.progressions)
  const degrees = Array.from({ length: bars }, (_, bar) => {
    const section = Math.floor(bar / 8) % 4
    const progression = section === 2 ? other : first
    return progression[bar % progression.length]!
  })
  // However many bars there are, the last leads home.
  if (bars > 2) degrees[bars - 1] = first.at(-1)!
  return degrees.map((degree) => chordOf(key, degree, plan.colour))
}

function writeParts(plan: MoodPlan, key: Key, chords: Chord[], random: Random): Part[] {
  const voicings = leadVoices(chords, plan.pad.centre)
  const pad = (voice: Voice, level: number, centre: number): Part => ({
    voice,
    level,
    width: 0.7,
    notes: holdChords(centre === plan.pad.centre ? voicings : leadVoices(chords, centre)),
  })
  return [
    pad(plan.pad.voice, plan.pad.level, plan.pad.centre),
    ...(plan.second ? [pad(plan.second.voice, plan.second.level, plan.second.centre)] : []),
    accompany(plan.accompaniment, voicings, random),
    bassLine(plan.bass, key, chords),
    {
      voice: plan.melody.voice,
      level: plan.melody.level,
      width: 0.15,
      notes: writeMelody(plan.melody, key, chords, random),
    },
    ...beat(plan.beat, chords.length, random),
  ]
}

/** Voices that stay on their note are held over the bar line, as players would. */
function holdChords(voicings: readonly (readonly number[])[]): Part['notes'] {
  const notes: Part['notes'] = []
  for (let part = 0; part < 4; part++) {
    for (let bar = 0; bar < voicings.length; ) {
      const midi = voicings[bar]![part]!
      let end = bar + 1
      while (end < voicings.length && voicings[end]![part] === midi && end - bar < 4) end++
      notes.push({ at: bar * BEATS_PER_BAR, beats: (end - bar) * BEATS_PER_BAR, midi, velocity: 0.7 })
      bar = end
    }
  }
  return notes
}

/** A few milliseconds early or late, as hands are. */
const SWAY_SAMPLES = 380

function playOut(part: Part, note: Part['notes'][number], beatSamples: number, sway: Random): Note {
  const place = ((note.midi * 7) % 12) / 5.5 - 1
  return {
    voice: part.voice,
    midi: note.midi,
    start: Math.round(note.at * beatSamples + sway.between(-1, 1) * SWAY_SAMPLES),
    length: Math.round(note.beats * beatSamples),
    velocity: Math.max(0.05, note.velocity * part.level * sway.between(0.92, 1.06)),
    pan: place * part.width,
  }
}
