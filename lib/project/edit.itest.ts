import { writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { keepAsset } from '@/lib/asset/store'
import { keepTake, listTakes } from '@/lib/asset/takes'
import { db, inTransaction } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import type { Operation } from '@/lib/storyboard/operations'
import { operationSchema } from '@/lib/storyboard/operations'
import type { Storyboard } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import { createTestDatabase } from '@/tests/kit/database'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { storyBriefOf } from './brief'
import { editStoryboard, getEarlier, restoreRevision, retitle, stepBack } from './edit'
import { insertBoard } from './gateway/edit'
import { getHistory, getUndoState } from './history'
import { briefSchema } from './schema'
import { duplicateProject } from './service'
import { getProject } from './store'

beforeAll(async () => {
  await createTestDatabase()
})

const mine = { client: 'mine' }
const theirs = { client: 'theirs' }

async function aProject(board: Partial<Storyboard> = {}) {
  const scenes = ['a', 'b', 'c'].map((id) => aScene({ id, title: id, narration: `The ${id} began.` }))
  return insertBoard(
    aStoryboard({ scenes, ...board }),
    await storyBriefOf(briefSchema.parse({ story: 'Once.' })),
    [],
  )
}
const newest = async (id: string) => (await getRevision(id, (await getProject(id)).revision)).storyboard
const titles = async (id: string) => (await newest(id)).scenes.map((scene) => scene.title)
const sceneTitle = (sceneId: string, value: string, before: string): Operation =>
  operationSchema.parse({ type: 'scene.update', sceneId, edits: [{ field: 'title', value, before }] })

const titled = (...sceneIds: string[]) => ({
  name: 'scene.update',
  sceneIds,
  memberIds: [],
  scenes: sceneIds.length,
  title: '',
  fields: ['title'],
})

describe('an edit', () => {
  it('becomes the next revision, and a snapshot only now and then', async () => {
    const id = await aProject()
    for (let i = 0; i < 101; i++) {
      await editStoryboard(id, sceneTitle('a', `title ${i + 1}`, i === 0 ? 'a' : `title ${i}`), mine)
    }
    expect(await titles(id)).toEqual(['title 101', 'b', 'c'])
    const rows = await db().$queryRaw<{ number: number }[]>`
      select number from revision where project_id = ${id}::uuid and storyboard is not null order by number`
    expect(rows.map((row) => row.number)).toEqual([1, 100])
    expect((await getRevision(id, 57)).storyboard.scenes[0]?.title).toBe('title 56')
  })

  it('that changes nothing leaves nothing to undo', async () => {
    const id = await aProject()
    const answer = await editStoryboard(id, sceneTitle('a', 'a', 'a'), mine)
    expect(answer).toEqual({ revision: 1, operation: null, undo: { undo: null, redo: null } })
  })

  it('of another field merges, of the same field asks and changes nothing', async () => {
    const id = await aProject()
    await editStoryboard(id, sceneTitle('a', 'Theirs', 'a'), theirs)
    await editStoryboard(id, sceneTitle('b', 'Mine', 'b'), mine)
    expect(await titles(id)).toEqual(['Theirs', 'Mine', 'c'])
    await expect(editStoryboard(id, sceneTitle('a', 'Mine', 'a'), mine)).rejects.toMatchObject({
      code: 'conflict',
      details: {
        conflicts: [{ path: 'scenes.a.title', field: 'title', before: 'a', mine: 'Mine', theirs: 'Theirs' }],
      },
    })
    expect((await getProject(id)).revision).toBe(3)
  })

  it('of two at the same moment loses neither', async () => {
    const id = await aProject()
    await Promise.all(
      ['a', 'b', 'c'].map((s) => editStoryboard(id, sceneTitle(s, `${s}!`, s), { client: s })),
    )
    expect(await titles(id)).toEqual(['a!', 'b!', 'c!'])
  })

  it.each([
    ['an unknown scene', sceneTitle('zz', 'x', ''), 'not_found'],
    ['a schema that would break', sceneTitle('a', 'x'.repeat(500), 'a'), 'invalid_input'],
  ])('of %s is refused and changes nothing', async (_, operation, code) => {
    const id = await aProject()
    await expect(editStoryboard(id, operation, mine)).rejects.toMatchObject({ code })
    expect((await getProject(id)).revision).toBe(1)
  })

  it('from a revision that is not there yet is refused', async () => {
    const id = await aProject()
    const edit = editStoryboard(id, sceneTitle('a', 'x', 'a'), { ...mine, revision: 9 })
    await expect(edit).rejects.toMatchObject({ code: 'invalid_input', details: [{ field: 'revision' }] })
  })
})

describe('undo', () => {
  it('takes back the own edits only, and redo brings them again', async () => {
    const id = await aProject()
    await editStoryboard(id, sceneTitle('a', 'Mine', 'a'), mine)
    await editStoryboard(id, sceneTitle('b', 'Theirs', 'b'), theirs)
    const undone = await stepBack(id, 'undo', mine)
    expect(undone.undo).toEqual({ undo: null, redo: titled('a') })
    expect(await titles(id)).toEqual(['a', 'Theirs', 'c'])
    await stepBack(id, 'redo', mine)
    expect(await titles(id)).toEqual(['Mine', 'Theirs', 'c'])
    expect(await getUndoState(id, 'mine')).toEqual({ undo: titled('a'), redo: null })
  })

  it('takes a gesture back as one', async () => {
    const id = await aProject()
    for (const [value, before] of [
      ['O', 'a'],
      ['On', 'O'],
      ['Once', 'On'],
    ] as const) {
      await editStoryboard(id, sceneTitle('a', value, before), { ...mine, gesture: 'typing' })
    }
    await stepBack(id, 'undo', mine)
    expect(await titles(id)).toEqual(['a', 'b', 'c'])
    await stepBack(id, 'redo', mine)
    expect(await titles(id)).toEqual(['Once', 'b', 'c'])
  })

  it('asks instead of overwriting what somebody else made of the field since', async () => {
    const id = await aProject()
    await editStoryboard(id, sceneTitle('a', 'Mine', 'a'), mine)
    await editStoryboard(id, sceneTitle('a', 'Theirs', 'Mine'), theirs)
    await expect(stepBack(id, 'undo', mine)).rejects.toMatchObject({ code: 'conflict' })
    expect(await titles(id)).toEqual(['Theirs', 'b', 'c'])
  })

  it('says when there is nothing to take back', async () => {
    const id = await aProject()
    await expect(stepBack(id, 'undo', mine)).rejects.toMatchObject({ code: 'conflict' })
    await expect(stepBack(id, 'redo', mine)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the title of a film', () => {
  const names = async (id: string) => [(await getProject(id)).title, (await newest(id)).title]

  it('is one on the desk and in the storyboard, and can be taken back', async () => {
    const id = await aProject({ title: 'Owl' })
    await retitle(id, 'The owl', mine)
    expect(await names(id)).toEqual(['The owl', 'The owl'])
    await editStoryboard(id, sceneTitle('a', 'Mine', 'a'), mine)
    await stepBack(id, 'undo', mine)
    await stepBack(id, 'undo', mine)
    expect(await names(id)).toEqual(['Owl', 'Owl'])
  })

  it('is a copy’s own once it is named', async () => {
    const copy = await duplicateProject(await aProject({ title: 'Twice told' }))
    expect(await names(copy)).toEqual(['Twice told 2', 'Twice told'])
    await retitle(copy, 'Twice told', mine)
    expect(await names(copy)).toEqual(['Twice told', 'Twice told'])
    await retitle(copy, 'Told again', mine)
    expect(await names(copy)).toEqual(['Told again', 'Told again'])
  })
})

describe('history', () => {
  it('tells what was done, newest first, and brings an earlier storyboard back as an edit', async () => {
    const id = await aProject()
    await editStoryboard(id, sceneTitle('a', 'One', 'a'), mine)
    await editStoryboard(id, { type: 'scene.remove', sceneId: 'b' }, theirs)
    const history = await getHistory(id, { before: null, most: 10 })
    expect(history.map(({ number, summary, client }) => [number, summary?.name, client])).toEqual([
      [3, 'scene.remove', 'theirs'],
      [2, 'scene.update', 'mine'],
      [1, undefined, 'api'],
    ])
    await restoreRevision(id, 1, mine)
    expect(await newest(id)).toEqual((await getEarlier(id, 1)).storyboard)
    expect((await getUndoState(id, 'mine')).undo).toMatchObject({ name: 'restore' })
    await stepBack(id, 'undo', mine)
    expect(await titles(id)).toEqual(['One', 'c'])
    await expect(restoreRevision(id, 99, mine)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('history of undo', () => {
  it('names what was taken back, however often, and what went with it', async () => {
    const id = await aProject()
    await editStoryboard(id, { type: 'scene.remove', sceneId: 'b' }, mine)
    await stepBack(id, 'undo', mine)
    await stepBack(id, 'redo', mine)
    const history = await getHistory(id, { before: null, most: 2 })
    expect(history.map(({ role, summary }) => [role, summary?.name, summary?.title])).toEqual([
      ['redo', 'scene.remove', 'b'],
      ['undo', 'scene.remove', 'b'],
    ])
    expect((await getUndoState(id, 'mine')).undo).toMatchObject({ name: 'scene.remove', title: 'b' })
  })
})

describe('a copy of a scene', () => {
  it('starts with the takes of its original', async () => {
    const id = await aProject()
    const { fingerprint } = await aFrame()
    await inTransaction((tx) => keepTake(tx, { projectId: id, sceneId: 'a', slot: 'frame', fingerprint }))
    const [, original] = (await newest(id)).scenes
    await editStoryboard(
      id,
      { type: 'scene.split', sceneId: 'a', at: 4, newId: 'half', narration: 'The a began.' },
      mine,
    )
    if (original) {
      const copy = { ...original, id: 'copy' }
      await editStoryboard(id, { type: 'scene.insert', scene: copy, after: 'c', from: 'a' }, mine)
    }
    const takes = await listTakes(id)
    expect(takes.map((take) => [take.sceneId, take.fingerprint])).toEqual([
      ['a', fingerprint],
      ['half', fingerprint],
      ['copy', fingerprint],
    ])
  })
})

describe('a pin that is typed', () => {
  const pin = (slot: string, value: string): Operation =>
    operationSchema.parse({
      type: 'scene.update',
      sceneId: 'a',
      edits: [{ field: `pins.${slot}`, before: null, value }],
    })

  it('of what another film has becomes a take here, and may go with an undo', async () => {
    const id = await aProject()
    const { fingerprint } = await aFrame()
    await editStoryboard(id, pin('frame', fingerprint), mine)
    expect(await listTakes(id)).toMatchObject([{ sceneId: 'a', slot: 'frame', fingerprint }])
    await stepBack(id, 'undo', mine)
    expect((await newest(id)).scenes[0]?.pins).toEqual({})
  })

  it('of what is not here, or of another kind, is refused by its place, and nothing is changed', async () => {
    const id = await aProject()
    const { fingerprint } = await aFrame()
    const refusal = (field: string) => ({ code: 'invalid_input', details: [{ field }] })
    await expect(editStoryboard(id, pin('frame', 'b'.repeat(64)), mine)).rejects.toMatchObject(
      refusal('scenes.a.pins.frame'),
    )
    await expect(editStoryboard(id, pin('clip', fingerprint), mine)).rejects.toMatchObject(
      refusal('scenes.a.pins.clip'),
    )
    expect((await newest(id)).scenes[0]?.pins).toEqual({})
    expect(await listTakes(id)).toEqual([])
  })
})

async function aFrame() {
  const file = `${env.dataFolder}-frame.png`
  await writeFile(file, 'a picture')
  const recipe = { kind: 'frame' as const, engine: 'fake/painter@1', params: {}, inputs: {} }
  return keepAsset({
    recipe,
    fingerprint: 'a'.repeat(64),
    filePath: file,
    extension: 'png',
    mediaType: 'image/png',
    facts: {},
  })
}
