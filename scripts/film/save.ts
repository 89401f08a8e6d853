import { copyFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import type { Manifest } from '@/lib/plan/manifest'
import { filmSubtitles } from '@/lib/plan/subtitles'
import { findFilms } from '@/lib/project/store'
import { storage } from '@/lib/storage/storage'

/** Writes the film, its subtitles and its manifest beside one another: `film.mp4`, `film.srt`, `film.manifest.json`. */
export async function saveFilm(
  projectId: string,
  out: string,
  options: { json: boolean; ms: number },
): Promise<void> {
  const [film] = await findFilms([projectId])
  const asset = film && (await findAsset(film.fingerprint))
  if (!film || !asset) throw new StudioError('internal', 'the film is gone')
  const stem = out.replace(/\.mp4$/i, '')
  const folder = path.dirname(out)
  const kept = await storage().fetchTo(asset.key, folder, `.${asset.fingerprint}.mp4`)
  await copyFile(kept, out)
  await rm(kept, { force: true })
  await writeFile(`${stem}.srt`, filmSubtitles(asset.recipe, 'srt'))
  await writeFile(`${stem}.manifest.json`, `${JSON.stringify(film.manifest, null, 2)}\n`)
  const manifest = film.manifest as unknown as Manifest
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  if (options.json) {
    const result = { video: out, subtitles: `${stem}.srt`, manifest: `${stem}.manifest.json` }
    process.stdout.write(
      `${JSON.stringify({ ...result, duration_ms: manifest.durationMs, took_ms: options.ms })}\n`,
    )
    return
  }
  process.stdout.write(
    `${out}\n  ${manifest.scenes.length} scenes, ${seconds(manifest.durationMs)} s of film, made in ${seconds(options.ms)} s\n`,
  )
}
