import { once } from 'node:events'
import { Readable } from 'node:stream'
import { expect, it, vi } from 'vitest'
import type { BundleContent } from './schema'
import { packBundle } from './write'

const asked = Promise.withResolvers<void>()
const opened = Promise.withResolvers<{ stream: Readable }>()
vi.mock('@/lib/storage/storage', () => ({
  storage: () => ({
    open: () => {
      asked.resolve()
      return opened.promise
    },
  }),
}))

it('leaves no asset open when its reader goes away while the asset is being opened', async () => {
  const assets = [{ key: 'a/b.png', bytes: 3 }]
  const zip = packBundle({ project: {}, assets, takes: [], manifest: null } as unknown as BundleContent)
  zip.resume()
  await asked.promise
  await once(zip.destroy(), 'close')
  const stream = Readable.from([Buffer.from('abc')])
  opened.resolve({ stream })
  await once(stream, 'close')
  expect(stream.readableDidRead).toBe(false)
})
