/** JSON: the storyboard as the document it is. This file reads and checks it; `place-of.ts` finds a fault in the text. */
import type { z } from 'zod'
import { type Storyboard, storyboardSchema } from '@/lib/storyboard/schema'

export const textOf = (board: Storyboard): string => `${JSON.stringify(board, null, 2)}\n`

export type Path = readonly (string | number)[]

/** What is wrong, in kinds that can be said in every language. */
export type ProblemKind =
  | 'syntax'
  | 'unknown'
  | 'missing'
  | 'type'
  | 'choice'
  | 'tooBig'
  | 'tooSmall'
  | 'format'
  | 'whole'
  | 'twice'
  | 'other'

export interface Problem {
  kind: ProblemKind
  path: Path
  /** What the words want: a limit, a list of choices, the schema's own sentence. */
  value: string
  /** Of a syntax fault only: where reading ended, as a UTF-16 offset. */
  at?: number
}

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

/** Engines say where reading ended in words of their own: `position 17`, or `line 2 column 5`. */
function syntaxProblem(message: string, text: string): Problem {
  const position = /position (\d+)/.exec(message)?.[1]
  const at = position === undefined ? text.length : Number(position)
  return { kind: 'syntax', path: [], value: '', at: Math.min(at, text.length) }
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  switch (issue.code) {
    case 'too_big':
      return { kind: 'tooBig', path, value: String(issue.maximum) }
    case 'too_small':
      return { kind: 'tooSmall', path, value: String(issue.minimum) }
    case 'invalid_value':
      return { kind: 'choice', path, value: issue.values.map(String).join(', ') }
    case 'invalid_format':
      return { kind: 'format', path, value: '' }
    case 'unrecognized_keys':
      return { kind: 'unknown', path: [...path, issue.keys[0] ?? ''], value: issue.keys[0] ?? '' }
    case 'invalid_type':
      if (/received undefined/.test(issue.message)) return { kind: 'missing', path, value: '' }
      return issue.expected === 'int'
        ? { kind: 'whole', path, value: '' }
        : { kind: 'type', path, value: String(issue.expected) }
    case 'custom':
      return /unique/.test(issue.message)
        ? { kind: 'twice', path, value: '' }
        : { kind: 'other', path, value: issue.message }
    default:
      return { kind: 'other', path, value: issue.message }
  }
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
