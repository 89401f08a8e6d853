/**
 * Editor: the storyboard as this page shows it, which is the server's newest with the page's own edits on top, and the
 * way each edit takes to the server. `local-board.ts` is the pure half, `edit-store.ts` sends, the hooks serve React.
 */
import { applyOperation } from '@/lib/storyboard/apply'
import type { Operation } from '@/lib/storyboard/operations'
import type { Storyboard } from '@/lib/storyboard/schema'

/** An edit that the server has not confirmed. */
export interface PendingEdit {
  id: string
  operation: Operation
  /** Edits of one gesture are taken back together; empty for none. */
  gesture: string
}

export interface LocalBoard {
  /** The newest revision of the server that is known here, and its storyboard. */
  revision: number
  base: Storyboard
  /** Oldest first. */
  pending: readonly PendingEdit[]
  /** What is on screen: `base` with every pending edit. */
  shown: Storyboard
}

export const openBoard = (
  revision: number,
  base: Storyboard,
  pending: readonly PendingEdit[] = [],
): LocalBoard => ({ revision, base, pending, shown: shownOf(base, pending) })

/** An edit that fits no more (its scene went) shows nothing; the server will say so. */
function shownOf(base: Storyboard, pending: readonly PendingEdit[]): Storyboard {
  let shown = base
  for (const { operation } of pending) {
    try {
      shown = applyOperation(shown, operation, { force: true }).storyboard
    } catch {
      // Told by the server's answer to it.
    }
  }
  return shown
}

/**
 * The board with one more edit. What is typed on into the same field joins the edit before it, unless that is on its
 * way (`sent`). Throws what `applyOperation` throws; nothing is changed then.
 */
export function withEdit(local: LocalBoard, edit: PendingEdit, sent: string | null): LocalBoard {
  const shown = applyOperation(local.shown, edit.operation).storyboard
  const last = local.pending.at(-1)
  const joined = last && last.id !== sent ? joinEdits(last, edit) : null
  return {
    ...local,
    pending: joined ? [...local.pending.slice(0, -1), joined] : [...local.pending, edit],
    shown,
  }
}

/** Two edits of one field in one gesture as one; null when they are not. */
function joinEdits(first: PendingEdit, second: PendingEdit): PendingEdit | null {
  if (first.gesture === '' || first.gesture !== second.gesture) return null
  const [a, b] = [first.operation, second.operation]
  if (a.type !== b.type || !('edits' in a) || !('edits' in b)) return null
  const { edits: mine, ...about } = a
  const { edits: later, ...aboutLater } = b
  if (JSON.stringify(about) !== JSON.stringify(aboutLater)) return null
  const [one, two] = [mine[0], later[0]]
  if (!one || !two || mine.length > 1 || later.length > 1 || one.field !== two.field) return null
  return { ...first, operation: { ...a, edits: [{ ...one, value: two.value }] } as Operation }
}

export interface ServerRevision {
  number: number
  /** Null when the document was written whole. */
  operation: Operation | null
  /** The page's own edit that became it, if it was one of this page's. */
  edit: string
}

/** The board after a revision of the server. Null when one is missing between: fetch the whole. */
export function withRevision(
  local: LocalBoard,
  { number, operation, edit }: ServerRevision,
): LocalBoard | null {
  const pending = local.pending.filter((p) => p.id !== edit)
  if (number <= local.revision) {
    return pending.length === local.pending.length ? local : openBoard(local.revision, local.base, pending)
  }
  if (number !== local.revision + 1 || operation === null) return null
  let base: Storyboard
  try {
    base = applyOperation(local.base, operation, { force: true }).storyboard
  } catch {
    return null
  }
  // The page's own edit, confirmed: what is on screen is right already, object by object.
  const isOnlyMine = local.pending[0]?.id === edit && pending.length === 0
  if (isOnlyMine && JSON.stringify(local.pending[0]?.operation) === JSON.stringify(operation)) {
    return { revision: number, base: local.shown, pending, shown: local.shown }
  }
  return openBoard(number, base, pending)
}

export const withoutEdit = (local: LocalBoard, id: string): LocalBoard =>
  openBoard(
    local.revision,
    local.base,
    local.pending.filter((edit) => edit.id !== id),
  )
