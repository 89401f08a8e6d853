import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as unknown from '@/app/api/[...path]/route'
import * as duplicate from '@/app/api/projects/[id]/duplicate/route'
import * as restore from '@/app/api/projects/[id]/restore/route'
import * as project from '@/app/api/projects/[id]/route'
import * as targets from '@/app/api/projects/[id]/targets/route'
import * as projects from '@/app/api/projects/route'
import * as retry from '@/app/api/tasks/[id]/retry/route'
import * as task from '@/app/api/tasks/[id]/route'
import * as voices from '@/app/api/voices/route'
import { closeDb, db } from '@/lib/base/db'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import type { Json } from './caller'

let studio: TestStudio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

type Handle<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

async function call<P>(
  handle: Handle<P>,
  params: P,
  init: { method?: string; body?: unknown; query?: string } = {},
) {
  const { method = 'GET', body, query = '' } = init
  const request = new Request(`http://localhost:3000/api${query}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const response = await handle(request, { params: Promise.resolve(params) })
  const text = await response.text()
  return { status: response.status, body: (text ? JSON.parse(text) : null) as Json }
}
const desk = async (query = ''): Promise<{ id: string; title: string }[]> =>
  (await call(projects.GET, {}, { query })).body.projects

describe('the studio’s own routes', () => {
  it('make a project of a story and show it on the desk at once', async () => {
    const made = await call(
      projects.POST,
      {},
      {
        method: 'POST',
        body: { story: 'The owl woke.', title: 'Owl', make: 'storyboard' },
      },
    )
    expect(made.status).toBe(201)
    const { project_id, task_id } = made.body
    await studio.ended(task_id)
    expect((await call(task.GET, { id: task_id })).body).toMatchObject({
      id: task_id,
      type: 'storyboard',
      target: true,
    })
    const view = await call(project.GET, { id: project_id })
    expect(view.body).toMatchObject({ id: project_id, title: 'Owl', story: 'The owl woke.' })
    expect((await desk()).map((card) => card.id)).toContain(project_id)
  })

  it('keep the title that a film got while its storyboard was being written', async () => {
    const began = Promise.withResolvers<void>()
    const named = Promise.withResolvers<void>()
    studio.engines.writer.before = () => {
      began.resolve()
      return named.promise
    }
    const id = await studio.makeProject('A gull cried over the sea.')
    const target = await studio.start(id, 'storyboard')
    await began.promise
    await call(project.PATCH, { id }, { method: 'PATCH', body: { title: 'The gull' } })
    named.resolve()
    studio.engines.writer.before = async () => undefined
    await studio.ended(target.id)
    const view = await call(project.GET, { id })
    expect(view.body).toMatchObject({ title: 'The gull', storyboard: { title: 'The gull' } })
  })

  it('say of a renamed film that it only lacks its title, and put that in with nothing else to make', async () => {
    const id = await studio.makeProject('A wren sang. It flew.')
    await studio.ended((await studio.start(id)).id)
    const film = async () => (await call(project.GET, { id })).body.film
    const { title } = await film()
    await call(project.PATCH, { id }, { method: 'PATCH', body: { title: 'The wren' } })
    expect(await film()).toMatchObject({ title, stale: true, renamed: true })
    const again = await studio.start(id)
    await studio.ended(again.id)
    const work = await db().task.findMany({ where: { wantedBy: { some: { targetId: again.id } } } })
    expect(work.map(({ type }) => type)).toEqual(['film'])
    expect(await film()).toMatchObject({ title: 'The wren', stale: false, renamed: false })
  })

  it('find, sort, rename, delete, restore and duplicate projects', async () => {
    const a = await studio.makeProject('An ant walked.')
    const b = await studio.makeProject('A bee flew.')
    expect(
      (await call(project.PATCH, { id: a }, { method: 'PATCH', body: { title: ' Zebra ' } })).body.title,
    ).toBe('Zebra')
    await call(project.PATCH, { id: b }, { method: 'PATCH', body: { title: 'Aardvark' } })
    const named = (await desk('?sort=title')).filter((card) => [a, b].includes(card.id))
    expect(named.map((card) => card.title)).toEqual(['Aardvark', 'Zebra'])
    expect((await desk('?search=zeb')).map((card) => card.id)).toEqual([a])
    expect((await call(project.DELETE, { id: a }, { method: 'DELETE' })).status).toBe(204)
    expect((await call(project.GET, { id: a })).status).toBe(404)
    expect(await desk('?search=zeb')).toEqual([])
    expect((await call(restore.POST, { id: a }, { method: 'POST' })).status).toBe(204)
    const copy = await call(duplicate.POST, { id: a }, { method: 'POST' })
    expect(copy.status).toBe(201)
    expect((await desk('?search=zeb')).map((card) => card.id).sort()).toEqual(
      [a, copy.body.project_id].sort(),
    )
  })

  it('start targets, cancel them and try them again', async () => {
    const id = await studio.makeProject('A crab hid. It came out.')
    const began = Promise.withResolvers<void>()
    studio.engines.painter.before = async (_, { signal }) => {
      began.resolve()
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    }
    const started = await call(targets.POST, { id }, { method: 'POST', body: { type: 'frames' } })
    expect(started).toMatchObject({ status: 202, body: { type: 'frames', projectId: id, target: true } })
    await began.promise
    studio.engines.painter.before = async () => undefined
    const cancelled = await call(task.DELETE, { id: started.body.id }, { method: 'DELETE' })
    expect(cancelled.body.status).toBe('cancelled')
    const again = await call(retry.POST, { id: started.body.id }, { method: 'POST' })
    expect(again.status).toBe(202)
    expect(again.body.id).not.toBe(started.body.id)
    expect((await studio.ended(again.body.id)).status).toBe('done')
  })

  it('name wrong fields, and say 404 in JSON for what is not there', async () => {
    const wrong = await call(projects.POST, {}, { method: 'POST', body: { story: '', sceneCount: 201 } })
    expect(wrong.status).toBe(400)
    expect(wrong.body.error.details.map((d: { field: string }) => d.field).sort()).toEqual([
      'sceneCount',
      'story',
    ])
    const id = await studio.makeProject('A dog ran.')
    const target = await call(targets.POST, { id }, { method: 'POST', body: { type: 'everything' } })
    expect(target.body.error.details[0].field).toBe('type')
    expect((await call(project.GET, { id: 'x' })).body.error.code).toBe('not_found')
    expect((await call(unknown.GET, { path: ['nothing'] })).body.error.code).toBe('not_found')
  })

  it('list the voices of every engine', async () => {
    const { body } = await call(voices.GET, {})
    expect(body.voices.map((voice: { id: string }) => voice.id)).toEqual(
      expect.arrayContaining(['default', 'tone']),
    )
  })
})
