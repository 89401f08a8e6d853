/** The items of a call as changes to scenes: the same for scenes of a project and for those made for one call. */
import { seedsOf } from '@/lib/storyboard/compose'
import {
  type CastMember,
  LIMITS,
  type Scene,
  type Settings,
  STORYBOARD_VERSION,
  type Storyboard,
  TRANSITIONS,
  type Transition,
} from '@/lib/storyboard/schema'
import type { CallerId } from './fields'
import type { ClipsCall, FramesCall, NarrationCall } from './requests'

export interface SceneChange {
  callerId: CallerId
  change: Partial<Scene>
  /** Who is seen, by name; members the storyboard does not have yet are added. */
  cast?: { name: string; description: string }[]
}

export function frameChanges(items: NonNullable<FramesCall['storyboard']>): SceneChange[] {
  return items.map((item) => ({
    callerId: item.scene_id,
    change: lean({
      prompt: item.prompt,
      negativePrompt: item.negative_prompt,
      title: item.title,
      narration: item.narration,
      bgm: item.bgm,
    }),
    ...(item.cast ? { cast: item.cast } : {}),
  }))
}

export function clipChanges(
  items: NonNullable<ClipsCall['frames']>,
  fingerprints: readonly string[],
): { changes: SceneChange[]; warnings: string[] } {
  const warnings: string[] = []
  const changes = items.map((item, i): SceneChange => {
    const kind = item.transition === undefined ? undefined : transitionOf(item.transition)
    if (kind === null) {
      warnings.push(
        `transition ${JSON.stringify(item.transition)} is not one of ${TRANSITIONS.join(', ')}: dissolve is used.`,
      )
    }
    return {
      callerId: item.scene_id,
      change: {
        pins: { frame: fingerprints[i] },
        ...(item.duration === undefined ? {} : { durationMs: Math.round(item.duration * 1000) }),
        ...(kind === undefined
          ? {}
          : { transition: { kind: kind ?? 'dissolve', durationMs: kind === 'cut' ? 0 : 500 } }),
      },
    }
  })
  return { changes, warnings }
}

function transitionOf(word: string): Transition['kind'] | null {
  const plain = word.trim().toLowerCase()
  if (plain === 'crossfade' || plain === 'xfade') return 'dissolve'
  if (plain === 'none') return 'cut'
  return TRANSITIONS.find((kind) => kind === plain) ?? null
}

export function lineChanges(items: NonNullable<NarrationCall['lines']>): SceneChange[] {
  return items.map((item) => ({ callerId: item.scene_id, change: { narration: item.text } }))
}

function lean<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** Our id of a scene, by the caller's. */
export type SceneIds = Map<string, CallerId>

/** The storyboard of a call that came without a project: one scene an item. */
export function boardOf(
  changes: readonly SceneChange[],
  settings: Settings,
  language: string,
): { board: Storyboard; callerIds: SceneIds } {
  const root = changes.map(({ change }) => change.prompt ?? change.narration ?? '').join('\n')
  const callerIds: SceneIds = new Map()
  const scenes = changes.map(({ callerId, change }, i): Scene => {
    const id = `scene-${i + 1}`
    callerIds.set(id, callerId)
    return { ...emptyScene(id, root, i), ...change }
  })
  const title = changes[0]?.change.title || String(changes[0]?.callerId ?? '')
  const board: Storyboard = {
    version: STORYBOARD_VERSION,
    title: title.slice(0, 200),
    language,
    cast: [],
    settings,
    scenes,
  }
  return { board: withCast(board, changes, (i) => `scene-${i + 1}`), callerIds }
}

const emptyScene = (id: string, root: string, ordinal: number): Scene => ({
  id,
  title: '',
  prompt: '',
  negativePrompt: '',
  narration: '',
  bgm: '',
  cast: [],
  camera: 'push-in',
  transition: { kind: 'dissolve', durationMs: 500 },
  durationMs: null,
  voice: null,
  speed: null,
  engines: {},
  seeds: seedsOf(root, ordinal),
  ownSeed: false,
  pins: {},
})

/** A project's storyboard with the items in it; `unknown` lists ids that are no scenes of it. */
export function changedBoard(
  board: Storyboard,
  changes: readonly SceneChange[],
): { board: Storyboard; unknown: string[] } {
  const byId = new Map(changes.map((item) => [String(item.callerId), item.change]))
  const own = new Set(board.scenes.map((scene) => scene.id))
  const scenes = board.scenes.map((scene): Scene => {
    const change = byId.get(scene.id)
    if (!change) return scene
    // A pinned take would hide what the new words ask for.
    const pins = { ...scene.pins, ...change.pins }
    if (change.prompt !== undefined) delete pins.frame
    if (change.narration !== undefined) delete pins.narration
    return { ...scene, ...change, pins }
  })
  return {
    board: withCast({ ...board, scenes }, changes, (i) => String(changes[i]?.callerId)),
    unknown: [...byId.keys()].filter((id) => !own.has(id)),
  }
}

/** Puts the named members into the scenes that name them; a known name keeps its member. */
function withCast(
  board: Storyboard,
  changes: readonly SceneChange[],
  sceneIdOf: (index: number) => string,
): Storyboard {
  const cast: CastMember[] = [...board.cast]
  const seen = new Map<string, string[]>()
  changes.forEach((item, i) => {
    if (!item.cast) return
    const ids = item.cast.flatMap(({ name, description }) => {
      const known = cast.find((member) => member.name === name)
      if (known) return [known.id]
      if (cast.length >= LIMITS.cast) return []
      const member = { id: freeId(cast), name, aliases: [], description, anchor: null }
      cast.push(member)
      return [member.id]
    })
    seen.set(sceneIdOf(i), ids)
  })
  const scenes = board.scenes.map((scene) => ({ ...scene, cast: seen.get(scene.id) ?? scene.cast }))
  return { ...board, cast, scenes }
}

function freeId(cast: readonly CastMember[]): string {
  const taken = new Set(cast.map((member) => member.id))
  for (let n = cast.length + 1; ; n++) if (!taken.has(`cast-${n}`)) return `cast-${n}`
}
