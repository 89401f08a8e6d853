/** A shared film as its page shows it. Scenes are told apart by their place alone: nothing of the studio's is named. */
import { createHash } from 'node:crypto'
import type { EngineIdentity, Slot } from '@/lib/storyboard/schema'
import { manifestIn, type ShareRow } from './store'

export interface SharedScene {
  /** From 0. */
  index: number
  title: string
  startMs: number
  durationMs: number
  hasPicture: boolean
  /** Why it holds something else than what its engines were asked for; empty for none. */
  fallbacks: { slot: Slot; reason: string }[]
}

export interface SharedFilm {
  title: string
  language: string
  durationMs: number
  width: number
  height: number
  /** The captions are part of the picture. */
  burntIn: boolean
  scenes: SharedScene[]
  /** Who made it: each engine once, with what it made. */
  engines: { slot: Slot; engine: EngineIdentity }[]
  madeAt: string
  /** Names this film in the addresses of a page: a link that is moved must not mix two in one player. */
  mark: string
}

export function sharedFilm(row: ShareRow): SharedFilm {
  const manifest = manifestIn(row)
  const engines = new Map<string, SharedFilm['engines'][number]>()
  for (const scene of manifest.scenes) {
    for (const [slot, engine] of Object.entries(scene.engines)) {
      engines.set(`${slot} ${engine}`, { slot: slot as Slot, engine })
    }
  }
  return {
    title: manifest.title,
    language: manifest.language,
    durationMs: manifest.durationMs,
    width: manifest.width,
    height: manifest.height,
    burntIn: manifest.storyboard.settings.subtitles,
    scenes: manifest.scenes.map((scene, index) => ({
      index,
      title: scene.title,
      startMs: scene.startMs,
      durationMs: scene.durationMs,
      hasPicture: scene.assets.frame !== undefined,
      fallbacks: scene.fallbacks,
    })),
    engines: [...engines.values()],
    madeAt: row.film.createdAt.toISOString(),
    mark: markOf(row),
  }
}

/** Out of the fingerprint, and nothing leads back from it. */
export const markOf = (row: ShareRow): string =>
  createHash('sha256').update(`shared ${row.film.fingerprint}`).digest('hex').slice(0, 12)
