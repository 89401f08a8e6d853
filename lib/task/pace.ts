import { type EnginePace, FFMPEG, FIRST_GUESS, guessOf, type Pace, STUDIO } from './estimate'
import { listDurations, listGroups } from './figures/store'
import { WORK_TYPES, type WorkType } from './schema'

const KEEP_MS = 5_000
const shared = globalThis as unknown as { studioPace?: { at: number; pace: Promise<Pace> } }

/** The medians of the last tasks of each engine, read again every few seconds. */
export function currentPace(): Promise<Pace> {
  const now = Date.now()
  if (!shared.studioPace || now - shared.studioPace.at > KEEP_MS) {
    shared.studioPace = { at: now, pace: learn() }
  }
  return shared.studioPace.pace
}

async function learn(): Promise<Pace> {
  const [measured, groups] = await Promise.all([listDurations(), listGroups()]).catch(() => [[], []] as const)
  const engines: Record<string, EnginePace> = {}
  for (const { engine, group, lanes } of groups) {
    engines[engine] = { group, ms: (guessOf(engine) ?? FIRST_GUESS.frame) / lanes }
  }
  const types = { ...FIRST_GUESS }
  for (const { type, engine, ms } of measured) {
    // What ffmpeg makes, and what was made by an engine of this process.
    const isLocal = guessOf(engine) === undefined
    if (isLocal && WORK_TYPES.includes(type as WorkType) && !engine.startsWith(STUDIO))
      types[type as WorkType] = ms
    if (engine.startsWith(FFMPEG)) continue
    engines[engine] = { ms, group: engines[engine]?.group ?? (isLocal ? null : engine) }
  }
  return { types, engines }
}
