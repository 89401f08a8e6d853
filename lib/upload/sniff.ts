import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { asStorageError } from '@/lib/storage/failure'
import type { Slot } from '@/lib/storyboard/schema'
import { refusal } from './refusal'

/** The demuxer ffmpeg is told to use: it must not guess again, and differently. */
export type Demuxer = 'mov' | 'matroska' | 'avi' | 'wav' | 'mp3' | 'ogg' | 'flac' | 'aac'

export type PictureType = 'png' | 'jpg' | 'webp'

/** By the names that file-type gives. */
const DEMUXERS: Record<string, Demuxer> = {
  ...{ mp4: 'mov', m4v: 'mov', mov: 'mov', m4a: 'mov', m4b: 'mov', '3gp': 'mov', '3g2': 'mov' },
  ...{ mkv: 'matroska', webm: 'matroska', avi: 'avi' },
  ...{ wav: 'wav', mp3: 'mp3', flac: 'flac', aac: 'aac', ogg: 'ogg', oga: 'ogg', ogv: 'ogg', opus: 'ogg' },
}
const CLIP_DEMUXERS: ReadonlySet<Demuxer> = new Set(['mov', 'matroska', 'avi'])
const PICTURES: ReadonlySet<string> = new Set(['png', 'jpg', 'webp'])

/** The usual ending of files like this one; undefined when nobody knows, or its head breaks off. */
async function endingOf(path: string): Promise<string | undefined> {
  try {
    return (await fileTypeFromFile(path))?.ext
  } catch (error) {
    // It reads as far as a head says, which in a broken file is anywhere.
    if (error instanceof Error && 'code' in error) throw asStorageError(error, 'read an upload')
    return undefined
  }
}

/** What a file is, from its bytes alone. Throws `bad_media` for anything but a picture. */
export async function sniffPicture(path: string): Promise<PictureType> {
  const ending = await endingOf(path)
  if (ending && PICTURES.has(ending)) return ending as PictureType
  throw refusal('frame', 'wrong_type', await nameOf(ending, path))
}

/** Throws `bad_media` for anything that cannot hold moving pictures (`clip`) or sound (`narration`). */
export async function sniffMedia(slot: Exclude<Slot, 'frame'>, path: string): Promise<Demuxer> {
  const ending = await endingOf(path)
  const demuxer = DEMUXERS[ending ?? '']
  if (demuxer && (slot === 'narration' || CLIP_DEMUXERS.has(demuxer))) return demuxer
  throw refusal(slot, 'wrong_type', await nameOf(ending, path))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text holds them
const BINARY = /[\u0000-\u0008\u000e-\u001f\ufffd]/

/** Text has no mark of its own; SVG is text, and a program besides. */
async function nameOf(ext: string | undefined, path: string): Promise<string> {
  if (ext && ext !== 'xml') return ext.toUpperCase()
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0)
    const head = buffer.subarray(0, bytesRead)
    // A character may be cut at the end.
    const text = new TextDecoder('utf-8').decode(head).slice(0, -1)
    if (text === '' || BINARY.test(text)) return ext?.toUpperCase() ?? ''
    return /<svg[\s>]/i.test(text) ? 'SVG' : (ext?.toUpperCase() ?? 'text')
  } finally {
    await file.close()
  }
}
