/**
 * Upload: a file the writer brings becomes an asset like any other. It is received with a limit, known by its bytes and
 * never by its name, made anew (nothing of the file itself is kept, so no place, owner or hidden track either) and
 * checked. This file is free of Node: the page knows the same limits and the same reasons.
 */
import type { Slot } from '@/lib/storyboard/schema'

const MEGABYTE = 1_000_000
const MINUTE_MS = 60_000

export interface UploadLimits {
  bytes: number
  /** Of a picture, or of one picture of a clip. */
  pixels: number
  /** Of clips and recordings. */
  durationMs: number
}

export const UPLOAD_LIMITS: Record<Slot, UploadLimits> = {
  frame: { bytes: 50 * MEGABYTE, pixels: 64_000_000, durationMs: 0 },
  clip: { bytes: 500 * MEGABYTE, pixels: 36_000_000, durationMs: 5 * MINUTE_MS },
  narration: { bytes: 200 * MEGABYTE, pixels: 0, durationMs: 10 * MINUTE_MS },
}

/** Pixels along the shorter side of a picture or clip, below which nothing can be seen of it in a film. */
export const LEAST_SIDE = 64

/** What an upload may be, in the words of its senders. */
export const UPLOAD_FORMATS: Record<Slot, readonly string[]> = {
  frame: ['PNG', 'JPEG', 'WebP'],
  clip: ['MP4', 'MOV', 'WebM', 'MKV', 'AVI'],
  narration: ['WAV', 'MP3', 'M4A', 'Ogg', 'WebM', 'FLAC', 'AAC'],
}

/** For a file chooser. Phones hand over what they have in one of these. */
export const UPLOAD_ACCEPT: Record<Slot, string> = {
  frame: 'image/png,image/jpeg,image/webp',
  clip: 'video/mp4,video/quicktime,video/webm,video/x-matroska,video/x-msvideo,.mkv',
  narration: 'audio/*,video/mp4,video/webm',
}

/** Percent-encoded UTF-8: a header carries no other letters. */
export const FILE_NAME_HEADER = 'X-File-Name'
export const FILE_NAME_CHARS = 200

/**
 * Why a file is no take: of the wrong kind, empty, damaged; too many or too few pixels; too long; without picture or
 * sound, silent; with a track the studio does not know, or in a coding it cannot read.
 */
export const UPLOAD_PROBLEMS = [
  'wrong_type',
  'empty',
  'broken',
  'too_many_pixels',
  'too_small',
  'too_long',
  'no_picture',
  'no_sound',
  'silent',
  'odd_track',
  'two_pictures',
] as const
export type UploadProblem = (typeof UPLOAD_PROBLEMS)[number]

/** The details of a `bad_media` answer. */
export interface UploadRefusal {
  problem: UploadProblem
  slot: Slot
  /** What the file is, from its bytes (`ZIP`, `SVG`, `text`), or the track that is odd; empty when nobody knows. */
  found: string
}
