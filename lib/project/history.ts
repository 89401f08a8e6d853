/** What was done to a storyboard, in a few facts a revision, and what of it a writer can take back. */
import { db, type Tx } from '@/lib/base/db'
import { listDeeds, listMarks, listRevisions, type RevisionDeed } from '@/lib/storyboard/store'
import { type OperationSummary, summaryOf } from '@/lib/storyboard/summary'
import { undoStacksOf } from '@/lib/storyboard/undo'
import type { RevisionView, UndoState } from './schema'
import { getProject } from './store'

/** What a client could take back, and bring again, just now. */
export async function getUndoState(projectId: string, client: string, tx: Tx = db()): Promise<UndoState> {
  const stacks = undoStacksOf(await listMarks(tx, projectId, client))
  const [undo = [], redo = []] = [stacks.undo.at(-1)?.origin, stacks.redo.at(-1)?.origin]
  const deeds = await listDeeds(projectId, [...undo, ...redo], tx)
  return { undo: summaryAmong(deeds, undo), redo: summaryAmong(deeds, redo) }
}

/** Several revisions as one deed; null where there is nothing to tell. */
function summaryAmong(deeds: readonly RevisionDeed[], numbers: readonly number[]): OperationSummary | null {
  const own = deeds.filter((deed) => numbers.includes(deed.number))
  if (own.length === 0) return null
  return summaryOf(
    own.map((deed) => deed.operation),
    own.map((deed) => deed.inverse),
  )
}

/** The history, newest first. Throws `not_found`. */
export async function getHistory(
  projectId: string,
  { before, most }: { before: number | null; most: number },
): Promise<RevisionView[]> {
  await getProject(projectId)
  const rows = await listRevisions(projectId, before, most)
  const steppers = new Set(rows.filter((row) => row.role !== 'edit').map((row) => row.client))
  const stacks = await Promise.all(
    [...steppers].map(async (client) => undoStacksOf(await listMarks(db(), projectId, client))),
  )
  const origins = new Map(stacks.flatMap((stack) => [...stack.origins]))
  const toldBy = ({ number }: { number: number }) => origins.get(number) ?? [number]
  const deeds = await listDeeds(projectId, [...new Set(rows.flatMap(toldBy))])
  return rows.map((row) => ({
    number: row.number,
    summary: summaryAmong(deeds, toldBy(row)),
    role: row.role,
    gesture: row.gesture,
    client: row.client,
    createdAt: row.createdAt.toISOString(),
  }))
}
