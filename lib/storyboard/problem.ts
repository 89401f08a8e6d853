/** What is wrong with a document that should be a storyboard, in kinds that can be said in every language. */
import type { z } from 'zod'

export type Path = readonly (string | number)[]

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
  /** A pin of a take that the studio does not have; only the studio knows. */
  | 'notHere'
  | 'other'

export interface Problem {
  kind: ProblemKind
  path: Path
  /** What the words want: a limit, a list of choices, the schema's own sentence. */
  value: string
  /** Of a syntax fault only: where reading ended, as a UTF-16 offset. */
  at?: number
}

export function problemOf(issue: z.core.$ZodIssue): Problem {
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
