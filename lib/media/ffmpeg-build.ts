/** Reads what an ffmpeg build says of itself: whether it can do what the studio asks, and its name in recipes. */
import { createHash } from 'node:crypto'

export interface FfmpegBuild {
  path: string
  probePath: string
  /** As the build names itself: `5.1.9-0+deb12u1`, `N-47683-g0e8eb07980-static`. */
  version: string
  /** Version and a hash of configuration and libraries: two builds of one version may encode differently. */
  build: string
  filters: { libass: boolean; xfade: boolean }
}

/** Output of `-version`, `-filters` and `-encoders`. */
export interface BuildWords {
  version: string
  filters: string
  encoders: string
}

/** Throws when the build lacks an encoder or filter that no film can do without. */
export function readBuild(words: BuildWords): Omit<FfmpegBuild, 'path' | 'probePath'> {
  const lacking = [
    / libx264 /.test(words.encoders) ? '' : 'libx264',
    / aac /.test(words.encoders) ? '' : 'aac',
    / ass /.test(words.filters) ? '' : 'libass',
    // Youngest of the filters in use: it came with ffmpeg 4.2.
    / tpad /.test(words.filters) ? '' : 'tpad',
  ].filter(Boolean)
  if (lacking.length > 0) throw new Error(`built without ${lacking.join(', ')}`)
  const version = /^ffmpeg version (\S+)/.exec(words.version)?.[1] ?? 'unknown'
  const hash = createHash('sha256').update(words.version).digest('hex').slice(0, 8)
  return {
    version,
    build: `ffmpeg/${version}-${hash}`,
    filters: { libass: true, xfade: / xfade /.test(words.filters) },
  }
}
