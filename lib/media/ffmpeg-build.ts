/** Which ffmpeg the studio uses, and whether it can do what the studio asks of it. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { env } from '@/lib/base/env'
import { failureOf } from './ffmpeg-failure'

const exec = promisify(execFile)

export interface FfmpegBuild {
  path: string
  probePath: string
  /** As the build names itself: `4.1`, `7.1.1-1+b1`, `N-47683-g0e8eb07980-static`. */
  version: string
  /** Version and a hash of its configuration and libraries, for recipes: two builds of one version encode differently. */
  build: string
  filters: { libass: boolean; xfade: boolean }
}

let found: Promise<FfmpegBuild> | undefined

/**
 * The build of FFMPEG_PATH, else the system's, else the one that came with the packages. A system build without
 * libx264, aac or libass is passed over; one that was asked for by name is an error instead.
 */
export function findFfmpeg(): Promise<FfmpegBuild> {
  if (!found) {
    found = search()
    // A failure is not kept, so that installing ffmpeg mends a running studio.
    found.catch(() => {
      found = undefined
    })
  }
  return found
}

async function search(): Promise<FfmpegBuild> {
  const reasons: string[] = []
  const candidates = env.ffmpegPath
    ? [env.ffmpegPath]
    : ['ffmpeg', await bundled(() => import('@ffmpeg-installer/ffmpeg'))]
  for (const candidate of candidates) {
    if (!candidate) continue
    const build = await examine(candidate).catch((error: Error) => {
      reasons.push(`${candidate}: ${error.message.split('\n')[0]}`)
    })
    if (build) return build
  }
  throw failureOf('tool_missing', `no usable ffmpeg: ${reasons.join('; ') || 'none is installed'}`)
}

async function examine(candidate: string): Promise<FfmpegBuild> {
  const [about, filters, encoders] = await Promise.all([
    ask(candidate, '-version'),
    ask(candidate, '-hide_banner', '-filters'),
    ask(candidate, '-hide_banner', '-encoders'),
  ])
  const lacking = [
    / libx264 /.test(encoders) ? '' : 'libx264',
    / aac /.test(encoders) ? '' : 'aac',
    / ass /.test(filters) ? '' : 'libass',
  ].filter(Boolean)
  if (lacking.length > 0) throw new Error(`built without ${lacking.join(', ')}`)
  const version = /^ffmpeg version (\S+)/.exec(about)?.[1] ?? 'unknown'
  const hash = createHash('sha256').update(about).digest('hex').slice(0, 8)
  return {
    path: candidate,
    probePath: await findFfprobe(candidate),
    version,
    build: `ffmpeg/${version}-${hash}`,
    filters: { libass: true, xfade: / xfade /.test(filters) },
  }
}

async function findFfprobe(ffmpegPath: string): Promise<string> {
  const beside = path.basename(ffmpegPath) === ffmpegPath ? 'ffprobe' : siblingOf(ffmpegPath)
  const candidates = env.ffprobePath
    ? [env.ffprobePath]
    : [beside, 'ffprobe', await bundled(() => import('@ffprobe-installer/ffprobe'))]
  for (const candidate of candidates) {
    if (candidate && (await ask(candidate, '-version').then(Boolean, () => false))) return candidate
  }
  throw new Error('no ffprobe beside it')
}

function siblingOf(ffmpegPath: string): string {
  return path.join(path.dirname(ffmpegPath), path.basename(ffmpegPath).replace('ffmpeg', 'ffprobe'))
}

async function ask(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await exec(program, args, { timeout: 15_000, maxBuffer: 4 << 20, windowsHide: true })
  return stdout
}

/** The installer packages throw a bare string on a platform they have no binary for. */
async function bundled(load: () => Promise<{ default: { path: string } }>): Promise<string | undefined> {
  try {
    return (await load()).default.path
  } catch {
    return undefined
  }
}
