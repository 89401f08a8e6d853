/**
 * Plays a piece into a loop, note by note and then the hall, giving way now and then so that progress is seen and a
 * cancel is heard.
 */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'
import { BOWED, bow } from './bowed'
import { add, type Canvas, createCanvas, wrap } from './canvas'
import type { Note, Piece } from './compose'
import { cymbal, drum, heart, shaker } from './drums'
import { createHall } from './hall'
import { STRUCK, strike } from './struck'

/** How loud each family is for the same velocity; set by measuring K-weighted energy. */
const STRUCK_LEVEL = 0.5
const BOWED_LEVEL = 0.16

/** Yields the share that is done, every few milliseconds of work; returns interleaved stereo. */
export function* perform(piece: Piece): Generator<number, Float32Array> {
  const canvas = createCanvas(piece.samples)
  let done = 0
  for (const note of piece.notes) {
    play(canvas, note)
    done++
    yield (0.7 * done) / piece.notes.length
  }
  return yield* reverberate(canvas, piece.hall)
}

function play(canvas: Canvas, note: Note): void {
  const { voice, midi, velocity } = note
  if (voice in BOWED) {
    bow(canvas, voice as keyof typeof BOWED, { ...note, velocity: velocity * BOWED_LEVEL })
  } else if (voice in STRUCK) {
    const sound = strike(STRUCK[voice as keyof typeof STRUCK], midi, note.length, velocity)
    add(canvas, note.start, sound, velocity * STRUCK_LEVEL, note.pan)
  } else {
    add(canvas, note.start, percussion(note), velocity * STRUCK_LEVEL, note.pan)
  }
}

function percussion(note: Note): Float32Array {
  switch (note.voice) {
    case 'drum':
      return drum(note.velocity, note.start)
    case 'heart':
      return heart(note.start)
    case 'cymbal':
      return cymbal(note.start)
    default:
      return shaker(note.start)
  }
}

/** Leaves room for a voice: the band that makes speech clear is a little quieter in the music. */
const VOICE_DIP = { hz: 2_600, q: 0.6, db: -3 }
const STRIDE = 8_192

function* reverberate(canvas: Canvas, room: Piece['hall']): Generator<number, Float32Array> {
  const hall = createHall(room.seconds)
  const filters = [createDip(), createDip()] as const
  const out = new Float32Array(canvas.samples * 2)
  // The hall must hold what the loop's end leaves in it: three of its decays are beyond hearing.
  const runUp = Math.round(room.seconds * 1.6 * SAMPLE_RATE)
  const dry = 1 - room.send * 0.35
  for (let i = -runUp; i < canvas.samples; i++) {
    const at = i < 0 ? wrap(i, canvas.samples) : i
    const left = canvas.left[at]!
    const right = canvas.right[at]!
    hall.step(left, right)
    const l = filters[0](left * dry + hall.left * room.send)
    const r = filters[1](right * dry + hall.right * room.send)
    if (i >= 0) {
      out[i * 2] = l
      out[i * 2 + 1] = r
    }
    if (i % STRIDE === 0) yield 0.7 + (0.3 * (i + runUp)) / (canvas.samples + runUp)
  }
  return out
}

/** A wide dip around the voice's consonants, after a high pass at 30 Hz (Bristow-Johnson's cookbook). */
function createDip(): (x: number) => number {
  const w = (2 * Math.PI * VOICE_DIP.hz) / SAMPLE_RATE
  const alpha = Math.sin(w) / (2 * VOICE_DIP.q)
  const a = 10 ** (VOICE_DIP.db / 40)
  const a0 = 1 + alpha / a
  const [b0, b1, b2, a2] = [
    (1 + alpha * a) / a0,
    (-2 * Math.cos(w)) / a0,
    (1 - alpha * a) / a0,
    (1 - alpha / a) / a0,
  ]
  let low = 0
  let z1 = 0
  let z2 = 0
  return (x) => {
    low += (x - low) * 0.004
    const high = x - low
    const y = b0 * high + z1
    z1 = b1 * high - b1 * y + z2
    z2 = b2 * high - a2 * y
    return y
  }
}
