import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/components/http/request'
import type { EditAnswer } from '@/lib/project/schema'
import { applyOperation } from '@/lib/storyboard/apply'
import type { Operation } from '@/lib/storyboard/operations'
import { summaryOf } from '@/lib/storyboard/summary'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { EditStore, type EditWorld } from './edit-store'
import type { PendingEdit } from './local-board'

const board = aStoryboard({ scenes: ['a', 'b'].map((id) => aScene({ id, title: id })) })
const retitle = (sceneId: string, value: string, before: string): Operation => ({
  type: 'scene.update',
  sceneId,
  edits: [{ field: 'title', value, before }],
})

afterEach(() => {
  vi.useRealTimers()
})

/** A studio of one storyboard: applies what it is sent, as the real one does. */
function openStudio() {
  let [revision, now, ids] = [1, board, 0]
  const undo = { undo: summaryOf([retitle('a', 'x', 'a')]), redo: null }
  const sent: PendingEdit[] = []
  const refused: unknown[] = []
  let fails: (() => never) | null = null
  let mayEdit = true
  const world: EditWorld = {
    async send(edit) {
      fails?.()
      sent.push(edit)
      now = applyOperation(now, edit.operation).storyboard
      revision += 1
      return { revision, operation: edit.operation, undo } satisfies EditAnswer
    },
    refetch: () => store.rebase(revision, now),
    onRefused: (_, error) => refused.push(error),
    newId: () => `edit-${ids++}`,
    mayEdit: () => mayEdit,
    keep: () => undefined,
  }
  const store = new EditStore(world, revision, board)
  const studio = {
    store,
    sent,
    refused,
    fail: (how: (() => never) | null) => {
      fails = how
    },
    lock: () => {
      mayEdit = false
    },
    /** Somebody else's edit. */
    other(operation: Operation) {
      now = applyOperation(now, operation, { force: true }).storyboard
      revision += 1
      return { number: revision, operation, edit: 'theirs' }
    },
    titles: () => now.scenes.map((scene) => scene.title),
  }
  return studio
}
const shown = (store: EditStore) => store.getState().local.shown.scenes.map((scene) => scene.title)

describe('the edit store', () => {
  it('tells of a refusal whoever asked to hear of it, and nobody else', async () => {
    vi.useFakeTimers()
    const { store, refused, fail } = openStudio()
    const heard: unknown[] = []
    fail(() => {
      throw new ApiError('invalid_input', 'no', 422)
    })
    store.edit(retitle('a', 'x', 'a'), { onRefused: (error) => heard.push(error) })
    await vi.advanceTimersByTimeAsync(10)
    store.edit(retitle('b', 'y', 'b'))
    await vi.advanceTimersByTimeAsync(10)
    expect([heard.length, refused.length]).toEqual([1, 1])
    expect(shown(store)).toEqual(['a', 'b'])
  })

  it('sends typing as one edit at a pause', async () => {
    vi.useFakeTimers()
    const { store, sent, titles } = openStudio()
    store.edit(retitle('a', 'O', 'a'), { gesture: 'g' })
    store.edit(retitle('a', 'On', 'O'), { gesture: 'g' })
    expect(shown(store)).toEqual(['On', 'b'])
    expect(store.getState().saving).toBe('saving')
    await vi.runAllTimersAsync()
    expect(sent.map((edit) => edit.operation)).toEqual([retitle('a', 'On', 'a')])
    expect(titles()).toEqual(['On', 'b'])
    expect(store.getState()).toMatchObject({ saving: 'saved', undo: { undo: { fields: ['title'] } } })
  })

  it('edits and asks for nothing where one may only look, and still shows what others do', async () => {
    vi.useFakeTimers()
    const { store, sent, lock, other } = openStudio()
    lock()
    const request = vi.fn()
    expect(() => store.edit(retitle('a', 'A', 'a'))).toThrow(expect.objectContaining({ code: 'forbidden' }))
    await expect(store.ask(request)).rejects.toMatchObject({ code: 'forbidden' })
    store.receive(other(retitle('b', 'B', 'b')))
    await vi.runAllTimersAsync()
    expect(request).not.toHaveBeenCalled()
    expect(sent).toEqual([])
    expect(shown(store)).toEqual(['a', 'B'])
    expect(store.getState().saving).toBe('saved')
  })

  it('sends one after the other, in order', async () => {
    vi.useFakeTimers()
    const { store, sent } = openStudio()
    store.edit(retitle('a', 'A', 'a'))
    store.edit(retitle('b', 'B', 'b'))
    store.edit(retitle('a', 'AA', 'A'))
    await vi.runAllTimersAsync()
    expect(sent.map((edit) => edit.id)).toEqual(['edit-0', 'edit-1', 'edit-2'])
    expect(store.getState().local).toMatchObject({ revision: 4, pending: [] })
  })

  it('keeps what it cannot send and sends it when the studio answers again', async () => {
    vi.useFakeTimers()
    const studio = openStudio()
    studio.fail(() => {
      throw new ApiError('offline', 'away')
    })
    studio.store.edit(retitle('a', 'A', 'a'))
    await vi.advanceTimersByTimeAsync(10)
    expect(studio.store.getState().saving).toBe('offline')
    expect(shown(studio.store)).toEqual(['A', 'b'])
    studio.fail(null)
    studio.store.retry()
    await vi.advanceTimersByTimeAsync(10)
    expect(studio.store.getState().saving).toBe('saved')
    expect(studio.titles()).toEqual(['A', 'b'])
  })

  it('shows both texts of a conflict, and puts mine over theirs when asked to', async () => {
    vi.useFakeTimers()
    const studio = openStudio()
    const theirs = studio.other(retitle('a', 'Theirs', 'a'))
    const conflict = { path: 'scenes.a.title', field: 'title', before: 'a', mine: 'Mine', theirs: 'Theirs' }
    studio.fail(() => {
      throw new ApiError('conflict', 'changed meanwhile', 409, { conflicts: [conflict] })
    })
    studio.store.edit(retitle('a', 'Mine', 'a'))
    await vi.advanceTimersByTimeAsync(10)
    expect(studio.store.getState().conflict?.conflicts).toEqual([conflict])
    expect(shown(studio.store)).toEqual(['Theirs', 'b'])
    studio.fail(null)
    studio.store.receive(theirs)
    studio.store.settle('mine')
    await vi.runAllTimersAsync()
    expect(studio.titles()).toEqual(['Mine', 'b'])
    expect(studio.store.getState()).toMatchObject({ conflict: null, saving: 'saved' })
  })

  it('takes a refused edit off the board and says so', async () => {
    vi.useFakeTimers()
    const studio = openStudio()
    studio.fail(() => {
      throw new ApiError('not_found', 'no such scene', 404)
    })
    studio.store.edit(retitle('a', 'A', 'a'))
    await vi.advanceTimersByTimeAsync(10)
    expect(studio.refused).toHaveLength(1)
    expect(shown(studio.store)).toEqual(['a', 'b'])
  })

  it('fetches the whole when an event went missing', () => {
    const studio = openStudio()
    studio.other(retitle('a', 'One', 'a'))
    studio.store.receive(studio.other(retitle('b', 'Two', 'b')))
    expect(shown(studio.store)).toEqual(['One', 'Two'])
  })

  it('says when everything on screen is saved, and sends at once what would wait for a pause', async () => {
    vi.useFakeTimers()
    const { store, titles } = openStudio()
    store.edit(retitle('a', 'A', 'a'), { gesture: 'g' })
    const saved = store.saved().then(titles)
    await vi.advanceTimersByTimeAsync(20)
    expect(await saved).toEqual(['A', 'b'])
    await store.saved()
  })
})
