/** Edits of a storyboard: an operation on the newest revision becomes the next one. */
import { copyTakes } from '@/lib/asset/takes'
import { inTransaction, type Tx } from '@/lib/base/db'
import { invalidInput, StudioError } from '@/lib/base/errors'
import { sameJson } from '@/lib/base/same'
import { lockProject } from '@/lib/production/store'
import { applyOperation } from '@/lib/storyboard/apply'
import { operationBetween } from '@/lib/storyboard/diff'
import { copiesIn, type Operation } from '@/lib/storyboard/operations'
import type { Storyboard } from '@/lib/storyboard/schema'
import {
  getRevision,
  listDeeds,
  listMarks,
  type RevisionChange,
  type StoryboardRevision,
  writeRevision,
} from '@/lib/storyboard/store'
import { joinInverses, undoStacksOf } from '@/lib/storyboard/undo'
import { getUndoState } from './history'
import type { EditAnswer } from './schema'
import { changeProject, getProject } from './store'
import { adoptPinned, bringBackChosen } from './take/chosen'

/** Who edits, and under which names the edit is known. */
export interface Editor {
  client: string
  /** Edits of one gesture are taken back together. */
  gesture?: string
  /** The page's own name for this edit. */
  edit?: string
  /** The revision it was made on; an older one is merged where it can be. */
  revision?: number
}

/** Locks the project and answers its newest storyboard. Throws `conflict` while it is not written. */
export async function lockBoard(tx: Tx, projectId: string): Promise<StoryboardRevision> {
  const { revision } = await lockProject(tx, projectId)
  if (revision === 0) {
    throw new StudioError('conflict', 'The storyboard of this project is not written yet. Wait for its task.')
  }
  return getRevision(projectId, revision, tx)
}

/** Throws `not_found`, `conflict` with both values, or `invalid_input` naming the field; the storyboard is then as it was. */
export async function editStoryboard(
  projectId: string,
  operation: Operation,
  editor: Editor,
): Promise<EditAnswer> {
  await getProject(projectId)
  return inTransaction(async (tx) => {
    const newest = await lockBoard(tx, projectId)
    if (editor.revision !== undefined && editor.revision > newest.number) {
      throw invalidInput([{ field: 'revision', expected: `must be at most ${newest.number}, the newest` }])
    }
    return answerOf(tx, projectId, editor.client, await write(tx, projectId, newest, operation, editor))
  })
}

/** Gives the film a title, also before its storyboard is written; on the desk as well where that called a copy by another. */
export async function retitle(projectId: string, title: string, editor: Editor): Promise<void> {
  await getProject(projectId)
  await inTransaction(async (tx) => {
    const { revision } = await lockProject(tx, projectId)
    const newest = revision > 0 ? await getRevision(projectId, revision, tx) : null
    if (!newest || newest.storyboard.title === title) return await changeProject(tx, projectId, { title })
    const edits = [{ field: 'title', value: title, before: newest.storyboard.title }]
    await write(tx, projectId, newest, { type: 'storyboard.update', edits }, editor)
  })
}

/** Takes the client's last gesture back, or brings the last one taken back again. */
export async function stepBack(
  projectId: string,
  role: 'undo' | 'redo',
  editor: Editor,
): Promise<EditAnswer> {
  await getProject(projectId)
  return inTransaction(async (tx) => {
    const newest = await lockBoard(tx, projectId)
    const stacks = undoStacksOf(await listMarks(tx, projectId, editor.client))
    const entry = stacks[role].at(-1)
    if (!entry) {
      throw new StudioError('conflict', `nothing to ${role}`, {
        userMessage: role === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.',
        details: { nothing: true },
      })
    }
    const deeds = await listDeeds(projectId, entry.numbers, tx)
    const operation = joinInverses(
      deeds.map((deed) => deed.inverse),
      role,
    )
    const change = { ...editor, gesture: '', role }
    return answerOf(tx, projectId, editor.client, await write(tx, projectId, newest, operation, change))
  })
}

/** The storyboard as it was. Throws `not_found`. */
export async function getEarlier(projectId: string, number: number): Promise<StoryboardRevision> {
  return getRevision((await getProject(projectId)).id, number)
}

/** Makes the storyboard what it was at an earlier revision, as one edit that can be taken back. */
export async function restoreRevision(
  projectId: string,
  number: number,
  editor: Editor,
): Promise<EditAnswer> {
  const earlier = await getEarlier(projectId, number)
  return replaceStoryboard(projectId, earlier.storyboard, 'restore', editor)
}

async function replaceStoryboard(
  projectId: string,
  storyboard: Storyboard,
  name: string,
  editor: Editor,
): Promise<EditAnswer> {
  return inTransaction(async (tx) => {
    const newest = await lockBoard(tx, projectId)
    const operation = operationBetween(newest.storyboard, storyboard, name)
    const written = operation
      ? await write(tx, projectId, newest, operation, editor)
      : { revision: newest.number, operation: null }
    return answerOf(tx, projectId, editor.client, written)
  })
}

type Written = Omit<EditAnswer, 'undo'>

async function write(
  tx: Tx,
  projectId: string,
  newest: StoryboardRevision,
  operation: Operation,
  editor: Editor & Pick<RevisionChange, 'role'>,
): Promise<Written> {
  const applied = applyOperation(newest.storyboard, operation)
  // What changes nothing leaves nothing to undo; an undo is written all the same, or it would be offered for ever.
  if (editor.role === undefined && sameJson(applied.storyboard, newest.storyboard)) {
    return { revision: newest.number, operation: null }
  }
  for (const { from, sceneId } of copiesIn(operation)) await copyTakes(tx, projectId, from, sceneId)
  if (isTyped(operation, editor)) await adoptPinned(tx, projectId, newest.storyboard, applied.storyboard)
  const revision = await writeRevision(tx, projectId, { ...editor, ...applied, operation })
  if (mayChooseAgain(operation, editor)) await bringBackChosen(tx, projectId, applied.storyboard)
  return { revision, operation }
}

/** What goes back to an earlier storyboard may name what was swept since. */
const isTyped = (operation: Operation, { role }: Pick<RevisionChange, 'role'>): boolean =>
  role === undefined && !(operation.type === 'batch' && operation.name === 'restore')

/** Typing makes something new; what goes back, or chooses a take, may use one that was thrown away meanwhile. */
const mayChooseAgain = (operation: Operation, { role }: Pick<RevisionChange, 'role'>): boolean =>
  role !== undefined ||
  operation.type === 'batch' ||
  operation.type === 'cast.update' ||
  (operation.type === 'scene.update' && operation.edits.some((edit) => edit.field.startsWith('pins.')))

const answerOf = async (
  tx: Tx,
  projectId: string,
  client: string,
  written: Written,
): Promise<EditAnswer> => ({
  ...written,
  undo: await getUndoState(projectId, client, tx),
})
