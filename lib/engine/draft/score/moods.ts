/** What makes a mood: progressions, who plays, how busily, how wide the room is. Pure. */
import type { Mood } from '@/lib/storyboard/schema'
import type { ChordColour } from './harmony'

export type Voice =
  | 'pad'
  | 'dark-pad'
  | 'strings'
  | 'horns'
  | 'felt'
  | 'harp'
  | 'celesta'
  | 'kalimba'
  | 'marimba'
  | 'pizzicato'
  | 'spiccato'
  | 'bass'
  | 'drone'
  | 'drum'
  | 'heart'
  | 'shaker'
  | 'wood'
  | 'cymbal'

export type Accompaniment = 'still' | 'rolling' | 'rocking' | 'offbeat' | 'ostinato' | 'drops'
export type BassLine = 'long' | 'halves' | 'bounce' | 'pulse' | 'drone'
export type Beat = 'none' | 'shaker' | 'wood' | 'heart' | 'drums'

export interface MoodPlan {
  /** Bars for each of the seed's: 2 is twice as fast, where that is no gallop, and still in step with the others. */
  pace: 1 | 2
  /** Degrees of the major scale, a chord a bar; the last leads back to the first. Minor moods centre on 5. */
  progressions: readonly [readonly number[], ...(readonly number[])[]]
  colour: ChordColour
  pad: { voice: Voice; level: number; centre: number }
  second?: { voice: Voice; level: number; centre: number }
  accompaniment: { kind: Accompaniment; voice: Voice; level: number }
  bass: { kind: BassLine; level: number }
  melody: {
    voice: Voice
    level: number
    rhythm: 'sparse' | 'flowing' | 'busy'
    presence: number
    centre: number
    pentatonic: boolean
  }
  beat: { kind: Beat; level: number }
  /** Share of the sound that goes to the hall, and the hall's decay to -60 dB. */
  hall: { send: number; seconds: number }
}

export const MOOD_PLANS: Record<Mood, MoodPlan> = {
  calm: {
    pace: 1,
    progressions: [
      [0, 4, 5, 3, 0, 4, 3, 4],
      [0, 2, 3, 0, 5, 3, 1, 4],
      [3, 0, 4, 5, 3, 0, 1, 4],
    ],
    colour: 'ninth',
    pad: { voice: 'pad', level: 0.34, centre: 60 },
    accompaniment: { kind: 'rolling', voice: 'harp', level: 0.4 },
    bass: { kind: 'long', level: 0.4 },
    melody: { voice: 'felt', level: 0.8, rhythm: 'sparse', presence: 0.7, centre: 9, pentatonic: true },
    beat: { kind: 'none', level: 0 },
    hall: { send: 0.4, seconds: 2.6 },
  },
  joyful: {
    pace: 2,
    progressions: [
      [0, 4, 5, 3, 0, 4, 3, 4],
      [0, 3, 0, 4, 5, 3, 1, 4],
      [0, 5, 3, 4, 0, 2, 3, 4],
    ],
    colour: 'triad',
    pad: { voice: 'strings', level: 0.22, centre: 62 },
    accompaniment: { kind: 'rocking', voice: 'kalimba', level: 0.4 },
    bass: { kind: 'bounce', level: 1.3 },
    melody: { voice: 'celesta', level: 0.5, rhythm: 'flowing', presence: 0.8, centre: 9, pentatonic: true },
    beat: { kind: 'shaker', level: 0.3 },
    hall: { send: 0.25, seconds: 1.6 },
  },
  tender: {
    pace: 1,
    progressions: [
      [0, 4, 5, 2, 3, 0, 1, 4],
      [3, 4, 2, 5, 1, 4, 0, 4],
      [0, 5, 1, 4, 2, 5, 3, 4],
    ],
    colour: 'seventh',
    pad: { voice: 'strings', level: 0.4, centre: 58 },
    accompaniment: { kind: 'rolling', voice: 'felt', level: 0.32 },
    bass: { kind: 'long', level: 0.42 },
    melody: { voice: 'felt', level: 0.62, rhythm: 'flowing', presence: 0.85, centre: 9, pentatonic: false },
    beat: { kind: 'none', level: 0 },
    hall: { send: 0.36, seconds: 2.4 },
  },
  mysterious: {
    pace: 1,
    progressions: [
      [5, 5, 3, 3, 1, 1, 2, 2],
      [5, 2, 3, 1, 5, 0, 1, 2],
      [5, 5, 1, 1, 3, 3, 6, 2],
    ],
    colour: 'sus2',
    pad: { voice: 'dark-pad', level: 0.36, centre: 57 },
    second: { voice: 'pad', level: 0.2, centre: 72 },
    accompaniment: { kind: 'drops', voice: 'celesta', level: 0.4 },
    bass: { kind: 'drone', level: 0.42 },
    melody: { voice: 'harp', level: 0.5, rhythm: 'sparse', presence: 0.6, centre: 7, pentatonic: false },
    beat: { kind: 'none', level: 0 },
    hall: { send: 0.55, seconds: 3.4 },
  },
  tense: {
    pace: 1,
    progressions: [
      [5, 5, 3, 3, 5, 5, 1, 2],
      [5, 5, 6, 6, 3, 3, 2, 2],
      [5, 4, 3, 3, 5, 4, 1, 2],
    ],
    colour: 'sus2',
    pad: { voice: 'dark-pad', level: 0.26, centre: 55 },
    accompaniment: { kind: 'ostinato', voice: 'spiccato', level: 0.6 },
    bass: { kind: 'pulse', level: 0.9 },
    melody: { voice: 'strings', level: 0.34, rhythm: 'sparse', presence: 0.45, centre: 5, pentatonic: false },
    beat: { kind: 'heart', level: 0.6 },
    hall: { send: 0.28, seconds: 2 },
  },
  sad: {
    pace: 1,
    progressions: [
      [5, 3, 0, 4, 5, 3, 1, 2],
      [5, 4, 3, 2, 5, 1, 3, 2],
      [5, 2, 3, 0, 1, 5, 6, 2],
    ],
    colour: 'triad',
    pad: { voice: 'strings', level: 0.44, centre: 56 },
    accompaniment: { kind: 'still', voice: 'felt', level: 0.36 },
    bass: { kind: 'long', level: 0.4 },
    melody: { voice: 'felt', level: 0.6, rhythm: 'flowing', presence: 0.75, centre: 6, pentatonic: false },
    beat: { kind: 'none', level: 0 },
    hall: { send: 0.42, seconds: 3 },
  },
  epic: {
    pace: 1,
    progressions: [
      [5, 3, 0, 4, 5, 3, 1, 4],
      [5, 0, 3, 4, 5, 0, 1, 2],
      [3, 4, 5, 5, 3, 4, 0, 2],
    ],
    colour: 'triad',
    pad: { voice: 'strings', level: 0.42, centre: 62 },
    second: { voice: 'horns', level: 0.3, centre: 53 },
    accompaniment: { kind: 'ostinato', voice: 'spiccato', level: 0.75 },
    bass: { kind: 'halves', level: 0.7 },
    melody: { voice: 'horns', level: 0.46, rhythm: 'flowing', presence: 0.75, centre: 3, pentatonic: true },
    beat: { kind: 'drums', level: 0.7 },
    hall: { send: 0.36, seconds: 2.6 },
  },
  playful: {
    pace: 2,
    progressions: [
      [0, 3, 0, 4, 0, 5, 1, 4],
      [0, 1, 4, 0, 5, 1, 4, 4],
      [0, 5, 1, 4, 0, 3, 1, 4],
    ],
    colour: 'triad',
    pad: { voice: 'pad', level: 0.16, centre: 62 },
    accompaniment: { kind: 'offbeat', voice: 'pizzicato', level: 0.5 },
    bass: { kind: 'bounce', level: 1.1 },
    melody: { voice: 'marimba', level: 0.6, rhythm: 'busy', presence: 0.7, centre: 8, pentatonic: true },
    beat: { kind: 'wood', level: 0.36 },
    hall: { send: 0.2, seconds: 1.2 },
  },
}
