import { Readable } from 'node:stream'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/base/db'
import type { ServedFile } from '@/lib/base/http-file'
import { openStudio } from '@/tests/kit/studio'
import { revokeShare } from './service'
import { insertShare } from './store'
import { whileOpen } from './while-open'

let shareId: string
let projectId: string
let closeStudio: () => Promise<void>

beforeAll(async () => {
  const studio = await openStudio()
  closeStudio = studio.close
  projectId = await studio.makeProject('A fox ran.')
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

/** A viewer who has got the first bytes. */
async function watch(id = shareId) {
  const { file, source } = anEndlessFile()
  const watched = await whileOpen(id, file)?.open({ start: 0, end: 1e12 - 1 })
  const chunks = watched?.stream[Symbol.asyncIterator]()
  const next = async () => (await chunks?.next())?.value?.length
  const readOn = async () => {
    for (let i = 0; i < 10; i++) await next()
  }
  expect(await next()).toBeGreaterThan(0)
  return { source, next, readOn }
}
const later = () => vi.setSystemTime(Date.now() + 1_100)

test('a film on its way stops when its project is thrown away, too', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { source, readOn } = await watch()
  await db().project.update({ where: { id: projectId }, data: { deletedAt: new Date() } })
  later()
  await expect(readOn()).rejects.toMatchObject({ code: 'not_found' })
  expect(source.destroyed).toBe(true)
  await db().project.update({ where: { id: projectId }, data: { deletedAt: null } })
})

test('a film on its way stops within a second of its link’s end, and lets go of its file', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { source, next, readOn } = await watch()
  later()
  expect(await next()).toBeGreaterThan(0)
  await db().share.update({ where: { id: shareId }, data: { revokedAt: new Date() } })
  later()
  await expect(readOn()).rejects.toMatchObject({ code: 'not_found' })
  expect(source.destroyed).toBe(true)
})

test('a film on its way stops at once where its link is revoked', async () => {
  const { filmId } = await db().share.findUniqueOrThrow({ where: { id: shareId } })
  const wanted = { filmId, label: '', allowDownload: true, password: null, expiresAt: null }
  const { id } = await insertShare(wanted)
  const { source, readOn } = await watch(id)
  await revokeShare(id, '')
  await expect(readOn()).rejects.toMatchObject({ code: 'not_found', name: 'AbortError' })
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
