import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { bring } from './bring'
import { runFfmpeg } from './ffmpeg'

export interface PosterRequest {
  /** A film or a picture. */
  from: string
  /** Where in the film; 0 for a picture. */
  atMs: number
  /** Greatest width in pixels; smaller pictures stay as they are. */
  maxWidth: number
  /** The JPEG. */
  out: string
  /** An empty folder of this attempt's own. */
  cwd: string
  signal?: AbortSignal
}

export const posterArgs = ({ atMs, maxWidth }: Pick<PosterRequest, 'atMs' | 'maxWidth'>): string[] => [
  ...(atMs > 0 ? ['-ss', (atMs / 1000).toFixed(3)] : []),
  ...['-i', 'source', '-map', '0:v:0', '-frames:v', '1'],
  ...['-vf', `scale='min(${maxWidth},iw)':-2,format=yuvj420p`, '-q:v', '3'],
  ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-f', 'image2', 'poster.jpg'],
]

/** A still JPEG. */
export async function makePoster(request: PosterRequest): Promise<void> {
  const { cwd, from, out, signal } = request
  await bring(from, path.join(cwd, 'source'))
  await runFfmpeg({ args: posterArgs(request), cwd, signal })
  await copyFile(path.join(cwd, 'poster.jpg'), out)
}
