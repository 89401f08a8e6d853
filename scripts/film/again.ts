import { open, readFile } from 'node:fs/promises'
import { invalidInput, StudioError } from '@/lib/base/errors'
import { MANIFEST_ENTRY } from '@/lib/bundle/schema'
import type { Manifest } from '@/lib/plan/manifest'
import { isUpload } from '@/lib/plan/upload'
import type { Comparison, Likeness } from '@/lib/project/bundle/compare'
import { readManifest } from '@/lib/project/bundle/rebuild'
import { takeAssets } from '@/lib/project/bundle/unpack'
import { withUploadFolder } from '@/lib/storage/attempt'

/** The manifest in a file, or in a project's ZIP; of that the writer's own files are taken in, and nothing else. */
export async function readFrom(name: string): Promise<Manifest> {
  if (!(await isZip(name))) return readManifest(parsed(await readFile(name, 'utf8')))
  return await withUploadFolder(async (folder) => {
    const signal = new AbortController().signal
    const manifest = await takeAssets(name, { folder, signal }, ({ recipe }) => isUpload(recipe))
    if (!manifest) {
      throw new StudioError('not_found', `no ${MANIFEST_ENTRY}`, {
        userMessage: 'This project has no film yet.',
      })
    }
    return readManifest(manifest)
  })
}

async function isZip(name: string): Promise<boolean> {
  const handle = await open(name).catch((error) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message
    throw invalidInput([{ field: '--from', expected: `${reason}: ${name}` }])
  })
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1').startsWith('PK')
  } finally {
    await handle.close()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidInput([{ field: '--from', expected: 'must be a manifest (JSON) or a project (ZIP)' }])
  }
}

const WORDS: Record<Likeness, string> = {
  same: 'made again, byte for byte the same',
  kept: 'here already, byte for byte the same',
  different: 'made again, with other bytes',
  absent: 'not made: this build has other recipes for it',
}
const ORDER: readonly Likeness[] = ['same', 'kept', 'different', 'absent']

/** What of a manifest came out the same and what did not, a line for each answer and one for each thing that is not. */
export function reportOf(compared: readonly Comparison[], isFilmSame: boolean): string {
  const lines = ORDER.flatMap((likeness) => {
    const own = compared.filter((item) => item.likeness === likeness)
    if (own.length === 0) return []
    const kinds = Object.entries(Object.groupBy(own, (item) => item.kind))
    const counts = kinds.map(([kind, items]) => `${items?.length ?? 0} ${kind}`).join(', ')
    const isOdd = likeness === 'different' || likeness === 'absent'
    const names = isOdd
      ? own.map((item) => `\n    ${item.kind} ${item.fingerprint.slice(0, 12)} (${item.engine})`)
      : []
    return [`  ${WORDS[likeness]}: ${counts}${names.join('')}`]
  })
  const film = isFilmSame ? 'The film is identical.' : 'The film is not identical.'
  return [
    film,
    ...(compared.length > 0 ? lines : ['  The manifest is of the first kind, without digests.']),
  ].join('\n')
}
