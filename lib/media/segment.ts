import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '@/lib/base/errors'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { bring } from './bring'
import { assDocument, fontsUsed } from './captions'
import { type FitRequest, fitClip, PUSH_EASE, pushRate } from './clip-fit'
import { runFfmpeg } from './ffmpeg'
import { filmFonts } from './film-fonts'
import { probeMedia } from './probe'
import type { Cue } from './subtitles'
import { coverFilter, PLAIN_FILE, type Size, VIDEO_TIMESCALE, x264Args } from './video'

/** `frames` are the whole segment's. */
export interface SegmentShape extends FitRequest {
  /** Frames at either end that the neighbouring seams need; 0 for none. */
  seamIn: number
  seamOut: number
  /** Frames of a fade through black at either end; 0 for none. */
  fadeIn: number
  fadeOut: number
  size: Size
}

export interface SegmentRequest extends SegmentShape {
  clip: string
  /** To be burnt in, from the segment's first frame; empty for none. */
  cues: readonly Cue[]
  /** BCP 47. */
  language: string
  /** The folder `public/fonts/film`. */
  fontsFolder: string
  /** An empty folder of this attempt's own. */
  cwd: string
  signal?: AbortSignal
  onFrame?: (frame: number) => void
}

/** Paths of the parts, all in one format; head and tail are null where there is no seam. */
export interface Segment {
  body: string
  head: string | null
  tail: string | null
}

const CAPTION_FILE = 'captions.ass'
const FONT_FOLDER = 'fonts'
const partName = (i: number): string => `part-${i}.mp4`

/**
 * One encode makes all three parts: keyframes are forced where seams begin and end, and the segment muxer cuts there.
 * Paths are relative to the attempt's folder.
 */
export function segmentArgs(shape: SegmentShape, isCaptioned: boolean): string[] {
  const { frames, seamIn, seamOut } = shape
  const cuts = [seamIn, frames - seamOut].filter((n) => n > 0 && n < frames)
  return [
    ...[...PLAIN_FILE, '-i', 'clip.mp4', '-filter_complex', filterOf(shape, isCaptioned), '-map', '[v]'],
    ...['-frames:v', String(frames), ...x264Args({ keyFrames: cuts })],
    ...(cuts.length > 0 ? cutArgs(cuts) : [partName(0)]),
  ]
}

const cutArgs = (frames: readonly number[]): string[] => [
  ...[
    '-f',
    'segment',
    '-segment_frames',
    frames.join(','),
    '-reset_timestamps',
    '1',
    '-segment_format',
    'mp4',
  ],
  ...['-segment_format_options', `video_track_timescale=${VIDEO_TIMESCALE}:fflags=+bitexact`],
  // Else the first part alone is shifted by its two frames of decoding delay.
  ...['-avoid_negative_ts', 'disabled', 'part-%d.mp4'],
]

function filterOf(shape: SegmentShape, isCaptioned: boolean): string {
  const { clipFps, frames, fadeIn, fadeOut, size } = shape
  const { stretch, moving, held } = fitClip(shape)
  const rate = clipFps / stretch
  const chain = [
    `setpts=N/(${rate}*TB)`,
    ...resampleFrom(rate),
    coverFilter(size),
    // Rates round: the last picture stands in for a frame too few.
    'tpad=stop_mode=clone:stop_duration=1',
    `trim=end_frame=${moving}`,
    `setpts=N/${FRAMES_PER_SECOND}/TB`,
  ].join(',')
  const finish = [
    ...(fadeIn > 0 ? [`fade=t=in:s=0:n=${fadeIn}`] : []),
    ...(fadeOut > 0 ? [`fade=t=out:s=${frames - fadeOut}:n=${fadeOut}`] : []),
    ...(isCaptioned ? [`ass=${CAPTION_FILE}:fontsdir=${FONT_FOLDER}`] : []),
    'format=yuv420p',
  ].join(',')
  if (held === 0) return `[0:v:0]${chain},${finish}[v]`
  const still = `trim=start_frame=${moving - 1},setpts=N/${FRAMES_PER_SECOND}/TB,${pushFilter(held, size)}`
  return `[0:v:0]${chain},split[a][b];[b]${still}[c];[a][c]concat=n=2:v=1:a=0,${finish}[v]`
}

/** Slower clips are blended up to the film's rate: repeated pictures stutter. */
const resampleFrom = (rate: number): string[] =>
  rate === FRAMES_PER_SECOND
    ? []
    : rate < FRAMES_PER_SECOND
      ? [`framerate=fps=${FRAMES_PER_SECOND}:interp_start=0:interp_end=255:scene=100`]
      : [`fps=${FRAMES_PER_SECOND}`]

/** `zoompan` steps in whole pixels of its input, so that is made four times as large first. */
function pushFilter(frames: number, { width, height }: Size): string {
  const zoom = `1+${pushRate(frames).toFixed(7)}*on*on/(on+${PUSH_EASE})`
  return [
    `scale=${4 * width}:${4 * height}:flags=bicubic`,
    `zoompan=z='${zoom}':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=${frames}:s=${width}x${height}:fps=${FRAMES_PER_SECOND}`,
    'setsar=1',
  ].join(',')
}

/** Fits a scene's clip to its length and cuts it where its seams are. Throws `engine_failed` on a wrong frame count. */
export async function makeSegment(request: SegmentRequest): Promise<Segment> {
  const { cwd, cues, frames, seamIn, seamOut, signal, onFrame } = request
  await bring(request.clip, path.join(cwd, 'clip.mp4'))
  if (cues.length > 0) await writeCaptions(request)
  await runFfmpeg({ args: segmentArgs(request, cues.length > 0), cwd, signal, onFrame })
  const wanted = [seamIn, frames - seamIn - seamOut, seamOut].filter((n) => n > 0)
  const paths = wanted.map((_, i) => path.join(cwd, partName(i)))
  await Promise.all(paths.map((file, i) => needFrames(file, wanted[i] ?? 0, signal)))
  const bodyAt = seamIn > 0 ? 1 : 0
  return {
    body: paths[bodyAt] ?? '',
    head: seamIn > 0 ? (paths[0] ?? null) : null,
    tail: seamOut > 0 ? (paths[bodyAt + 1] ?? null) : null,
  }
}

export async function needFrames(file: string, frames: number, signal?: AbortSignal): Promise<void> {
  const { video } = await probeMedia(file, { countFrames: true, signal })
  if (video?.frames === frames) return
  throw new StudioError(
    'engine_failed',
    `${path.basename(file)}: ${video?.frames} frames instead of ${frames}`,
    {
      userMessage:
        'ffmpeg made a picture of the wrong length. Try again; if it happens again, try another ffmpeg.',
      retry: true,
    },
  )
}

async function writeCaptions({ cwd, cues, language, size, fontsFolder }: SegmentRequest): Promise<void> {
  const fonts = await filmFonts(fontsFolder, language)
  await mkdir(path.join(cwd, FONT_FOLDER), { recursive: true })
  const files = fontsUsed(cues, fonts).flatMap((font) => font.files)
  await Promise.all(files.map((file) => bring(file, path.join(cwd, FONT_FOLDER, path.basename(file)))))
  await writeFile(path.join(cwd, CAPTION_FILE), assDocument({ cues, language, size, fonts }))
}
