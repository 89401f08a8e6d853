/** Playhead: where in the animatic we are. The one store that the player, its sound and any timeline follow and drive. */
import { type Animatic, type AnimaticScene, bodyStartMs, sceneAt } from './animatic'

export interface PlayheadState {
  animatic: Animatic
  /** In the film. */
  timeMs: number
  playing: boolean
  /** The scene on air; null only while there is none. */
  sceneId: string | null
  /** The scene that plays again and again. */
  loopId: string | null
  /** Grows with each change that is not time going on: what runs by itself must then be set anew. */
  turn: number
}

/** Goes on by itself, in seconds from some moment in the past. */
export interface Clock {
  now(): number
}

/** Calls `tick` again and again until it is stopped. */
export type Ticker = (tick: () => void) => () => void

export interface Playhead {
  getState(): PlayheadState
  /** Called for every change, while it plays for each frame on screen. */
  subscribe(listener: () => void): () => void
  /** Plays from here, or from the start when it stands at the end. */
  play(): void
  pause(): void
  toggle(): void
  seek(timeMs: number): void
  skip(byMs: number): void
  /** To where the scene's own picture is first seen whole. */
  goTo(sceneId: string): void
  /** Null: play on after the scene. */
  loop(sceneId: string | null): void
  /** Another animatic: the scene on air stays on air. */
  show(animatic: Animatic): void
  /** From now on time goes as this clock goes. */
  follow(clock: Clock): void
  /** When, on the clock it follows, this moment of the film is on. */
  clockAt(timeMs: number): number
}

export const systemClock: Clock = { now: () => performance.now() / 1000 }

export function createPlayhead(
  animatic: Animatic,
  ticker: Ticker,
  firstClock: Clock = systemClock,
): Playhead {
  let clock = firstClock
  /** While it plays: what the clock showed when the film was at `timeMs` of `origin`. */
  let origin = { clockS: 0, timeMs: 0 }
  let stopTicker: (() => void) | null = null
  let state: PlayheadState = {
    animatic,
    timeMs: 0,
    playing: false,
    sceneId: sceneAt(animatic, 0)?.id ?? null,
    loopId: null,
    turn: 0,
  }
  const listeners = new Set<() => void>()

  const put = (changes: Partial<PlayheadState>) => {
    const next = { ...state, ...changes }
    state = { ...next, sceneId: sceneAt(next.animatic, next.timeMs)?.id ?? null }
    for (const listener of [...listeners]) listener()
  }
  const timeNow = () => (state.playing ? origin.timeMs + (clock.now() - origin.clockS) * 1000 : state.timeMs)
  const within = (timeMs: number) => Math.max(0, Math.min(state.animatic.durationMs, timeMs))

  /** Every jump and every start and stop. */
  const turn = (changes: Partial<PlayheadState>) => {
    const { durationMs } = changes.animatic ?? state.animatic
    const timeMs = Math.max(0, Math.min(durationMs, changes.timeMs ?? timeNow()))
    const playing = changes.playing ?? state.playing
    origin = { clockS: clock.now(), timeMs }
    if (playing && !stopTicker) stopTicker = ticker(tick)
    if (!playing) {
      stopTicker?.()
      stopTicker = null
    }
    put({ ...changes, timeMs, playing, turn: state.turn + 1 })
  }
  const tick = () => {
    const timeMs = timeNow()
    const looped = findScene(state.animatic, state.loopId)
    if (looped && timeMs >= looped.startMs + looped.durationMs) return turn({ timeMs: looped.startMs })
    if (timeMs >= state.animatic.durationMs) {
      return turn({ timeMs: state.animatic.durationMs, playing: false })
    }
    put({ timeMs })
  }

  const playhead: Playhead = {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    play() {
      if (state.playing) return
      const isAtEnd = state.timeMs >= state.animatic.durationMs
      turn({ playing: true, ...(isAtEnd ? { timeMs: 0 } : {}) })
    },
    pause() {
      if (state.playing) turn({ playing: false })
    },
    toggle: () => (state.playing ? playhead.pause() : playhead.play()),
    seek(timeMs) {
      const to = within(timeMs)
      const isOutside = state.loopId !== null && sceneAt(state.animatic, to)?.id !== state.loopId
      turn({ timeMs: to, ...(isOutside ? { loopId: null } : {}) })
    },
    skip: (byMs) => playhead.seek(timeNow() + byMs),
    goTo(sceneId) {
      const scene = findScene(state.animatic, sceneId)
      if (scene) playhead.seek(bodyStartMs(scene))
    },
    loop(sceneId) {
      const scene = findScene(state.animatic, sceneId)
      const isOnAir = scene && sceneAt(state.animatic, timeNow())?.id === scene.id
      turn({ loopId: scene?.id ?? null, ...(scene && !isOnAir ? { timeMs: scene.startMs } : {}) })
    },
    show(next) {
      if (next === state.animatic) return
      const timeMs = carryOver(state.animatic, next, timeNow())
      turn({ animatic: next, timeMs, loopId: findScene(next, state.loopId)?.id ?? null })
    },
    follow(next) {
      if (next === clock) return
      const timeMs = timeNow()
      clock = next
      turn({ timeMs })
    },
    clockAt: (timeMs) => origin.clockS + (timeMs - origin.timeMs) / 1000,
  }
  return playhead
}

const findScene = (animatic: Animatic, id: string | null): AnimaticScene | undefined =>
  id === null ? undefined : animatic.scenes.find((scene) => scene.id === id)

/** The same scene, as far into it; where it is gone, the one that took its place. */
function carryOver(from: Animatic, to: Animatic, timeMs: number): number {
  const scene = sceneAt(from, timeMs)
  if (!scene) return 0
  const same = findScene(to, scene.id)
  if (same) return same.startMs + Math.min(timeMs - scene.startMs, Math.max(0, same.durationMs - 1))
  return to.scenes[Math.min(scene.number, to.scenes.length) - 1]?.startMs ?? 0
}
