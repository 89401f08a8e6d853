/**
 * How long work should take, from how long such work took. Free of Node: a button in the page says it before it is
 * pressed.
 */
import { WORK_TYPES, type WorkType } from './schema'

export interface EnginePace {
  /** Milliseconds of its lanes' time that one piece takes, all of them at work. */
  ms: number
  /** Engines of one group take turns; null for one that runs on the processors. */
  group: string | null
}

export interface Pace {
  /** Milliseconds of one piece of work by whoever usually makes it. */
  types: Record<WorkType, number>
  /** By engine, of those that were measured or are known. */
  engines: Readonly<Record<string, EnginePace>>
}

/** Work to be done: how much of each type by which engine; under '' what anybody may make. */
export type Load = Partial<Record<WorkType, Readonly<Record<string, number>>>>

/** Before anything was measured on this machine: draft engines on two cores. */
export const FIRST_GUESS: Record<WorkType, number> = {
  storyboard: 800,
  frame: 900,
  clip: 6_000,
  narration: 900,
  score: 2_500,
  segment: 2_500,
  film: 3_000,
  export: 20_000,
}

/** Before a remote engine has made anything here, by its service. */
const SERVICE_GUESS: Readonly<Record<string, number>> = {
  images: 2_000,
  videos: 60_000,
  speech: 3_000,
  ollama: 2_000,
}

/** Beginning of every ffmpeg build's name: one program makes things of many lengths. */
export const FFMPEG = 'ffmpeg/'
/** What the studio packs and draws by itself. */
export const STUDIO = 'studio/'
const OLLAMA = 'ollama/'
/** When the number of scenes is left to the writer. */
const USUAL_SCENES = 8

export const guessOf = (engine: string): number | undefined => SERVICE_GUESS[engine.split('/')[0] ?? '']

/** A language model writes scene by scene, so its storyboards are counted in scenes. */
export const piecesOf = (engine: string, sceneCount?: unknown): number =>
  engine.startsWith(OLLAMA) ? (typeof sceneCount === 'number' ? sceneCount : USUAL_SCENES) : 1

/** Milliseconds of one piece; of a remote engine that nobody has heard of, what its service should take. */
export const pieceMs = ({ engines, types }: Pace, type: WorkType, engine: string): number =>
  engines[engine]?.ms ?? guessOf(engine) ?? types[type]

/**
 * Every group of engines works at its own load, all of them at once, and the processors share theirs between the slots.
 * The storyboard comes first and the film last, each in one piece and alone.
 */
export function estimateMs(load: Load, pace: Pace, slots: number): number {
  const busy = new Map<string, number>()
  let processors = 0
  let alone = 0
  for (const type of WORK_TYPES) {
    for (const [engine, count] of Object.entries(load[type] ?? {})) {
      const ms = count * pieceMs(pace, type, engine)
      const group = pace.engines[engine]?.group ?? (guessOf(engine) ? engine : null)
      if (type === 'film' || (type === 'storyboard' && group === null)) alone += ms
      else if (group === null) processors += ms
      else busy.set(group, (busy.get(group) ?? 0) + ms)
    }
  }
  return Math.round(Math.max(processors / slots, ...busy.values()) + alone)
}

/** The load with so much more of one type by one engine. */
export function withMore(load: Load, type: WorkType, engine: string, count: number): Load {
  const own = load[type] ?? {}
  return { ...load, [type]: { ...own, [engine]: (own[engine] ?? 0) + count } }
}
