import { editsBetween } from './edits'
import type { Batch, Step } from './operations'
import type { Storyboard } from './schema'

/**
 * The batch that makes `from` into `to`, field by field, so that a whole document typed or restored still merges with
 * what others changed elsewhere. Null when they are the same.
 */
export function operationBetween(from: Storyboard, to: Storyboard, name: string): Batch | null {
  const steps = [
    ...titleSteps(from, to),
    ...settingsSteps(from, to),
    ...castSteps(from, to),
    ...sceneSteps(from, to),
  ]
  return steps.length === 0 ? null : { type: 'batch', name, steps }
}

function titleSteps(from: Storyboard, to: Storyboard): Step[] {
  const fields = ({ title, language }: Storyboard) => ({ title, language })
  const edits = editsBetween(fields(from), fields(to))
  return edits.length > 0 ? [{ type: 'storyboard.update', edits }] : []
}

function settingsSteps(from: Storyboard, to: Storyboard): Step[] {
  const edits = editsBetween(from.settings, to.settings)
  return edits.length > 0 ? [{ type: 'settings.update', edits }] : []
}

function castSteps(from: Storyboard, to: Storyboard): Step[] {
  const { removed, placed, kept } = arrange(from.cast, to.cast)
  return [
    ...removed.map((memberId): Step => ({ type: 'cast.remove', memberId })),
    ...placed.flatMap(({ entry, after, isNew }): Step[] => [
      ...(isNew ? [] : [{ type: 'cast.remove' as const, memberId: entry.id }]),
      { type: 'cast.insert', member: entry, after },
    ]),
    ...kept.flatMap(([before, member]): Step[] => {
      const edits = editsBetween(before, member)
      return edits.length > 0 ? [{ type: 'cast.update', memberId: member.id, edits }] : []
    }),
  ]
}

function sceneSteps(from: Storyboard, to: Storyboard): Step[] {
  const { removed, placed, kept, moved } = arrange(from.scenes, to.scenes)
  const updates = [...kept, ...moved].flatMap(([before, scene]): Step[] => {
    const edits = editsBetween(before, scene)
    return edits.length > 0 ? [{ type: 'scene.update', sceneId: scene.id, edits }] : []
  })
  return [
    ...placed.map(
      ({ entry, after, isNew }): Step =>
        isNew
          ? { type: 'scene.insert', scene: entry, after, from: null }
          : { type: 'scene.move', sceneId: entry.id, after },
    ),
    // Last, so that there is never a moment without a scene.
    ...removed.map((sceneId): Step => ({ type: 'scene.remove', sceneId })),
    ...updates,
  ]
}

interface Arrangement<T> {
  /** Ids that are not there any more. */
  removed: string[]
  /** New and moved entries in the order they are put behind `after`. */
  placed: { entry: T; after: string | null; isNew: boolean }[]
  /** Entries that stay where they are, as they were and as they are to be. */
  kept: [T, T][]
  moved: [T, T][]
}

/** How one list becomes the other with the fewest moves: what keeps its order stays. */
function arrange<T extends { id: string }>(from: readonly T[], to: readonly T[]): Arrangement<T> {
  const before = new Map(from.map((entry, place) => [entry.id, { entry, place }]))
  const after = new Set(to.map((entry) => entry.id))
  const staying = longestRise(to.flatMap((entry) => before.get(entry.id)?.place ?? []))
  const arranged: Arrangement<T> = {
    removed: from.filter((entry) => !after.has(entry.id)).map((entry) => entry.id),
    placed: [],
    kept: [],
    moved: [],
  }
  to.forEach((entry, i) => {
    const old = before.get(entry.id)
    if (old && staying.has(old.place)) arranged.kept.push([old.entry, entry])
    else {
      if (old) arranged.moved.push([old.entry, entry])
      arranged.placed.push({ entry, after: to[i - 1]?.id ?? null, isNew: old === undefined })
    }
  })
  return arranged
}

/** The values of a longest rising subsequence (patience sorting, Fredman 1975). */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const value of values) {
    const found = tails.findIndex((tail) => tail >= value)
    const at = found < 0 ? tails.length : found
    previous.set(value, tails[at - 1])
    tails[at] = value
  }
  const rise = new Set<number>()
  for (let value = tails.at(-1); value !== undefined; value = previous.get(value)) rise.add(value)
  return rise
}
