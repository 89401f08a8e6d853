/** Remote engines on the studio's own path: an address that is set, a look, a film's task, a file. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import health from '@/inference/contract/health.json'
import models from '@/inference/contract/models.json'
import { findAssets } from '@/lib/asset/store'
import { closeDb, db } from '@/lib/base/db'
import { changeConnection } from '@/lib/engine/connection/connections'
import { refreshEngines } from '@/lib/engine/connection/refresh'
import { listEngineRows } from '@/lib/engine/connection/store'
import { findEngine } from '@/lib/engine/registry'
import { listWork } from '@/lib/task/store'
import { aPicture } from '@/tests/kit/remote'
import { openService, type ServiceAnswers, sendJson, type TestService } from '@/tests/kit/service'
import { openStudio, type TestStudio } from '@/tests/kit/studio'

const IDENTITY = 'images/stabilityai/sd-turbo@b261bac6fd2c'
let studio: TestStudio
let service: TestService
beforeAll(async () => {
  studio = await openStudio()
})
afterEach(async () => {
  await service.close()
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

const alive: ServiceAnswers = ({ path }, response) =>
  path === '/readyz' ? sendJson(response, health.readyz.body) : sendJson(response, models.images)

async function connect(draw: ServiceAnswers): Promise<void> {
  service = await openService((request, response) =>
    request.path === '/v1/images/batch' ? draw(request, response) : alive(request, response),
  )
  await changeConnection('images', { urls: [service.url], model: null })
  await refreshEngines({ force: true })
}

const draw: ServiceAnswers = ({ body }, response) => {
  const { items, size } = JSON.parse(String(body))
  const [width, height] = size.split('x').map(Number)
  for (const { id, seed } of items) {
    const made = { b64_json: aPicture(width, height).toString('base64'), seed, steps: 2 }
    response.write(`${JSON.stringify({ event: 'item', item: id, ...made })}\n`)
  }
  response.end('{"event":"done"}\n')
}

async function makeFrames(story: string) {
  const id = await studio.makeProject(story, (brief) => {
    brief.settings.engines.frame = IDENTITY
  })
  const target = await studio.ended((await studio.start(id, 'frames')).id)
  const work = (await listWork(db(), target.id)).filter(({ type }) => type === 'frame')
  return { target, work }
}

describe('a remote engine', () => {
  it('that is connected makes the frames of a film that asks for it', async () => {
    await connect(draw)
    const { target, work } = await makeFrames('An owl woke. It flew.')
    expect(target.status).toBe('done')
    const made = await findAssets(work.flatMap(({ fingerprint }) => fingerprint ?? []))
    expect([...made.values()].map(({ facts }) => facts)).toMatchObject([
      { engine: IDENTITY, model: 'stabilityai/sd-turbo', steps: 2, width: 128, height: 72 },
      { engine: IDENTITY, model: 'stabilityai/sd-turbo', steps: 2, width: 128, height: 72 },
    ])
  })

  it('that refuses a scene gives way to the draft engine, and its page says what it last failed of', async () => {
    await connect((_, response) =>
      sendJson(response, { error: { message: 'No owls here.', code: 'invalid' } }, 400),
    )
    const { target } = await makeFrames('An owl slept.')
    expect(target.status).toBe('done')
    await refreshEngines({ force: true })
    const [row] = await listEngineRows()
    expect(row).toMatchObject({
      state: 'ready',
      lastError: { message: expect.stringContaining('No owls here.') },
    })
  })

  it('is known by its identity, its group and what it takes while it is away', async () => {
    await connect(draw)
    service.answers = (_, response) => response.destroy()
    await refreshEngines({ force: true })
    const engine = await findEngine(IDENTITY)
    expect(engine).toMatchObject({ kind: 'frame', resource: { queue: 'gpu' }, abilities: { batch: 8 } })
    expect(await engine?.check()).toMatchObject({
      state: 'unavailable',
      fix: expect.stringContaining('address'),
    })
  })
})
