/**
 * Reels: the pictures of the few scenes around the playhead, each loaded before it is needed and let go behind it. A
 * scene whose sources change keeps its picture on the screen until the new one is there.
 */
import type { Size } from '@/lib/storyboard/schema'
import type { AnimaticScene } from '../animatic'
import type { LoadReel, Reel } from './reel'

/** An asset is served a moment after it is there, so what was not to be had is asked for again. */
const RETRY_MS = [1_000, 4_000, 15_000]

export interface Reels {
  /** Holds these scenes and no others; the first of them is on air. */
  aim(scenes: readonly AnimaticScene[]): void
  find(sceneId: string): Reel | undefined
  /** Those whose scenes are not on the screen. */
  restBut(sceneIds: readonly string[]): void
  close(): void
}

interface Held {
  sources: string
  reel: Reel | undefined
  /** Which turn of loading the reel came from, and which is the newest. */
  shown: number
  turn: number
  /** Ends the loading that goes on. */
  abort: AbortController
  retry: ReturnType<typeof setTimeout> | undefined
}

export function openReels(size: Size, load: LoadReel, onChange: () => void): Reels {
  const held = new Map<string, Held>()

  const drop = (id: string) => {
    const one = held.get(id)
    held.delete(id)
    if (!one) return
    one.abort.abort()
    clearTimeout(one.retry)
    one.reel?.close()
  }

  const begin = async (scene: AnimaticScene, one: Held, hurry: boolean, tries: number) => {
    one.abort.abort()
    clearTimeout(one.retry)
    const abort = new AbortController()
    const turn = ++one.turn
    Object.assign(one, { abort })
    const show = (reel: Reel) => {
      // Typed faster than painted: an older picture than the one on show, or one for nobody.
      if (held.get(scene.id) !== one || turn < one.shown) return reel.close()
      one.shown = turn
      one.reel?.close()
      one.reel = reel
      onChange()
    }
    for (const [i, source] of scene.pictures.entries()) {
      if (one.reel?.key === source.key && !one.reel.rough) {
        one.shown = turn
        if (i > 0) askAgain(scene, one, turn, tries)
        return
      }
      try {
        await load(source, { size, signal: abort.signal, hurry, show, onChange })
        if (i > 0) askAgain(scene, one, turn, tries)
        return
      } catch {
        if (abort.signal.aborted) return
      }
    }
    askAgain(scene, one, turn, tries)
  }
  const askAgain = (scene: AnimaticScene, one: Held, turn: number, tries: number) => {
    const wait = RETRY_MS[tries]
    if (wait === undefined || turn !== one.turn) return
    one.retry = setTimeout(() => void begin(scene, one, false, tries + 1), wait)
  }

  return {
    aim(scenes) {
      const wanted = new Set(scenes.map(({ id }) => id))
      for (const id of [...held.keys()]) if (!wanted.has(id)) drop(id)
      scenes.forEach((scene, i) => {
        const sources = scene.pictures.map(({ key }) => key).join(' ')
        const known = held.get(scene.id)
        if (known?.sources === sources) return
        const one = known ?? {
          sources,
          reel: undefined,
          shown: 0,
          turn: 0,
          abort: new AbortController(),
          retry: undefined,
        }
        one.sources = sources
        held.set(scene.id, one)
        void begin(scene, one, i === 0, 0)
      })
    },
    find: (sceneId) => held.get(sceneId)?.reel,
    restBut(sceneIds) {
      for (const [id, { reel }] of held) if (!sceneIds.includes(id)) reel?.rest()
    },
    close() {
      for (const id of [...held.keys()]) drop(id)
    },
  }
}
