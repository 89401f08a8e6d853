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

/** Something that can be taken back, or brought again, in one go. */
export interface UndoEntry {
  /** The revisions whose inverses do it, oldest first. */
  numbers: number[]
  /** The edits it all began with: an undo and a redo of them tell nothing by themselves. */
  origin: readonly number[]
}

export interface UndoStacks {
  undo: UndoEntry[]
  redo: UndoEntry[]
  /** Of each undo and redo, the edits that were taken back or brought again. */
  origins: Map<number, readonly number[]>
}

/** Reads a client's revisions, oldest first, as the two stacks that every editor has. */
export function undoStacksOf(marks: readonly RevisionMark[]): UndoStacks {
  const stacks: UndoStacks = { undo: [], redo: [], origins: new Map() }
  let gesture = ''
  for (const mark of marks) {
    if (mark.role === 'edit') {
      const isSame = gesture !== '' && gesture === mark.gesture
      if (isSame) stacks.undo.at(-1)?.numbers.push(mark.number)
      else {
        const numbers = [mark.number]
        stacks.undo.push({ numbers, origin: numbers })
      }
      stacks.redo = []
      gesture = mark.gesture
    } else {
      const [from, to] = mark.role === 'undo' ? [stacks.undo, stacks.redo] : [stacks.redo, stacks.undo]
      const origin = from.pop()?.origin ?? []
      to.push({ numbers: [mark.number], origin })
      stacks.origins.set(mark.number, origin)
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
