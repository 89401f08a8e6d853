/** The files below a link: all of one film, named by what they are and never by an id, a key or a fingerprint. */
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { assetFile } from '@/lib/asset/served-file'
import { type Asset, findAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import { type ServedFile, textFile } from '@/lib/base/http-file'
import { vtt } from '@/lib/media/subtitle-files'
import { posterRecipe } from '@/lib/plan/poster'
import { filmSubtitles } from '@/lib/plan/subtitles'
import { markOf, sharedFilm } from './film'
import { manifestIn, type ShareRow } from './store'
import { whileOpen } from './while-open'

const SCENE = /^scenes\/(0|[1-9]\d{0,3})$/
const VTT = 'text/vtt; charset=utf-8'

/**
 * `path` is what stands after the token, `mark` the film that the asking page shows; null where that does not matter.
 * Throws `not_found`: 404 for anything that this film does not have, 410 when the link leads to another film by now.
 */
export async function findSharedFile(row: ShareRow, path: string, mark: string | null): Promise<ServedFile> {
  if (mark !== null && mark !== markOf(row)) {
    throw new StudioError('not_found', 'This link leads to another film now. Open it again.', { status: 410 })
  }
  const file = await fileOf(row, path)
  if (!file) throw new StudioError('not_found', 'There is no such file.')
  return file
}

async function fileOf(row: ShareRow, path: string): Promise<ServedFile | null> {
  const { fingerprint } = row.film
  if (path === 'film.mp4') return whileOpen(row.id, await served(await findAsset(fingerprint)))
  if (path === 'poster.jpg') return await served(await findAsset(fingerprintOf(posterRecipe(fingerprint))))
  if (path === 'chapters.vtt') return textFile(chapters(row), VTT, `${row.filmId}-chapters`)
  if (path === 'subtitles.vtt') return await subtitles(row)
  const [, index] = SCENE.exec(path) ?? []
  const frame = index === undefined ? undefined : manifestIn(row).scenes[Number(index)]?.assets.frame
  return frame ? await served(await findAsset(frame)) : null
}

const served = async (asset: Asset | undefined): Promise<ServedFile | null> =>
  asset ? await assetFile(asset) : null

/** None where they are burnt in: a second set would lie over the first. */
async function subtitles(row: ShareRow): Promise<ServedFile | null> {
  if (sharedFilm(row).burntIn) return null
  const film = await findAsset(row.film.fingerprint)
  return film ? textFile(filmSubtitles(film.recipe, 'vtt'), VTT, `${row.film.fingerprint}-vtt`) : null
}

function chapters(row: ShareRow): string {
  return vtt(
    sharedFilm(row).scenes.map((scene) => ({
      startMs: scene.startMs,
      endMs: scene.startMs + scene.durationMs,
      lines: [scene.title.replace(/\s+/g, ' ').trim() || String(scene.index + 1)],
    })),
  )
}
