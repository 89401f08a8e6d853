import path from 'node:path'
import { probeMedia } from '@/lib/media/probe'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { coverFilter, x264Args } from '@/lib/media/video'
import type { Size } from '@/lib/storyboard/schema'
import { convert, needLength, openMedia, type UploadedMedia } from './media'
import { refusal } from './refusal'
import { LEAST_SIDE, UPLOAD_LIMITS } from './schema'
import { pictureTrack } from './tracks'

const NAME = 'clip.mp4'

/** A still shown for a moment is a picture, not a clip. */
const FEWEST_FRAMES = 6

/** The film's size, 24 pictures a second, no sound. */
export const clipArgs = (size: Size): string[] => [
  ...['-vf', `fps=${FRAMES_PER_SECOND},${coverFilter(size)}`],
  ...[...x264Args(), '-sn', '-dn', '-map_chapters', '-1', '-movflags', '+faststart', NAME],
]

/** A silent MP4 of an uploaded clip, as clips of an engine with a length of its own are kept. Throws `bad_media`. */
export async function fitClip(
  upload: UploadedMedia,
  size: Size,
): Promise<{ path: string; facts: Record<string, unknown> }> {
  const { demuxer, media } = await openMedia('clip', upload)
  const track = pictureTrack(media)
  const { video } = media
  if (!video) throw refusal('clip', 'no_picture')
  const pixels = `${video.width}×${video.height}`
  if (video.width * video.height > UPLOAD_LIMITS.clip.pixels) throw refusal('clip', 'too_many_pixels', pixels)
  if (Math.min(video.width, video.height) < LEAST_SIDE) throw refusal('clip', 'too_small', pixels)

  await convert('clip', upload, { demuxer, track, args: clipArgs(size) })
  const made = path.join(upload.folder, NAME)
  const { video: fitted, durationMs } = await probeMedia(made, { countFrames: true, signal: upload.signal })
  const frames = fitted?.frames ?? 0
  if (!fitted || frames < FEWEST_FRAMES) throw refusal('clip', 'broken')
  // Sound may go on after the last picture, so the file's own length says nothing of the picture's.
  needLength('clip', durationMs, video.durationMs ?? (media.audio ? null : media.durationMs))
  const { fps, width, height } = fitted
  const original = { type: demuxer, codec: video.codec, width: video.width, height: video.height }
  return { path: made, facts: { durationMs, frames, fps, width, height, original } }
}
