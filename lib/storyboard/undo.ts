import type { Operation, Step } from './operations'
import { stepsOf } from './operations'

export const ROLES = ['edit', 'undo', 'redo'] as const
export type RevisionRole = (typeof ROLES)[number]

/** One revision of one client, as far as undo looks at it. */
export interface RevisionMark {
  number: number
  role: RevisionRole
  /** Edits of one gesture are taken back together; empty for none. */
  gesture: string
}

/** What can be taken back and brought again: each entry the revisions of one gesture, oldest first. */
export interface UndoStacks {
  undo: number[][]
  redo: number[][]
}

/** Reads a client's revisions, oldest first, as the two stacks that every editor has. */
export function undoStacksOf(marks: readonly RevisionMark[]): UndoStacks {
  const stacks: UndoStacks = { undo: [], redo: [] }
  let gesture = ''
  for (const mark of marks) {
    if (mark.role === 'edit') {
      const isSame = gesture !== '' && gesture === mark.gesture
      if (isSame) stacks.undo.at(-1)?.push(mark.number)
      else stacks.undo.push([mark.number])
      stacks.redo = []
      gesture = mark.gesture
    } else {
      const [from, to] = mark.role === 'undo' ? [stacks.undo, stacks.redo] : [stacks.redo, stacks.undo]
      from.pop()
      to.push([mark.number])
      // What is typed after an undo is a new gesture.
      gesture = ''
    }
  }
  return stacks
}

/** One operation that takes several back; `inverses` belong to revisions in order, oldest first. */
export function joinInverses(inverses: readonly Operation[], name: 'undo' | 'redo'): Operation {
  const steps: Step[] = [...inverses].reverse().flatMap(stepsOf)
  const [only] = steps
  return steps.length === 1 && only ? only : { type: 'batch', name, steps }
}
