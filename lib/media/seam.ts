import path from 'node:path'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { bring } from './bring'
import { runFfmpeg } from './ffmpeg'
import { type SeamKind, SOFT_EDGE } from './seam-shape'
import { needFrames } from './segment'
import { type Size, x264Args } from './video'

export interface SeamRequest {
  kind: SeamKind
  /** The end of one segment and the beginning of the next, each exactly `frames` long. */
  tail: string
  head: string
  frames: number
  size: Size
  /** An empty folder of this attempt's own. */
  cwd: string
  signal?: AbortSignal
}

/**
 * The next picture is laid over the last through a mask that grows from frame to frame. The mask is computed tiny and
 * scaled up, so that this runs at the speed of the encode in builds that have no `xfade` (ffmpeg 4.1).
 */
export function seamArgs({ kind, frames, size }: Pick<SeamRequest, 'kind' | 'frames' | 'size'>): string[] {
  const { width, height } = size
  // `seamShare` and `wipeShare`, as ffmpeg writes them.
  const done = `(N+1)/${frames + 1}`
  const mask =
    kind === 'dissolve' ? `255*${done}` : `255*clip((${done}*${1 + SOFT_EDGE}-X/(W-1))/${SOFT_EDGE},0,1)`
  const picture = `trim=end_frame=${frames},setpts=N/${FRAMES_PER_SECOND}/TB,format=yuv420p`
  const filter = [
    `color=c=black:s=128x16:r=${FRAMES_PER_SECOND},format=yuv420p,trim=end_frame=${frames}`,
    `geq=lum='${mask}':cb='${mask}':cr='${mask}'`,
    `scale=${width}:${height}:flags=bilinear,setsar=1[mask];[0:v:0]${picture}[tail];[1:v:0]${picture}[head]`,
  ].join(',')
  return [
    ...['-i', 'tail.mp4', '-i', 'head.mp4'],
    ...['-filter_complex', `${filter};[tail][head][mask]maskedmerge[v]`, '-map', '[v]'],
    ...['-frames:v', String(frames), ...x264Args(), 'seam.mp4'],
  ]
}

/** Renders the transition between two segments; the path of the clip, in the segments' own format. */
export async function makeSeam(request: SeamRequest): Promise<string> {
  const { cwd, frames, signal } = request
  // Newer builds would repeat the last frame of a handle that is too short.
  await Promise.all([request.tail, request.head].map((file) => needFrames(file, frames, signal)))
  await bring(request.tail, path.join(cwd, 'tail.mp4'))
  await bring(request.head, path.join(cwd, 'head.mp4'))
  await runFfmpeg({ args: seamArgs(request), cwd, signal })
  const made = path.join(cwd, 'seam.mp4')
  await needFrames(made, frames, signal)
  return made
}
