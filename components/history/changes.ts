/** What going back to an earlier storyboard would change of the one there is now. */
import { operationBetween } from '@/lib/storyboard/diff'
import type { Edit } from '@/lib/storyboard/edits'
import { type Step, stepsOf } from '@/lib/storyboard/operations'
import type { Settings, Size, Storyboard } from '@/lib/storyboard/schema'

export interface FieldChange {
  field: string
  now: Edit['value']
  was: Edit['value']
}

/** A scene, a character, or the film as a whole. */
export interface Change {
  of: 'scene' | 'member' | 'film'
  id: string
  /** `back`: it is gone now and would come back; `gone`: it is there and would go. */
  kind: 'back' | 'gone' | 'changed'
  /** It would stand elsewhere. */
  moved: boolean
  /** Its place among the scenes now, or then for one that would come back; 0 for what has none. */
  number: number
  name: string
  fields: FieldChange[]
}

/** A field is one thing; so is a scene or a character that comes, goes or stands elsewhere, with all it holds. */
export const countThings = (changes: readonly Change[]): number =>
  changes.reduce(
    (sum, { kind, moved, fields }) => sum + (kind === 'changed' ? fields.length + (moved ? 1 : 0) : 1),
    0,
  )

/** In the order of the storyboard: the film, its characters, its scenes. */
export function changesTo(now: Storyboard, was: Storyboard): Change[] {
  const operation = operationBetween(now, was, 'restore')
  const changes = new Map<string, Change>()
  for (const step of operation ? stepsOf(operation) : []) {
    const told = changeOf(step, now, was)
    if (!told) continue
    const key = `${told.of} ${told.id}`
    const known = changes.get(key)
    changes.set(
      key,
      known
        ? { ...known, moved: known.moved || told.moved, fields: [...known.fields, ...told.fields] }
        : told,
    )
  }
  const rank = { film: 0, member: 1, scene: 2 } as const
  return [...changes.values()].sort((a, b) => rank[a.of] - rank[b.of] || a.number - b.number)
}

function changeOf(step: Step, now: Storyboard, was: Storyboard): Change | null {
  const fields = 'edits' in step ? step.edits.map(fieldChange) : []
  const moved = step.type === 'scene.move'
  switch (step.type) {
    case 'scene.insert':
      return { ...sceneIn(was, step.scene.id), kind: 'back', moved, fields }
    case 'scene.remove':
      return { ...sceneIn(now, step.sceneId), kind: 'gone', moved, fields }
    case 'scene.move':
    case 'scene.update':
      return { ...sceneIn(now, step.sceneId), kind: 'changed', moved, fields }
    case 'cast.insert':
      return { ...memberIn(was, step.member.id), kind: 'back', moved, fields }
    case 'cast.remove':
      return { ...memberIn(now, step.memberId), kind: 'gone', moved, fields }
    case 'cast.update':
      return { ...memberIn(now, step.memberId), kind: 'changed', moved, fields }
    case 'settings.update':
      return { ...FILM, kind: 'changed', moved, fields: withSizes(fields, now.settings, was.settings) }
    case 'storyboard.update':
      return { ...FILM, kind: 'changed', moved, fields }
    // Two storyboards differ by nothing else.
    case 'scene.split':
    case 'scene.merge':
      return null
  }
}

const fieldChange = ({ field, before, value }: Edit): FieldChange => ({ field, now: before, was: value })

const SIZED = ['film', 'frame'] as const
const sideOf = (field: string) =>
  SIZED.find((what) => field === `${what}.width` || field === `${what}.height`)
const sizeOf = ({ width, height }: Size): string => `${width} × ${height}`

/** Two sides are one size: `640 × 360`. */
function withSizes(fields: readonly FieldChange[], now: Settings, was: Settings): FieldChange[] {
  const sized = SIZED.filter((what) => fields.some(({ field }) => sideOf(field) === what))
  return [
    ...sized.map((what) => ({ field: what, now: sizeOf(now[what]), was: sizeOf(was[what]) })),
    ...fields.filter(({ field }) => !sideOf(field)),
  ]
}

type Named = Pick<Change, 'of' | 'id' | 'number' | 'name'>

const FILM: Named = { of: 'film', id: '', number: 0, name: '' }

function sceneIn(board: Storyboard, id: string): Named {
  const index = board.scenes.findIndex((scene) => scene.id === id)
  return { of: 'scene', id, number: index + 1, name: board.scenes[index]?.title ?? '' }
}

function memberIn(board: Storyboard, id: string): Named {
  return { of: 'member', id, number: 0, name: board.cast.find((member) => member.id === id)?.name ?? '' }
}
