/**
 * Export: a file to take away, made of what the studio has. Its recipe holds everything that decides its bytes, as an
 * asset's does, so asking twice for the same makes it once.
 */
import type { Recipe } from '@/lib/asset/recipe'
import type { Size } from '@/lib/media/video'

/** What is packed or drawn, as JSON of its own: it enters by the digest of its bytes, like an upload. */
export const contentRecipe = (digest: string): Recipe => ({
  kind: 'export',
  engine: 'studio/content@1',
  params: { digest },
  inputs: {},
})

/** Engines of the studio's own; another way to draw or pack has another number. */
const DOCUMENT_ENGINES = { pdf: 'studio/paper@2', zip: 'studio/bundle@1' } as const

export type DocumentFormat = keyof typeof DOCUMENT_ENGINES

export const documentRecipe = (format: DocumentFormat, content: string): Recipe => ({
  kind: 'export',
  engine: DOCUMENT_ENGINES[format],
  params: { format },
  inputs: { content },
})

/** A film at another size. */
export const resizedRecipe = (ffmpeg: string, film: string, { width, height }: Size): Recipe => ({
  kind: 'export',
  engine: ffmpeg,
  params: { format: 'mp4', width, height },
  inputs: { film },
})

/** A film's sound alone, with the film's title. */
export const soundRecipe = (ffmpeg: string, film: string): Recipe => ({
  kind: 'export',
  engine: ffmpeg,
  params: { format: 'mp3', titled: true },
  inputs: { film },
})

/**
 * A size whose shorter side is `shortSide` pixels, in the shape of `film`. Both sides are even, as 4:2:0 needs.
 */
export function sizeOf(film: Size, shortSide: number): Size {
  const scale = shortSide / Math.min(film.width, film.height)
  const even = (n: number) => Math.max(2, 2 * Math.round((n * scale) / 2))
  return { width: even(film.width), height: even(film.height) }
}
