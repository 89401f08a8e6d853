import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import health from '@/inference/contract/health.json'
import models from '@/inference/contract/models.json'
import { closeDb, db } from '@/lib/base/db'
import { defaultEngines } from '@/lib/engine/registry'
import type { Notice } from '@/lib/live/publish'
import { createTestDatabase } from '@/tests/kit/database'
import { openService, sendJson, type TestService } from '@/tests/kit/service'
import { listen } from '@/tests/kit/studio'
import { changeConnection, readConnections } from './connections'
import { readLooks, refreshEngines } from './refresh'
import { forgetEngineRows } from './rows'
import { listEngineRows, writeEngineSetting } from './store'

const IDENTITY = 'images/stabilityai/sd-turbo@b261bac6fd2c'
let service: TestService
let signals: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  await createTestDatabase()
  signals = await listen()
})
afterEach(async () => {
  vi.useRealTimers()
  await service?.close()
})
afterAll(async () => {
  await signals.close()
  await closeDb()
})

const ready: TestService['answers'] = ({ path }, response) =>
  path === '/readyz' ? sendJson(response, health.readyz.body) : sendJson(response, models.images)

/** Runs and answers the notices about engines that were published meanwhile. */
async function heard(work: () => Promise<unknown>): Promise<Notice[]> {
  const notices: Notice[] = []
  let isEnd = false
  const over = signals.first(
    async () => isEnd || null,
    (notice) => {
      if (notice.kind === 'project') isEnd = true
      else notices.push(notice)
      return true
    },
  )
  await work()
  // Notices come in order: when this one is here, those before it are.
  const end: Notice = { kind: 'project', id: '', revision: 0, deleted: false }
  await db().$executeRaw`select pg_notify('studio', ${JSON.stringify(end)})`
  await over
  return notices
}

describe('a look at all addresses', () => {
  it('makes a row of what answers, tells everybody once, and is quiet while nothing changes', async () => {
    service = await openService(ready)
    await heard(() => changeConnection('images', { urls: [service.url], model: null }))
    expect(await heard(() => refreshEngines({ force: true }))).toEqual([{ kind: 'engines' }])
    expect(await listEngineRows()).toMatchObject([
      { identity: IDENTITY, service: 'images', state: 'ready', facts: { urls: [service.url], lanes: 1 } },
    ])
    expect((await readLooks()).images).toMatchObject([{ url: service.url, state: 'ready' }])
    expect(await heard(() => refreshEngines({ force: true }))).toEqual([])
  })

  it('sees an engine go, keeps its row, and sees it come back', async () => {
    service = await openService(ready)
    await changeConnection('images', { urls: [service.url], model: null })
    await heard(() => refreshEngines({ force: true }))
    service.answers = (_, response) => response.destroy()
    expect(await heard(() => refreshEngines({ force: true }))).toHaveLength(1)
    expect(await listEngineRows()).toMatchObject(
      [
        {
          identity: IDENTITY,
          state: 'unavailable',
          facts: { urls: [service.url] },
          lastError: { message: /hung up/ },
        },
      ].map((row) => ({ ...row, lastError: { message: expect.stringMatching('hung up') } })),
    )
    service.answers = ready
    expect(await heard(() => refreshEngines({ force: true }))).toHaveLength(1)
    expect(await listEngineRows()).toMatchObject([{ state: 'ready' }])
  })

  it('is not repeated for a runner when another one has just looked', async () => {
    service = await openService(ready)
    await changeConnection('images', { urls: [service.url], model: null })
    vi.useFakeTimers({ toFake: ['Date'] })
    await refreshEngines({ force: true })
    const before = service.requests.length
    await refreshEngines()
    expect(service.requests).toHaveLength(before)
  })

  it('never runs twice at once', async () => {
    let inside = 0
    let most = 0
    service = await openService(async (request, response) => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
      ready(request, response)
    })
    await changeConnection('images', { urls: [service.url], model: null })
    await Promise.all([refreshEngines({ force: true }), refreshEngines({ force: true })])
    expect(most).toBe(1)
  })
})

describe('a connection', () => {
  it('keeps its key when a change leaves it out, forgets it on null, and is written by service', async () => {
    await changeConnection('images', { urls: ['http://a.test'], key: 'secret', model: null })
    await changeConnection('speech', { urls: ['http://b.test'], model: 'tts' })
    await changeConnection('images', { urls: ['http://c.test'], model: 'm' })
    expect(await readConnections()).toMatchObject({
      images: { urls: ['http://c.test'], key: 'secret', model: 'm', from: 'settings' },
      speech: { urls: ['http://b.test'], key: null, model: 'tts' },
      videos: { urls: [], from: 'environment' },
    })
    await changeConnection('images', { urls: [], key: null, model: null })
    expect((await readConnections()).images.key).toBeNull()
  })
})

describe('what a new film starts with', () => {
  it('is the chosen engine while it is connected, else the draft one', async () => {
    service = await openService(ready)
    await changeConnection('images', { urls: [service.url], model: null })
    await refreshEngines({ force: true })
    forgetEngineRows()
    const drafts = await defaultEngines()
    expect(drafts.frame).toBe('draft/painter@1')
    const { score: _, ...rest } = drafts
    await writeEngineSetting('defaults', { ...rest, frame: IDENTITY }, true)
    expect((await defaultEngines()).frame).toBe(IDENTITY)
    service.answers = (_, response) => response.destroy()
    await refreshEngines({ force: true })
    expect((await defaultEngines()).frame).toBe('draft/painter@1')
  })
})
