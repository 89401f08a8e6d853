import { isStudioError } from '@/lib/base/errors'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { type MediaFacts, probeMedia } from '@/lib/media/probe'
import { strangersFile } from '@/lib/media/video'
import type { Slot } from '@/lib/storyboard/schema'
import { refusal } from './refusal'
import { UPLOAD_LIMITS } from './schema'
import { type Demuxer, sniffMedia } from './sniff'

type MediaSlot = Exclude<Slot, 'frame'>

export interface UploadedMedia {
  /** Where `convert` finds it, under a name of ours. */
  folder: string
  name: string
  signal: AbortSignal
}

/** A few seconds of slack: containers round, and what comes out is measured again. */
const SLACK_MS = 1_000
/** Five minutes of the largest picture on a slow machine. */
const PATIENCE_MS = 20 * 60_000

/** What the file holds. Throws `bad_media`, also for one that says it is too long. */
export async function openMedia(
  slot: MediaSlot,
  { folder, name, signal }: UploadedMedia,
): Promise<{ demuxer: Demuxer; media: MediaFacts }> {
  const path = `${folder}/${name}`
  const demuxer = await sniffMedia(slot, path)
  const media = await refusing(slot, () => probeMedia(path, { demuxer, signal }))
  if (media.durationMs > UPLOAD_LIMITS[slot].durationMs + SLACK_MS) throw refusal(slot, 'too_long')
  return { demuxer, media }
}

/** One track to one file of ours, a second beyond the limit at most: a container may lie about its length. */
export async function convert(
  slot: MediaSlot,
  { folder, name, signal }: UploadedMedia,
  conversion: { demuxer: Demuxer; track: number; args: readonly string[] },
): Promise<void> {
  const seconds = (UPLOAD_LIMITS[slot].durationMs + 2 * SLACK_MS) / 1_000
  const { demuxer, track, args } = conversion
  await refusing(slot, () =>
    runFfmpeg({
      args: [
        ...['-y', ...strangersFile(demuxer), '-i', name, '-map', `0:${track}`, '-t', String(seconds)],
        ...args,
      ],
      cwd: folder,
      signal,
      timeoutMs: PATIENCE_MS,
    }),
  )
}

/** Throws `bad_media` when what came out is longer than allowed, or shorter than the file said: its end is missing. */
export function needLength(slot: MediaSlot, madeMs: number, saidMs: number | null): void {
  if (madeMs > UPLOAD_LIMITS[slot].durationMs + SLACK_MS) throw refusal(slot, 'too_long')
  if (saidMs !== null && madeMs < 0.9 * saidMs - SLACK_MS) throw refusal(slot, 'broken')
}

/** What ffmpeg cannot read of a stranger's file is the file's fault; a full disk or a missing tool is not. */
async function refusing<T>(slot: MediaSlot, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isFault = isStudioError(error) && (error.code === 'engine_failed' || error.code === 'bad_media')
    if (isFault) throw refusal(slot, 'broken', '', error)
    throw error
  }
}
