import { StudioError } from '@/lib/base/errors'
import type { Slot } from '@/lib/storyboard/schema'
import { LEAST_SIDE, UPLOAD_FORMATS, UPLOAD_LIMITS, type UploadProblem, type UploadRefusal } from './schema'

const NAMES: Record<Slot, string> = { frame: 'picture', clip: 'clip', narration: 'recording' }

/** `bad_media` that says what the file is and what was expected; the details say the same to a program. */
export function refusal(slot: Slot, problem: UploadProblem, found = '', cause?: unknown): StudioError {
  const details: UploadRefusal = { problem, slot, found }
  const userMessage = `${sentenceOf(slot, problem, found)} Nothing was changed.`
  return new StudioError('bad_media', `upload refused: ${problem} ${found}`.trim(), {
    userMessage,
    details,
    cause,
  })
}

export function tooLarge(slot: Slot): StudioError {
  const limit = UPLOAD_LIMITS[slot].bytes
  return new StudioError('too_large', `upload beyond ${limit} bytes`, {
    userMessage: `A ${NAMES[slot]} may have at most ${limit / 1_000_000} MB. Nothing was changed.`,
    details: { slot, limit_bytes: limit },
  })
}

function sentenceOf(slot: Slot, problem: UploadProblem, found: string): string {
  const name = NAMES[slot]
  const limits = UPLOAD_LIMITS[slot]
  const minutes = limits.durationMs / 60_000
  const sentences: Record<UploadProblem, string> = {
    wrong_type: `${described(found, name)} It has to be ${listed(UPLOAD_FORMATS[slot])}.`,
    empty: `The file is empty. It has to be ${listed(UPLOAD_FORMATS[slot])}.`,
    broken: `The ${name} is damaged or was cut short: it does not open to its end. Save it anew and try again.`,
    too_many_pixels: `The ${name} has ${found} pixels; at most ${limits.pixels / 1_000_000} million can be used.`,
    too_small: `The ${name} has ${found} pixels; each side needs at least ${LEAST_SIDE}.`,
    too_long: `The ${name} is too long: it may last ${minutes} minutes at most.`,
    no_picture: 'The file holds no moving picture.',
    no_sound: 'The file holds no sound.',
    silent: 'There is nothing to hear in the recording.',
    odd_track: `The file holds a track that the studio does not know (${found}). Save it as plain H.264 and AAC.`,
    two_pictures: `The file holds ${found} tracks of moving pictures. Save it with one.`,
  }
  return sentences[problem]
}

function described(found: string, name: string): string {
  if (found === '') return `This is no ${name} that the studio knows.`
  return found === 'text' ? `This is text, not a ${name}.` : `This is a ${found} file, not a ${name}.`
}

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
