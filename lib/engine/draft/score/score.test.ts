import { describe, expect, it } from 'vitest'
import { MOODS } from '@/lib/storyboard/schema'
import { compose } from './compose'
import { chordOf, keyOf, leadVoices, noteOf } from './harmony'

const LOOP = 2_250 * 1_024
const seeds = [0, 1, 7, 99, 4_294_967_295]

describe('a piece', () => {
  it('is the same for the same seed and another for another', () => {
    for (const mood of MOODS) {
      expect(compose(mood, 5, LOOP)).toEqual(compose(mood, 5, LOOP))
      expect(compose(mood, 5, LOOP).notes).not.toEqual(compose(mood, 6, LOOP).notes)
    }
  })

  it('fills its loop with whole bars, at a pace one can listen to', () => {
    for (const samples of [60 * 1_024, 1_000 * 1_024, LOOP, 12_000 * 1_024]) {
      for (const seed of seeds) {
        const piece = compose('calm', seed, samples)
        expect(Number.isInteger(piece.bars)).toBe(true)
        expect(piece.bars * 4 * ((60 * 48_000) / piece.beatsPerMinute)).toBeCloseTo(samples, 3)
        if (samples > 500_000) {
          expect(piece.beatsPerMinute).toBeGreaterThan(48)
          expect(piece.beatsPerMinute).toBeLessThan(96)
        }
        for (const note of piece.notes) expect(note.start).toBeLessThan(samples + 400)
      }
    }
  })

  it('goes with every other mood of its seed: one scale, one pace or its double', () => {
    for (const seed of seeds) {
      const calm = compose('calm', seed, LOOP)
      const scale = new Set([0, 1, 2, 3, 4, 5, 6].map((degree) => noteOf(calm.key, degree) % 12))
      for (const mood of MOODS) {
        const piece = compose(mood, seed, LOOP)
        expect([calm.bars, calm.bars * 2]).toContain(piece.bars)
        const tuned = piece.notes.filter(
          (n) => !['drum', 'heart', 'shaker', 'wood', 'cymbal'].includes(n.voice),
        )
        for (const note of tuned) expect(scale.has(note.midi % 12), `${mood} ${note.midi}`).toBe(true)
      }
    }
  })

  it('has a tune, a bass and harmony in every mood, and never a flurry of notes under the narrator', () => {
    for (const mood of MOODS) {
      for (const seed of seeds) {
        const { notes, samples } = compose(mood, seed, LOOP)
        expect(new Set(notes.map((n) => n.voice)).size).toBeGreaterThanOrEqual(3)
        expect(notes.length / (samples / 48_000)).toBeLessThan(14)
      }
    }
  })
})

it('leads voices: no part leaps further than a fifth between two chords', () => {
  for (const seed of seeds) {
    const key = keyOf(seed)
    const chords = [0, 4, 5, 2, 3, 0, 1, 4, 0].map((degree) => chordOf(key, degree, 'seventh'))
    const voicings = leadVoices(chords, 60)
    voicings.slice(1).forEach((voicing, i) => {
      expect(voicing).toEqual([...voicing].sort((a, b) => a - b))
      voicing.forEach((note, part) => {
        expect(Math.abs(note - voicings[i]![part]!)).toBeLessThanOrEqual(7)
      })
    })
  }
})
