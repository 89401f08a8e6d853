import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { storage } from '@/lib/storage/storage'
import { ASSETS_ENTRY, type BundleContent, MANIFEST_ENTRY, PROJECT_ENTRY } from './schema'

/** The same project packs to the same bytes: no entry tells when it was packed. */
const MTIME = new Date('2000-01-01T00:00:00Z')
const PLAIN_FILE_MODE = 0o100644

/**
 * The ZIP as it is read: one asset is open at a time, so a project of gigabytes takes no memory. Assets are packed as
 * they are, since pictures, sound and film are compressed already. Ends in an error when an asset's bytes are gone.
 */
export function packBundle(content: BundleContent): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  const fail = (error: unknown) => void out.destroy(error instanceof Error ? error : new Error(String(error)))
  // A reader that goes away leaves no file open.
  let reading: Readable | undefined
  out.once('close', () => reading?.destroy())
  zip.on('error', fail)
  const options = { mtime: MTIME, mode: PLAIN_FILE_MODE }
  const addJson = (name: string, value: unknown) =>
    zip.addBuffer(Buffer.from(`${JSON.stringify(value, null, 2)}\n`), name, options)

  addJson(PROJECT_ENTRY, content.project)
  addJson(ASSETS_ENTRY, { assets: content.assets, takes: content.takes })
  if (content.manifest) addJson(MANIFEST_ENTRY, content.manifest)
  for (const { key, bytes } of content.assets) {
    zip.addReadStreamLazy(key, { ...options, size: bytes, compress: false }, (give) => {
      storage()
        .open(key)
        .then(({ stream }) => {
          if (out.destroyed) return void stream.destroy()
          stream.on('error', fail)
          reading = stream
          give(null, stream)
        }, fail)
    })
  }
  zip.end()
  zip.outputStream.on('error', fail)
  return zip.outputStream.pipe(out)
}
