/**
 * Which engines there are. The draft engines are always here; an identity that nobody answers to makes its tasks wait
 * and say so.
 */
import { StudioError } from '@/lib/base/errors'
import type { EngineIdentity, Settings } from '@/lib/storyboard/schema'
import type { ClipEngine, Engine, EngineKind } from './contract'
import { createDraftCamera } from './draft/camera'
import { DRAFT_ENGINES } from './draft/identities'
import { createDraftPainter } from './draft/painter'
import { createDraftScore } from './draft/score'
import { createDraftVoice } from './draft/voice'
import { createDraftWriter } from './draft/writer'

const shared = globalThis as unknown as { studioEngines?: Map<EngineIdentity, Engine> }

function registry(): Map<EngineIdentity, Engine> {
  if (!shared.studioEngines) {
    const drafts: Engine[] = [
      createDraftWriter(),
      createDraftPainter(),
      createDraftCamera(),
      createDraftVoice(),
      createDraftScore(),
    ]
    shared.studioEngines = new Map(drafts.map((engine) => [engine.identity, engine]))
  }
  return shared.studioEngines
}

export const listEngines = (): Engine[] => [...registry().values()]

/** Adds an engine, or puts another in the place of one with the same identity. */
export function registerEngine(engine: Engine): void {
  registry().set(engine.identity, engine)
}

/** Throws `engine_unavailable` when nobody answers to the identity, or it makes another kind of asset. */
export function getEngine<K extends EngineKind>(
  identity: EngineIdentity,
  kind: K,
): Extract<Engine, { kind: K }> {
  const engine = registry().get(identity)
  if (!engine || engine.kind !== kind) {
    throw new StudioError('engine_unavailable', `no ${kind} engine ${identity} is connected`, {
      userMessage: `The engine ${identity} is not connected. Start it, or choose another one for this scene.`,
      retry: true,
    })
  }
  return engine as Extract<Engine, { kind: K }>
}

export const findEngine = (identity: EngineIdentity): Engine | undefined => registry().get(identity)

/** Engines whose clips have a length of their own. */
export const fixedLengthEngines = (): Set<EngineIdentity> =>
  new Set(
    listEngines()
      .filter((engine): engine is ClipEngine => engine.kind === 'clip' && engine.length === 'fixed')
      .map((engine) => engine.identity),
  )

/** What a new project starts with. */
export const defaultEngines = (): Settings['engines'] => ({ ...DRAFT_ENGINES })
