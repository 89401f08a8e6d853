/** What a path below `/data/` opens: always an asset that the named project has. */
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { type Asset, findAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import { posterRecipe } from '@/lib/plan/poster'
import { filmSubtitles } from '@/lib/plan/subtitles'
import type { DataPath } from './data-path'
import { keepMp3 } from './mp3'
import { findManifest, hasTake } from './store'

type SlotPath = Extract<DataPath, { kind: 'slot' }>
type FilmPath = Extract<DataPath, { kind: 'film' }>

/** Bytes in storage, or a text small enough to hold. The tag changes exactly when the bytes do. */
export type DataFile =
  | { from: 'storage'; key: string; mediaType: string; tag: string }
  | { from: 'memory'; text: string; mediaType: string; tag: string }

/** Throws `not_found`, also for what another project has. */
export async function findDataFile(path: DataPath | null): Promise<DataFile> {
  const file = path && (path.kind === 'slot' ? await slotFile(path) : await filmFile(path))
  if (!file) throw new StudioError('not_found', 'There is no such file.')
  return file
}

export async function findSlotAsset(path: SlotPath): Promise<Asset | undefined> {
  return (await hasTake(path)) ? await findAsset(path.fingerprint) : undefined
}

const fileOf = ({ key, mediaType, digest }: Asset): DataFile => ({
  from: 'storage',
  key,
  mediaType,
  tag: digest,
})

async function slotFile(path: SlotPath): Promise<DataFile | null> {
  const asset = await findSlotAsset(path)
  if (!asset) return null
  if (path.extension !== 'mp3') return fileOf(asset)
  return { from: 'storage', key: await keepMp3(asset), mediaType: 'audio/mpeg', tag: `${asset.digest}-mp3` }
}

async function filmFile({ projectId, fingerprint, extension }: FilmPath): Promise<DataFile | null> {
  const manifest = await findManifest(projectId, fingerprint)
  if (!manifest) return null
  if (extension === 'manifest.json') {
    const text = JSON.stringify(manifest, null, 2)
    return { from: 'memory', text, mediaType: 'application/json', tag: `${fingerprint}-${manifest.revision}` }
  }
  if (extension === 'jpg') {
    const poster = await findAsset(fingerprintOf(posterRecipe(fingerprint)))
    return poster ? fileOf(poster) : null
  }
  const film = await findAsset(fingerprint)
  if (!film) return null
  if (extension === 'mp4') return fileOf(film)
  const format = extension === 'vtt' ? 'vtt' : 'srt'
  return {
    from: 'memory',
    text: filmSubtitles(film.recipe, format),
    mediaType: format === 'vtt' ? 'text/vtt; charset=utf-8' : 'application/x-subrip; charset=utf-8',
    tag: `${film.fingerprint}-${format}`,
  }
}
