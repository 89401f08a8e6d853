/** Project files as a stranger might make them: whole ones, and each kind of broken one. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import * as exporting from '@/app/api/projects/[id]/export.zip/route'
import * as importing from '@/app/api/projects/import/route'
import { db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { aPicture } from '@/tests/kit/files'
import type { TestStudio } from '@/tests/kit/studio'
import { type Answer, aFilm, pin, type SmallFilm, upload } from './take-caller'

const ADDRESS = 'http://localhost:3000/api/projects'

/** What the writer brings for the first scene of the packed film. */
export const OWN_PICTURE = aPicture(256, 144, 'image/png')

/** A film of two scenes, one with the writer's own picture, and its project as a file. */
export async function aPackedFilm(studio: TestStudio): Promise<{ film: SmallFilm; packed: Buffer }> {
  const film = await aFilm(studio, 'The sea was calm. A boat came home.')
  const { body } = await upload(film, OWN_PICTURE, { name: 'mine.png' })
  await pin(film, body.fingerprint)
  const { status } = await studio.ended((await studio.start(film.id)).id)
  if (status !== 'done') throw new Error(`the film ended as ${status}`)
  return { film, packed: Buffer.from(await (await exportProject(film.id)).arrayBuffer()) }
}

/** As another studio is: no project, no asset, no file. */
export async function emptyStudio(): Promise<void> {
  await db().project.deleteMany({})
  await db().asset.deleteMany({})
  for (const folder of ['frames', 'clips', 'audio', 'segments', 'final', 'storyboards']) {
    await rm(path.join(env.dataFolder, folder), { recursive: true, force: true })
  }
}

export async function exportProject(id: string): Promise<Response> {
  return await exporting.GET(new Request(`${ADDRESS}/${id}/export.zip`), { params: Promise.resolve({ id }) })
}

export async function bringFile(
  body: Uint8Array | string | null,
  name = 'film.zip',
  headers: Record<string, string> = {},
): Promise<Answer> {
  const request = new Request(`${ADDRESS}/import`, {
    method: 'POST',
    headers: { 'X-File-Name': encodeURIComponent(name), ...headers },
    body: body as BodyInit | null,
    ...{ duplex: 'half' },
  })
  const response = await importing.POST(request, { params: Promise.resolve({}) })
  return { status: response.status, body: await response.json() }
}

export interface ZipEntry {
  name: string
  bytes: Buffer
  mode?: number
  compress?: boolean
}

export async function entriesOf(zip: Buffer): Promise<ZipEntry[]> {
  const file = await fromBufferPromise(zip, { lazyEntries: true })
  const entries: ZipEntry[] = []
  for await (const entry of file.eachEntry()) {
    entries.push({ name: entry.fileName, bytes: await buffer(await file.openReadStreamPromise(entry)) })
  }
  return entries
}

/** A name that no packer gives. */
const isOdd = (name: string): boolean => name.startsWith('/') || name.includes('..') || name.includes('\\')

export async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { name, bytes, mode = 0o100644, compress = false } of entries) {
    zip.addBuffer(bytes, isOdd(name) ? 'q'.repeat(name.length) : name, { mode, compress })
  }
  zip.end()
  const packed = await buffer(zip.outputStream)
  // An odd name is written in afterwards, over one of the same length.
  for (const { name } of entries.filter((entry) => isOdd(entry.name))) {
    const stand = 'q'.repeat(name.length)
    for (let at = packed.indexOf(stand); at >= 0; at = packed.indexOf(stand, at)) packed.write(name, at)
  }
  return packed
}

/** The same file with one document changed. */
export async function withJson(
  zip: Buffer,
  name: string,
  // biome-ignore lint/suspicious/noExplicitAny: a stranger writes whatever it likes
  change: (value: any) => unknown,
): Promise<Buffer> {
  const entries = await entriesOf(zip)
  return await zipOf(
    entries.map((entry) =>
      entry.name === name
        ? { ...entry, bytes: Buffer.from(JSON.stringify(change(JSON.parse(entry.bytes.toString())))) }
        : entry,
    ),
  )
}
