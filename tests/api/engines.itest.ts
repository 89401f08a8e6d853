import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as connection from '@/app/api/engines/[service]/route'
import * as test from '@/app/api/engines/[service]/test/route'
import * as defaults from '@/app/api/engines/defaults/route'
import * as engines from '@/app/api/engines/route'
import health from '@/inference/contract/health.json'
import models from '@/inference/contract/models.json'
import { closeDb } from '@/lib/base/db'
import { readHealth } from '@/lib/project/health'
import { createTestDatabase } from '@/tests/kit/database'
import { openTestLive } from '@/tests/kit/live'
import { openService, sendJson, type TestService } from '@/tests/kit/service'
import type { Json } from './caller'

const IDENTITY = 'images/stabilityai/sd-turbo@b261bac6fd2c'
const KEY = 'sk-never-shown'
const DRAFTS = {
  storyboard: 'draft/writer@1',
  frame: 'draft/painter@1',
  clip: 'draft/camera@1',
  narration: 'draft/voice@1',
}

let service: TestService
let live: Awaited<ReturnType<typeof openTestLive>>
beforeAll(async () => {
  await createTestDatabase()
  live = await openTestLive()
})
afterEach(async () => {
  live.leaveAll()
  await service?.close()
})
afterAll(async () => {
  await live.close()
  await closeDb()
})

type Handle<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

async function call<P>(handle: Handle<P>, method: string, params: P, body?: unknown) {
  const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const request = new Request('http://localhost:3000/api/engines', { method, ...(body ? json : {}) })
  const response = await handle(request, { params: Promise.resolve(params) })
  const text = await response.text()
  return { status: response.status, text, body: JSON.parse(text) as Json }
}
const view = () => call(engines.GET, 'GET', {})
const connect = (body: unknown, name = 'images') => call(connection.PUT, 'PUT', { service: name }, body)

/** A service that wants the key. */
const locked: TestService['answers'] = ({ path, headers }, response) => {
  if (headers.authorization !== `Bearer ${KEY}`) sendJson(response, { error: { message: `not ${KEY}` } }, 401)
  else sendJson(response, path === '/readyz' ? health.readyz.body : models.images)
}

describe('the engines', () => {
  it('are the draft ones at first', async () => {
    const { status, body } = await view()
    expect(status).toBe(200)
    expect(body.defaults).toEqual(DRAFTS)
    expect(body.connections.map((one: Json) => one.service)).toEqual(['ollama', 'images', 'videos', 'speech'])
    expect(body.connections[1]).toMatchObject({ urls: [], hasKey: false, engine: null, from: 'environment' })
    expect(body.engines).toContainEqual({
      identity: DRAFTS.frame,
      kind: 'frame',
      state: 'ready',
      abilities: null,
    })
  })

  it('are connected by an address, answer with what it serves, and every page hears of it', async () => {
    service = await openService(locked)
    const client = await live.newClient()
    const told = new Promise<void>((resolve) => client.once('engines', resolve))
    const { status, body } = await connect({ urls: [`${service.url}/v1/`], key: KEY, model: null })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      service: 'images',
      kind: 'frame',
      urls: [service.url],
      hasKey: true,
      from: 'settings',
      addresses: [{ url: service.url, state: 'ready', model: 'stabilityai/sd-turbo' }],
      engine: { identity: IDENTITY, state: 'ready', abilities: { batch: 8, reference: true } },
    })
    await told
  })

  it('keep their key to themselves, whatever is asked or goes wrong', async () => {
    service = await openService(locked)
    const made = await connect({ urls: [service.url], key: KEY, model: null })
    service.answers = (_, response) => sendJson(response, { status: KEY, reason: `no ${KEY}` }, 500)
    const tested = await call(test.POST, 'POST', { service: 'images' })
    expect(tested.body).toMatchObject({ hasKey: true, addresses: [{ state: 'unavailable' }] })
    for (const { text } of [made, tested, await view()]) expect(text).not.toContain(KEY)
    expect(JSON.stringify(await readHealth())).not.toContain(KEY)
  })

  it('are looked at when somebody tests them', async () => {
    service = await openService(locked)
    await connect({ urls: [service.url], key: KEY, model: null })
    service.answers = (_, response) => sendJson(response, health.readyz_loading.body, 503)
    const { body } = await call(test.POST, 'POST', { service: 'images' })
    expect(body).toMatchObject({ addresses: [{ state: 'loading' }], engine: { state: 'loading' } })
  })

  it('go back to what the environment says, key and all', async () => {
    service = await openService(locked)
    await connect({ urls: [service.url], key: KEY, model: 'sd-turbo' })
    const { status, body } = await call(connection.DELETE, 'DELETE', { service: 'images' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ urls: [], hasKey: false, model: null, from: 'environment', addresses: [] })
  })

  it('are told by the health of the studio, address by address', async () => {
    service = await openService(locked)
    await connect({ urls: [service.url], key: KEY, model: null })
    expect((await readHealth()).engines).toMatchObject([
      {
        service: 'images',
        kind: 'frame',
        identity: IDENTITY,
        addresses: [{ url: service.url, state: 'ready', model: 'stabilityai/sd-turbo' }],
      },
    ])
  })

  it('can be chosen for new films when they make what is asked', async () => {
    service = await openService(locked)
    await connect({ urls: [service.url], key: KEY, model: null })
    const chosen = { ...DRAFTS, frame: IDENTITY }
    expect(await call(defaults.PUT, 'PUT', {}, chosen)).toMatchObject({ status: 200, body: chosen })
    expect((await view()).body.defaults).toEqual(chosen)
    const wrong = await call(
      defaults.PUT,
      'PUT',
      {},
      { ...chosen, clip: IDENTITY, narration: 'speech/none@1' },
    )
    expect(wrong.status).toBe(400)
    expect(wrong.body.error.details.map((problem: Json) => problem.field)).toEqual(['clip', 'narration'])
  })

  it('refuse what is no address, no service and no method, and name the field', async () => {
    const bad = await connect({ urls: ['ftp://a', 'http://user:pass@host'], model: null })
    expect(bad.status).toBe(400)
    expect(bad.body.error.details.map((problem: Json) => problem.field)).toEqual(['urls.0', 'urls.1'])
    expect((await connect({ urls: [], model: null }, 'music')).status).toBe(404)
    expect((await call(engines.POST, 'POST', {})).status).toBe(405)
  })
})
