/**
 * Which engines there are. The draft engines are always here; remote ones come from rows that a look at their addresses
 * wrote, and stay known while they are away. An identity that nobody answers to makes its tasks wait and say so.
 */
import type { Tx } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import type { EngineIdentity, Settings } from '@/lib/storyboard/schema'
import { remoteRows } from './connection/rows'
import { type EngineDefaults, engineDefaultsSchema } from './connection/schema'
import { readEngineSetting } from './connection/store'
import type { ClipEngine, Engine, EngineKind } from './contract'
import { createDraftCamera } from './draft/camera'
import { DRAFT_ENGINES } from './draft/identities'
import { createDraftPainter } from './draft/painter'
import { createDraftScore } from './draft/score'
import { createDraftVoice } from './draft/voice'
import { createDraftWriter } from './draft/writer'
import { createRemoteEngine } from './remote/create'

const shared = globalThis as unknown as { studioEngines?: Map<EngineIdentity, Engine> }

/** Engines of this process, which need no database to be found. */
function builtIn(): Map<EngineIdentity, Engine> {
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

export const listBuiltInEngines = (): Engine[] => [...builtIn().values()]

/** Built-in engines first, then remote ones that are or were connected. */
export async function listEngines(tx?: Tx): Promise<Engine[]> {
  const rows = await remoteRows(tx)
  const remote = rows.filter(({ row }) => !builtIn().has(row.identity)).map(createRemoteEngine)
  return [...listBuiltInEngines(), ...remote]
}

/** Those that have an address: what was connected once and is no longer is left out. */
export async function listConnectedEngines(): Promise<Engine[]> {
  const gone = (await remoteRows()).filter(({ row }) => row.facts.urls.length === 0)
  const names = new Set(gone.map(({ row }) => row.identity))
  return (await listEngines()).filter(({ identity }) => builtIn().has(identity) || !names.has(identity))
}

/** Adds an engine, or puts another in the place of one with the same identity. */
export function registerEngine(engine: Engine): void {
  builtIn().set(engine.identity, engine)
}

export async function findEngine(identity: EngineIdentity, tx?: Tx): Promise<Engine | undefined> {
  const own = builtIn().get(identity)
  if (own) return own
  const remote = (await remoteRows(tx)).find(({ row }) => row.identity === identity)
  return remote && createRemoteEngine(remote)
}

/** Throws `engine_unavailable` when nobody answers to the identity, or it makes another kind of asset. */
export async function getEngine<K extends EngineKind>(
  identity: EngineIdentity,
  kind: K,
): Promise<Extract<Engine, { kind: K }>> {
  const engine = await findEngine(identity)
  if (!engine || engine.kind !== kind) {
    throw new StudioError('engine_unavailable', `no ${kind} engine ${identity} is connected`, {
      userMessage: `The engine ${identity} is not connected. Start it, or choose another one for this scene.`,
      retry: true,
    })
  }
  return engine as Extract<Engine, { kind: K }>
}

/** Engines whose clips have a length of their own; those that are away have it still. */
export async function fixedLengthEngines(tx?: Tx): Promise<Set<EngineIdentity>> {
  const engines = await listEngines(tx)
  return new Set(
    engines
      .filter((engine): engine is ClipEngine => engine.kind === 'clip' && engine.length === 'fixed')
      .map((engine) => engine.identity),
  )
}

/** Engines whose pictures can start from another picture. */
export async function referenceEngines(tx?: Tx): Promise<Set<EngineIdentity>> {
  const engines = await listEngines(tx)
  return new Set(
    engines
      .filter((engine) => engine.kind === 'frame' && engine.abilities?.reference === true)
      .map((engine) => engine.identity),
  )
}

/** What somebody chose for new films; draft engines until then. */
export async function chosenDefaults(): Promise<EngineDefaults> {
  const { score: _, ...drafts } = DRAFT_ENGINES
  return (await readEngineSetting('defaults', engineDefaultsSchema)) ?? drafts
}

/** What a new project starts with. A chosen engine that is not connected gives way to the draft one: a film is made anyway. */
export async function defaultEngines(): Promise<Settings['engines']> {
  const chosen = await chosenDefaults()
  const rows = await remoteRows()
  const isConnected = (identity: EngineIdentity) =>
    builtIn().has(identity) ||
    rows.some(({ row }) => row.identity === identity && row.state !== 'unavailable')
  const entries = Object.entries(chosen).filter(([, identity]) => isConnected(identity))
  return { ...DRAFT_ENGINES, ...Object.fromEntries(entries) }
}
