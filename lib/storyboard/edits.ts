/**
 * Edits: one field changed, with the value it replaced. The old value is what tells a merge from a conflict: an edit
 * fits a newer storyboard as long as its own field is still what the writer saw.
 */
import { z } from 'zod'
import { sameJson } from '@/lib/base/same'

/** A field of a scene, a member of the cast, the settings or the storyboard itself: `narration`, `pins.frame`. */
export const editSchema = z.object({
  field: z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)?$/, 'must name a field, such as narration or pins.frame'),
  /** Null takes an optional entry out (`pins.frame`). */
  value: z.json(),
  before: z.json(),
})
export type Edit = z.infer<typeof editSchema>

/** The same field changed by two people: both values, and the one they started from. */
export interface FieldConflict {
  /** `scenes.scene-3.narration`, `settings.style.prompt`. */
  path: string
  /** Of the scene or whatever it is: the path's end. */
  field: string
  before: unknown
  mine: unknown
  theirs: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** The value of a field; an absent entry is null. */
export function readField(target: Fields, field: string): unknown {
  const [head = '', tail] = field.split('.')
  const value = target[head]
  if (tail === undefined) return value ?? null
  return (value as Fields | undefined)?.[tail] ?? null
}

/** A copy with the field changed. Optional entries are those of a record, where null takes the entry out. */
export function writeField<T extends object>(
  target: T,
  field: string,
  value: unknown,
  isRecord: (head: string) => boolean,
): T {
  const [head = '', tail] = field.split('.')
  if (tail === undefined) return { ...target, [head]: value }
  const { [tail]: _, ...rest } = ((target as Fields)[head] ?? {}) as Record<string, unknown>
  return { ...target, [head]: value === null && isRecord(head) ? rest : { ...rest, [tail]: value } }
}

/** Edits that somebody else's newer value stands in the way of. What is already as wanted is in nobody's way. */
export function conflictsOf(target: Fields, edits: readonly Edit[], path: string): FieldConflict[] {
  return edits.flatMap(({ field, value, before }) => {
    const theirs = readField(target, field)
    if (sameJson(theirs, before) || sameJson(theirs, value)) return []
    return [{ path: `${path}.${field}`, field, before, mine: value, theirs }]
  })
}

/** Edits that take these back. */
export const invertEdits = (target: Fields, edits: readonly Edit[]): Edit[] =>
  [...edits].reverse().map(({ field, value }) => ({
    field,
    value: readField(target, field) as Edit['value'],
    before: value,
  }))

/** Heads whose members are fields of their own, so that two writers may change two slots of one scene. */
const HEADS_WITH_MEMBERS = new Set([
  'engines',
  'seeds',
  'pins',
  'film',
  'frame',
  'clip',
  'style',
  'voice',
  'music',
])

/** Edits that make `from` into `to`, field by field; the id is not a field. */
export function editsBetween(from: Fields, to: Fields): Edit[] {
  const edits: Edit[] = []
  const compare = (field: string) => {
    const before = readField(from, field)
    const value = readField(to, field)
    if (!sameJson(before, value)) edits.push({ field, value, before } as Edit)
  }
  for (const head of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (head === 'id') continue
    const members = (target: Fields): string[] =>
      typeof target[head] === 'object' && target[head] !== null ? Object.keys(target[head]) : []
    const isOpen = HEADS_WITH_MEMBERS.has(head) && [from[head], to[head]].every((v) => typeof v === 'object')
    if (isOpen) for (const tail of new Set([...members(from), ...members(to)])) compare(`${head}.${tail}`)
    else compare(head)
  }
  return edits
}
