import { chmod, copyFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import { type Manifest, manifestAgain } from '@/lib/plan/manifest'
import { filmSubtitles } from '@/lib/plan/subtitles'
import { findFilms } from '@/lib/project/store'
import { storage } from '@/lib/storage/storage'

export interface SaveOptions {
  json: boolean
  /** What the film took. */
  ms: number
  /** The manifest that it was made again from, and the file that held it: that one stays as it is. */
  first: Manifest | undefined
  from: string | null
}

/**
 * Writes the film, its subtitles and its manifest beside one another: `film.mp4`, `film.srt`, `film.manifest.json`.
 * Answers the manifest.
 */
export async function saveFilm(projectId: string, out: string, options: SaveOptions): Promise<Manifest> {
  const [film] = await findFilms([projectId])
  const asset = film && (await findAsset(film.fingerprint))
  if (!film || !asset) throw new StudioError('internal', 'the film is gone')
  const stem = out.replace(/\.mp4$/i, '')
  const folder = path.dirname(out)
  const kept = await storage().fetchTo(asset.key, folder, `.${asset.fingerprint}.mp4`)
  // An asset's file is read-only, and this copy is the user's: another film may be written over it.
  await rm(out, { force: true })
  await copyFile(kept, out)
  await chmod(out, 0o644)
  await rm(kept, { force: true })
  await writeFile(`${stem}.srt`, filmSubtitles(asset.recipe, 'srt'))
  const made = film.manifest as unknown as Manifest
  const manifest = options.first ? manifestAgain(made, options.first) : made
  const manifestFile = `${stem}.manifest.json`
  if (options.from === null || path.resolve(options.from) !== manifestFile) {
    await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  }
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  const line = options.json
    ? JSON.stringify({
        video: out,
        subtitles: `${stem}.srt`,
        manifest: manifestFile,
        duration_ms: manifest.durationMs,
        took_ms: options.ms,
      })
    : `${out}\n  ${manifest.scenes.length} scenes, ${seconds(manifest.durationMs)} s of film, made in ${seconds(options.ms)} s`
  process.stdout.write(`${line}\n`)
  return manifest
}
