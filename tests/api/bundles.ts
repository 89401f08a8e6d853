/** Project files as a stranger might make them: whole ones, and each kind of broken one. */
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import * as exporting from '@/app/api/projects/[id]/export.zip/route'
import * as importing from '@/app/api/projects/import/route'
import type { Answer } from './take-caller'

const ADDRESS = 'http://localhost:3000/api/projects'

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
