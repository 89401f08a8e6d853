import { open } from 'node:fs/promises'
import { invalidInput, StudioError } from '@/lib/base/errors'
import { BUNDLE_LIMITS, MANIFEST_ENTRY } from '@/lib/bundle/schema'
import type { Manifest } from '@/lib/plan/manifest'
import { isUpload } from '@/lib/plan/upload'
import { manifestIn, takeAssets } from '@/lib/project/arrive/bundle/unpack'
import { readManifest } from '@/lib/project/rebuild/manifest-file'
import { withUploadFolder } from '@/lib/storage/attempt'

/** What a film is made again from. */
export interface Source {
  manifest: Manifest
  /** Takes in the writer's own files, where they came along; nothing else. */
  takeUploads(): Promise<void>
}

/** The manifest in a file, or in a project's ZIP. Throws `invalid_input` and `bad_media` saying what is wrong with it. */
export async function readFrom(name: string): Promise<Source> {
  const text = await textOf(name)
  if (text !== null) return { manifest: readManifest(parsed(text)), takeUploads: async () => undefined }
  const manifest = await manifestIn(name)
  if (!manifest) {
    throw new StudioError('not_found', `no ${MANIFEST_ENTRY}`, {
      userMessage: 'This project has no film yet.',
    })
  }
  return {
    manifest: readManifest(manifest),
    takeUploads: () =>
      withUploadFolder(async (folder) => {
        const { signal } = new AbortController()
        await takeAssets(name, { folder, signal }, ({ recipe }) => isUpload(recipe))
      }),
  }
}

const refuse = (expected: string) => invalidInput([{ field: '--from', expected }])

/** Null for a ZIP. */
async function textOf(name: string): Promise<string | null> {
  const file = await open(name).catch((error) => {
    throw refuse(`${error.code === 'ENOENT' ? 'there is no such file' : error.message}: ${name}`)
  })
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw refuse(`must be a file: ${name}`)
    const head = Buffer.alloc(2)
    await file.read(head, 0, head.length, 0)
    if (head.toString('latin1') === 'PK') return null
    if (stat.size > BUNDLE_LIMITS.jsonBytes) {
      throw refuse(`a manifest has at most ${BUNDLE_LIMITS.jsonBytes / 1_000_000} MB: ${name}`)
    }
    const bytes = Buffer.alloc(stat.size)
    await file.read(bytes, 0, bytes.length, 0)
    // It drops the mark that some editors put before a text.
    return new TextDecoder().decode(bytes)
  } finally {
    await file.close()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('must be a manifest (JSON) or a project (ZIP)')
  }
}
