import { Readable } from 'node:stream'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/base/db'
import type { ServedFile } from '@/lib/base/http-file'
import { openStudio } from '@/tests/kit/studio'
import { insertShare } from './store'
import { whileOpen } from './while-open'

let shareId: string
let closeStudio: () => Promise<void>

beforeAll(async () => {
  const studio = await openStudio()
  closeStudio = studio.close
  const projectId = await studio.makeProject('A fox ran.')
  expect(await studio.ended((await studio.start(projectId)).id)).toMatchObject({ status: 'done' })
  const film = await db().film.findFirstOrThrow({ where: { projectId } })
  const wanted = { filmId: film.id, label: '', allowDownload: true, password: null, expiresAt: null }
  shareId = (await insertShare(wanted)).id
  return () => closeStudio()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A film that is longer than any buffer. */
function anEndlessFile(): { file: ServedFile; source: Readable } {
  const source = new Readable({
    read() {
      this.push(Buffer.alloc(64 * 1024))
    },
  })
  return {
    source,
    file: { mediaType: 'video/mp4', tag: 'x', size: 1e12, open: async () => ({ stream: source }) },
  }
}

test('a film on its way stops within a second of its link’s end, and lets go of its file', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { file, source } = anEndlessFile()
  const watched = await whileOpen(shareId, file)?.open({ start: 0, end: 1e12 - 1 })
  const chunks = watched?.stream[Symbol.asyncIterator]()
  const next = async () => (await chunks?.next())?.value?.length
  expect(await next()).toBeGreaterThan(0)
  vi.setSystemTime(Date.now() + 1_100)
  expect(await next()).toBeGreaterThan(0)
  await db().share.update({ where: { id: shareId }, data: { revokedAt: new Date() } })
  vi.setSystemTime(Date.now() + 1_100)
  await expect(
    (async () => {
      for (let i = 0; i < 10; i++) await next()
    })(),
  ).rejects.toMatchObject({ code: 'not_found' })
  expect(source.destroyed).toBe(true)
})

test('a viewer who goes away before the first byte leaves no file open', async () => {
  const { file, source } = anEndlessFile()
  const watched = await whileOpen(shareId, file)?.open({ start: 0, end: 1e12 - 1 })
  const closed = new Promise((resolve) => source.once('close', resolve))
  watched?.stream.destroy()
  await closed
  expect(source.destroyed).toBe(true)
})
