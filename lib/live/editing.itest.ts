import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeDb } from '@/lib/base/db'
import { storyBriefOf } from '@/lib/project/brief'
import { editStoryboard } from '@/lib/project/edit'
import { insertBoard } from '@/lib/project/gateway/edit'
import { briefSchema } from '@/lib/project/schema'
import type { Operation } from '@/lib/storyboard/operations'
import { createTestDatabase } from '@/tests/kit/database'
import { type LiveClient, openTestLive } from '@/tests/kit/live'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import type { Presence, ProjectChange, RevisionEvent } from './contract'

let live: Awaited<ReturnType<typeof openTestLive>>

beforeAll(async () => {
  await createTestDatabase()
  live = await openTestLive()
})
afterEach(() => live.leaveAll())
afterAll(async () => {
  await live.close()
  await closeDb()
})

const aProject = async () =>
  insertBoard(
    aStoryboard({ scenes: [aScene({ id: 'a', title: 'a' }), aScene({ id: 'b', title: 'b' })] }),
    await storyBriefOf(briefSchema.parse({ story: 'Once.' })),
    [],
  )
const retitle = (sceneId: string, value: string, before: string): Operation => ({
  type: 'scene.update',
  sceneId,
  edits: [{ field: 'title', value, before }],
})
const everybodyAt = (client: LiveClient, holds: (there: Presence[]) => boolean) =>
  new Promise<Presence[]>((resolve) => {
    client.on('presence', (_, there) => {
      if (holds(there)) resolve(there)
    })
  })
const here = (client: LiveClient, id: string, name: string, sceneId: string | null = null) =>
  client.emitWithAck('here', id, { client: name, name, sceneId })

describe('an edit', () => {
  it('reaches every page as the operation it was, in order, and its own page by its own name', async () => {
    const id = await aProject()
    const client = await live.newClient()
    await client.emitWithAck('watch', id)
    const heard: RevisionEvent[] = []
    const changes: ProjectChange[] = []
    client.on('project', (change) => changes.push(change))
    const third = new Promise<void>((resolve) =>
      client.on('revision', (event) => {
        // The first was written before anybody watched.
        if (event.number > 1 && heard.push(event) === 3) resolve()
      }),
    )
    for (const [value, before] of [
      ['A', 'a'],
      ['AB', 'A'],
      ['ABC', 'AB'],
    ] as const) {
      await editStoryboard(id, retitle('a', value, before), { client: 'mei', edit: `edit-${value}` })
    }
    await third
    expect(heard.map(({ number, client: by, edit }) => [number, by, edit])).toEqual([
      [2, 'mei', 'edit-A'],
      [3, 'mei', 'edit-AB'],
      [4, 'mei', 'edit-ABC'],
    ])
    expect(heard[1]?.operation).toEqual(retitle('a', 'AB', 'A'))
    const later = changes.filter((change) => change.revision > 1)
    expect(later.every((change) => change.news === 'storyboard')).toBe(true)
  })
})

describe('whoever is on a project’s page', () => {
  it('is seen by the others, with the scene they look at, until they leave', async () => {
    const id = await aProject()
    const [mei, ada] = [await live.newClient(), await live.newClient()]
    const both = everybodyAt(mei, (there) => there.length === 2)
    await here(mei, id, 'mei')
    await here(ada, id, 'ada', 'b')
    expect((await both).map(({ name, sceneId }) => [name, sceneId])).toEqual([
      ['mei', null],
      ['ada', 'b'],
    ])
    const alone = everybodyAt(mei, (there) => there.length === 1)
    ada.close()
    expect((await alone).map(({ name }) => name)).toEqual(['mei'])
  })

  it('is not seen on another project’s page', async () => {
    const [id, other] = [await aProject(), await aProject()]
    const [mei, ada] = [await live.newClient(), await live.newClient()]
    const seen = everybodyAt(mei, () => true)
    await here(ada, other, 'ada')
    await here(mei, id, 'mei')
    expect((await seen).map(({ name }) => name)).toEqual(['mei'])
  })

  it.each([
    ['no project', 'nonsense', { client: 'x', name: '', sceneId: null }],
    ['a name without end', undefined, { client: 'x', name: 'x'.repeat(500), sceneId: null }],
    ['nothing at all', undefined, null],
  ])('is refused with %s', async (_, project, said) => {
    const client = await live.newClient()
    const answer = await client.emitWithAck('here', project ?? (await aProject()), said as never)
    expect(answer).toEqual({ ok: false, code: 'invalid_input' })
  })
})
