/** Films made again from their manifests, as the command does it, to their end. */
import { expect } from 'vitest'
import type { Manifest } from '@/lib/plan/manifest'
import { filmUrl } from '@/lib/project/address'
import { readManifest } from '@/lib/project/rebuild/manifest-file'
import { rebuildFilm } from '@/lib/project/rebuild/rebuild'
import { findFilms } from '@/lib/project/store'
import { compareFilm, type Report } from '@/scripts/film/report'
import type { TestStudio } from '@/tests/kit/studio'
import { entriesOf } from './bundles'
import { bytesOf } from './take-caller'

export interface Again {
  report: Report
  made: Manifest
  bytes: Buffer
}

export async function makeAgain(studio: TestStudio, manifest: Manifest): Promise<Again> {
  const rebuild = await rebuildFilm(manifest)
  const target = await studio.ended(rebuild.targetId)
  expect([target.status, target.error]).toEqual(['done', null])
  const made = await newestManifest(rebuild.projectId)
  const bytes = await filmBytes(rebuild.projectId, made)
  return { report: await compareFilm(manifest, made, rebuild), made, bytes }
}

export async function newestManifest(projectId: string): Promise<Manifest> {
  const [film] = await findFilms([projectId])
  return film?.manifest as unknown as Manifest
}

export const filmBytes = (projectId: string, { fingerprint }: Manifest): Promise<Buffer> =>
  bytesOf(filmUrl(projectId, fingerprint, 'mp4'))

/** Kinds of assets, by how they came out. */
export const likenesses = ({ report }: Again): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(report.assets, (one) => one.likeness)).map(([likeness, list]) => [
      likeness,
      (list ?? []).map((one) => one.kind).sort(),
    ]),
  )

export async function fileIn(zip: Buffer, name: RegExp): Promise<Buffer> {
  const entry = (await entriesOf(zip)).find((one) => name.test(one.name))
  if (!entry) throw new Error(`no ${name}`)
  return entry.bytes
}
export const FILM_FILE = /^final\/.*mp4$/

/** As a file has it: of a film's row, or of a project's ZIP. */
export const asFile = (manifest: Manifest): Manifest => readManifest(JSON.parse(JSON.stringify(manifest)))
export const manifestOfZip = async (zip: Buffer): Promise<Manifest> =>
  readManifest(JSON.parse((await fileIn(zip, /^manifest/)).toString()))
