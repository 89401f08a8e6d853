/** Builders: operations that a board's buttons do, worked out from the storyboard as it is. Pure. */
import { seedsOf } from './compose'
import type { Operation, Step } from './operations'
import { cutText, joinText } from './scene-text'
import type { Scene, Storyboard } from './schema'

/** An empty scene behind another (null: the first), with its neighbour's camera and transition and seeds of its own. */
export function newScene(board: Storyboard, id: string, after: string | null): Operation {
  const model = board.scenes.find((scene) => scene.id === after) ?? board.scenes[0]
  const scene: Scene = {
    id,
    title: '',
    prompt: '',
    negativePrompt: '',
    narration: '',
    bgm: model?.bgm ?? '',
    cast: [],
    camera: 'push-in',
    transition: model?.transition ?? { kind: 'dissolve', durationMs: 500 },
    durationMs: null,
    voice: null,
    speed: null,
    engines: model?.engines ?? {},
    // The id is new in the world, so no two scenes share seeds.
    seeds: seedsOf(id, 0),
    ownSeed: false,
    pins: {},
  }
  return { type: 'scene.insert', scene, after, from: null }
}

/** Copies of scenes, each right behind its original or all behind the last; the takes come along. */
export function duplicateScenes(board: Storyboard, ids: readonly string[], newId: () => string): Operation {
  const originals = board.scenes.filter((scene) => ids.includes(scene.id))
  let after = originals.at(-1)?.id ?? null
  const steps = originals.map((scene): Step => {
    const copy = { ...scene, id: newId() }
    const step: Step = { type: 'scene.insert', scene: copy, after, from: scene.id }
    after = copy.id
    return step
  })
  return asOne('duplicate', steps)
}

export const removeScenes = (ids: readonly string[]): Operation =>
  asOne(
    'remove',
    ids.map((sceneId): Step => ({ type: 'scene.remove', sceneId })),
  )

/** Scenes put behind another, in their order; null when they are there already. */
export function moveScenes(
  board: Storyboard,
  ids: readonly string[],
  after: string | null,
): Operation | null {
  const order = board.scenes.map((scene) => scene.id)
  const moving = order.filter((id) => ids.includes(id))
  // Behind the nearest scene before the place that does not move itself.
  const place = after === null ? -1 : order.indexOf(after)
  let anchor = order.slice(0, place + 1).findLast((id) => !moving.includes(id)) ?? null
  const steps = moving.map((sceneId): Step => {
    const step: Step = { type: 'scene.move', sceneId, after: anchor }
    anchor = sceneId
    return step
  })
  const wanted = order.filter((id) => !moving.includes(id))
  const start = steps[0]?.type === 'scene.move' ? steps[0].after : null
  wanted.splice(start === null ? 0 : wanted.indexOf(start) + 1, 0, ...moving)
  return wanted.every((id, i) => id === order[i]) ? null : asOne('move', steps)
}

/** One place up or down; null at the end of the way. */
export function nudgeScenes(board: Storyboard, ids: readonly string[], by: -1 | 1): Operation | null {
  const order = board.scenes.map((scene) => scene.id)
  const places = ids.map((id) => order.indexOf(id)).filter((place) => place >= 0)
  if (places.length === 0) return null
  if (by > 0) {
    const next = order[Math.max(...places) + 1]
    return next === undefined ? null : moveScenes(board, ids, next)
  }
  const first = Math.min(...places)
  return first === 0 ? null : moveScenes(board, ids, order[first - 2] ?? null)
}

/** The lines of two neighbours, joined and cut anew; null when nothing moves or there is no next scene. */
export function moveBoundary(board: Storyboard, sceneId: string, at: number): Operation | null {
  const i = board.scenes.findIndex((scene) => scene.id === sceneId)
  const scene = board.scenes[i]
  const next = board.scenes[i + 1]
  if (!scene || !next) return null
  const [first, second] = cutText(joinText(scene.narration, next.narration), at)
  if (first === scene.narration && second === next.narration) return null
  const line = (of: Scene, value: string): Step => ({
    type: 'scene.update',
    sceneId: of.id,
    edits: [{ field: 'narration', value, before: of.narration }],
  })
  return asOne('boundary', [line(scene, first), line(next, second)])
}

function asOne(name: string, steps: Step[]): Operation {
  const [only] = steps
  return steps.length === 1 && only ? only : { type: 'batch', name, steps }
}
