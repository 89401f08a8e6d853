/** What a path below `/data/` opens: always an asset that the named project has. */
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { assetFile, storedFile } from '@/lib/asset/served-file'
import { type Asset, findAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import { type ServedFile, textFile } from '@/lib/base/http-file'
import { posterRecipe } from '@/lib/plan/poster'
import { filmSubtitles } from '@/lib/plan/subtitles'
import type { DataPath } from './data-path'
import { keepFilmSound } from './film-sound'
import { keepMp3 } from './mp3'
import { findManifest, hasTake } from './store'

type SlotPath = Extract<DataPath, { kind: 'slot' }>
type FilmPath = Extract<DataPath, { kind: 'film' }>

/** Throws `not_found`, also for what another project has. */
export async function findDataFile(path: DataPath | null): Promise<ServedFile> {
  const file = path && (path.kind === 'slot' ? await slotFile(path) : await filmFile(path))
  if (!file) throw new StudioError('not_found', 'There is no such file.')
  return file
}

export async function findSlotAsset(path: SlotPath): Promise<Asset | undefined> {
  return (await hasTake(path)) ? await findAsset(path.fingerprint) : undefined
}

async function slotFile(path: SlotPath): Promise<ServedFile | null> {
  const asset = await findSlotAsset(path)
  if (!asset) return null
  if (path.extension !== 'mp3') return await assetFile(asset)
  return await storedFile(await keepMp3(asset), 'audio/mpeg', `${asset.digest}-mp3`)
}

async function filmFile({ projectId, fingerprint, extension }: FilmPath): Promise<ServedFile | null> {
  const manifest = await findManifest(projectId, fingerprint)
  if (!manifest) return null
  if (extension === 'manifest.json') {
    const text = JSON.stringify(manifest, null, 2)
    return textFile(text, 'application/json; charset=utf-8', `${fingerprint}-${manifest.revision}`)
  }
  if (extension === 'jpg') {
    const poster = await findAsset(fingerprintOf(posterRecipe(fingerprint)))
    return poster ? await assetFile(poster) : null
  }
  const film = await findAsset(fingerprint)
  if (!film) return null
  if (extension === 'mp4') return await assetFile(film)
  if (extension === 'm4a' || extension === 'mp3') {
    const mediaType = extension === 'm4a' ? 'audio/mp4' : 'audio/mpeg'
    return await storedFile(await keepFilmSound(film, extension), mediaType, `${film.digest}-${extension}`)
  }
  const format = extension === 'vtt' ? 'vtt' : 'srt'
  const mediaType = format === 'vtt' ? 'text/vtt' : 'application/x-subrip'
  return textFile(
    filmSubtitles(film.recipe, format),
    `${mediaType}; charset=utf-8`,
    `${fingerprint}-${format}`,
  )
}
