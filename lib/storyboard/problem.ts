/** What is wrong with a document that should be a storyboard, in kinds that can be said in every language. */
import type { z } from 'zod'
import type { FieldProblem } from '@/lib/base/errors'
import { engineIdentitySchema, fingerprintSchema, idSchema, storyboardSchema } from './schema'

export type Path = readonly (string | number)[]

export type ProblemKind =
  | 'syntax'
  | 'unknown'
  | 'missing'
  | 'type'
  | 'choice'
  | 'tooBig'
  | 'tooSmall'
  | 'tooFew'
  | 'tooMany'
  | 'tooShort'
  | 'tooLong'
  | 'format'
  | 'whole'
  | 'even'
  | 'twice'
  /** A pin of a take that the studio does not have; only the studio knows. */
  | 'notHere'
  | 'other'

export interface Problem {
  kind: ProblemKind
  path: Path
  /** What the words want: a limit, a list of choices, a type, the name of a form, the schema's own sentence. */
  value: string
  /** Of a syntax fault only: where reading ended, as a UTF-16 offset. */
  at?: number
}

/** Kinds of value, as a schema names them. */
export const VALUE_TYPES = ['string', 'number', 'boolean', 'array', 'object', 'record', 'null'] as const
export type ValueType = (typeof VALUE_TYPES)[number]

/** Forms that a text can have to have, by their pattern in the schema. */
const FORMS = {
  fingerprint: fingerprintSchema,
  id: idSchema,
  engine: engineIdentitySchema,
  language: storyboardSchema.shape.language,
} as const
export type TextForm = keyof typeof FORMS
export const TEXT_FORMS = Object.keys(FORMS) as TextForm[]

/** No text of these forms is a space. */
function patternOf(schema: z.ZodString): string | undefined {
  const issue = schema.safeParse(' ').error?.issues[0]
  return issue?.code === 'invalid_format' ? issue.pattern : undefined
}

function formOf(pattern: string | undefined): TextForm | undefined {
  return TEXT_FORMS.find((form) => pattern !== undefined && patternOf(FORMS[form]) === pattern)
}

/** A list and a text are counted, a number is not. */
const LIMIT_KINDS = {
  array: { too_small: 'tooFew', too_big: 'tooMany' },
  string: { too_small: 'tooShort', too_big: 'tooLong' },
  number: { too_small: 'tooSmall', too_big: 'tooBig' },
} as const
const limitKind = (origin: string, code: 'too_small' | 'too_big') =>
  LIMIT_KINDS[origin === 'array' || origin === 'string' ? origin : 'number'][code]

/** What is wrong with a storyboard, as one of the details of an `invalid_input` answer. */
export interface BoardFault extends FieldProblem {
  problem: ProblemKind
  value: string
}

export function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  switch (issue.code) {
    case 'too_big':
      return { kind: limitKind(issue.origin, issue.code), path, value: String(issue.maximum) }
    case 'too_small':
      return { kind: limitKind(issue.origin, issue.code), path, value: String(issue.minimum) }
    case 'invalid_value':
      return { kind: 'choice', path, value: issue.values.map(String).join(', ') }
    case 'invalid_format':
      return { kind: 'format', path, value: formOf(issue.pattern) ?? '' }
    case 'unrecognized_keys':
      return { kind: 'unknown', path: [...path, issue.keys[0] ?? ''], value: issue.keys[0] ?? '' }
    case 'invalid_type':
      if (/received undefined/.test(issue.message)) return { kind: 'missing', path, value: '' }
      return issue.expected === 'int'
        ? { kind: 'whole', path, value: '' }
        : { kind: 'type', path, value: String(issue.expected) }
    case 'custom':
      if (/even number/.test(issue.message)) return { kind: 'even', path, value: '' }
      return /unique/.test(issue.message)
        ? { kind: 'twice', path, value: '' }
        : { kind: 'other', path, value: issue.message }
    default:
      return { kind: 'other', path, value: issue.message }
  }
}
