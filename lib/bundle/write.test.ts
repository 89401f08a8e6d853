import { once } from 'node:events'
import { Readable } from 'node:stream'
import { afterEach, expect, it, vi } from 'vitest'
import type { OpenFile } from '@/lib/storage/driver'
import { storage } from '@/lib/storage/storage'
import type { BundleContent } from './schema'
import { packBundle } from './write'

afterEach(() => vi.restoreAllMocks())

it('leaves no asset open when its reader goes away while the asset is being opened', async () => {
  const asked = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<OpenFile>()
  vi.spyOn(storage(), 'open').mockImplementation(() => {
    asked.resolve()
    return opened.promise
  })
  const assets = [{ key: 'a/b.png', bytes: 3 }]
  const zip = packBundle({ project: {}, assets, takes: [], manifest: null } as unknown as BundleContent)
  zip.resume()
  await asked.promise
  await once(zip.destroy(), 'close')
  const stream = Readable.from([Buffer.from('abc')])
  opened.resolve({ stream, size: 3 })
  await once(stream, 'close')
  expect(stream.readableDidRead).toBe(false)
})
