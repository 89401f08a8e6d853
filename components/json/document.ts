/** JSON: the storyboard as the document it is. This file reads and checks it; `place-of.ts` finds a fault in the text. */
import { ApiError } from '@/components/http/request'
import { type BoardFault, type Path, type Problem, problemOf } from '@/lib/storyboard/problem'
import { type Storyboard, storyboardSchema } from '@/lib/storyboard/schema'

export const textOf = (board: Storyboard): string => `${JSON.stringify(board, null, 2)}\n`

export type Checked = { storyboard: Storyboard; problems: [] } | { storyboard: null; problems: Problem[] }

/** More would not be read by anybody. */
const MOST = 100

/** The storyboard a text holds, or everything that is wrong with it. */
export function checkDocument(text: string): Checked {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { storyboard: null, problems: [syntaxProblem(String(error), text)] }
  }
  const parsed = storyboardSchema.safeParse(value)
  const problems = [
    ...(parsed.success ? unknownKeys(value, parsed.data, []) : parsed.error.issues.map(problemOf)),
  ].slice(0, MOST)
  return problems.length === 0 && parsed.success
    ? { storyboard: parsed.data, problems: [] }
    : { storyboard: null, problems }
}

/** What the studio named of a document that it refused: it says scenes by their ids, and the text has them in a list. */
export function refusedIn(error: unknown, board: Storyboard): Problem[] {
  if (!(error instanceof ApiError)) return []
  return error.fields.map((fault) => {
    const { field, expected, problem, value } = fault as Partial<BoardFault> & typeof fault
    const [list = '', id = '', ...rest] = field.split('.')
    const index = list === 'scenes' ? board.scenes.findIndex((scene) => scene.id === id) : -1
    const path = index < 0 ? field.split('.') : [list, index, ...rest]
    return problem ? { kind: problem, path, value: value ?? '' } : { kind: 'other', path, value: expected }
  })
}

/** Engines say where reading ended in words of their own: `position 17`, or `line 2 column 5`. */
function syntaxProblem(message: string, text: string): Problem {
  const position = /position (\d+)/.exec(message)?.[1]
  const at = position === undefined ? text.length : Number(position)
  return { kind: 'syntax', path: [], value: '', at: Math.min(at, text.length) }
}

/** The schema passes over what it does not know; a writer who mistyped a name wants to hear of it. */
function unknownKeys(given: unknown, kept: unknown, path: Path): Problem[] {
  if (Array.isArray(given)) {
    return given.flatMap((entry, i) =>
      unknownKeys(entry, Array.isArray(kept) ? kept[i] : undefined, [...path, i]),
    )
  }
  if (typeof given !== 'object' || given === null || typeof kept !== 'object' || kept === null) return []
  return Object.entries(given).flatMap(([key, value]) =>
    Object.hasOwn(kept, key)
      ? unknownKeys(value, (kept as Record<string, unknown>)[key], [...path, key])
      : [{ kind: 'unknown' as const, path: [...path, key], value: key }],
  )
}

/** The one stretch in which two texts differ, so that cursor and scroll stay where they are. */
export function changeBetween(before: string, after: string): { from: number; to: number; insert: string } {
  let start = 0
  const most = Math.min(before.length, after.length)
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
