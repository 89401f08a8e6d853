import type { Manifest } from '@/lib/plan/manifest'
import {
  type Comparison,
  compareWith,
  isFilmSame,
  LIKENESSES,
  type Likeness,
} from '@/lib/project/rebuild/compare'
import type { Rebuild } from '@/lib/project/rebuild/rebuild'

export interface Report {
  /** Of the manifest; the first kind has no digests and no recipes. */
  version: Manifest['version']
  /** Null where a manifest without digests cannot say. */
  identical: boolean | null
  assets: readonly Comparison[]
  /** ffmpeg builds, then and now. */
  ffmpeg: { first: string; now: string }
  gone: number
  spoilt: number
}

/** What of a manifest came out the same in the film made from it, and what did not. */
export async function compareFilm(first: Manifest, made: Manifest, rebuild: Rebuild): Promise<Report> {
  const assets = await compareWith(first, rebuild.before)
  const { gone, spoilt } = rebuild
  const ffmpeg = { first: first.ffmpeg, now: made.ffmpeg }
  const { version } = first
  return { version, identical: isFilmSame(first, made, assets), assets, ffmpeg, gone, spoilt }
}

const FILM: Record<string, string> = {
  true: 'The film is identical.',
  false: 'The film is not identical.',
  null: 'The film is of the same recipe. Whether its bytes are the same cannot be said.',
}

const FIRST_KIND =
  '  The manifest is of the first kind, without recipes and digests: what is not here was made as its storyboard says.'

const WORDS: Record<Likeness, string> = {
  same: 'made again, byte for byte the same',
  kept: 'here already, byte for byte the same',
  own: "the writer's own, byte for byte the same",
  different: 'made again, with other bytes',
  other: 'here already, with other bytes',
  untold: 'of the same recipe, without a digest to hold it against',
  absent: 'not made: the film has something else in its place',
}
const ODD: readonly Likeness[] = ['different', 'other', 'absent']

/** A line for each answer, and one for each thing that is not the same. */
export function reportOf({ version, identical, assets, ffmpeg, gone, spoilt }: Report): string {
  const lines = LIKENESSES.flatMap((likeness) => {
    const own = assets.filter((item) => item.likeness === likeness)
    if (own.length === 0) return []
    const kinds = Object.entries(Object.groupBy(own, (item) => item.kind))
    const counts = kinds.map(([kind, items]) => `${items?.length ?? 0} ${kind}`).join(', ')
    const names = ODD.includes(likeness)
      ? own.map((item) => `    ${item.kind} ${item.fingerprint.slice(0, 12)} (${item.engine})`)
      : []
    return [`  ${WORDS[likeness]}: ${counts}`, ...names]
  })
  const isOtherBuild = ffmpeg.first !== ffmpeg.now
  return [
    FILM[String(identical)],
    ...lines,
    ...(version === 1 ? [FIRST_KIND] : []),
    ...(isOtherBuild ? [`  ffmpeg was ${ffmpeg.first} and is ${ffmpeg.now}: it cuts and joins anew.`] : []),
    ...(gone > 0
      ? [`  Files that this studio had lost: ${gone}. What the film needs of them is made again.`]
      : []),
    ...(spoilt > 0 ? [`  Files that were spoilt on this disk: ${spoilt}. Nothing was built on them.`] : []),
  ].join('\n')
}
