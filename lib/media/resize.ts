import { rename } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '@/lib/base/errors'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { bring } from './bring'
import { runFfmpeg } from './ffmpeg'
import { probeMedia } from './probe'
import { hideSubtitleTrack } from './subtitle-track'
import { BITEXACT, type Size, VIDEO_TIMESCALE } from './video'

export interface ResizeRequest {
  /** A finished film. */
  from: string
  size: Size
  /** Captions are in the picture already: the soft track stays off. */
  burnt: boolean
  out: string
  /** An empty folder of this attempt's own. */
  cwd: string
  signal?: AbortSignal
  /** 0 to 1. */
  onProgress?: (ratio: number) => void
}

/**
 * Only the picture is encoded anew; sound, soft subtitles, chapters and title are taken over. Four threads whatever the
 * machine, since the bytes depend on how many there are.
 */
export function resizeArgs({ width, height }: Size): string[] {
  return [
    ...['-i', 'film.mp4', '-map', '0:v:0', '-map', '0:a?', '-map', '0:s?'],
    ...['-vf', `scale=${width}:${height}:flags=lanczos,setsar=1,format=yuv420p`],
    ...['-r', String(FRAMES_PER_SECOND), '-c:v', 'libx264', '-preset', 'fast', '-crf', '20'],
    ...['-profile:v', 'high', '-threads', '4', '-g', '48'],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
    ...['-c:a', 'copy', '-c:s', 'copy', '-map_chapters', '0', '-map_metadata', '0', ...BITEXACT],
    ...['-video_track_timescale', String(VIDEO_TIMESCALE), '-movflags', '+faststart', 'resized.mp4'],
  ]
}

/** Writes the film at another size to `out`. Throws `engine_failed` when ffmpeg made something else than that. */
export async function resizeFilm(request: ResizeRequest): Promise<void> {
  const { cwd, signal, size, burnt, onProgress } = request
  const source = path.join(cwd, 'film.mp4')
  await bring(request.from, source)
  const film = await probeMedia(source, { signal })
  const frames = (film.durationMs * FRAMES_PER_SECOND) / 1000
  const onFrame = (frame: number) => onProgress?.(Math.min(1, frame / frames))
  await runFfmpeg({ args: resizeArgs(size), cwd, signal, onFrame })
  const made = path.join(cwd, 'resized.mp4')
  const { video, audio, durationMs } = await probeMedia(made, { signal })
  const isWhole =
    video?.width === size.width &&
    video.height === size.height &&
    (audio === null) === (film.audio === null) &&
    Math.abs(durationMs - film.durationMs) <= 2000 / FRAMES_PER_SECOND
  if (!isWhole) {
    throw new StudioError(
      'engine_failed',
      `a film of ${video?.width}x${video?.height} and ${durationMs} ms instead of ${size.width}x${size.height} and ${film.durationMs} ms`,
      { userMessage: 'ffmpeg made a film of another size or length. Try again.', retry: true },
    )
  }
  if (burnt) await hideSubtitleTrack(made)
  await rename(made, request.out)
}
