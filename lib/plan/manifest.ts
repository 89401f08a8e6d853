import type { Recipe } from '@/lib/asset/recipe'
import { msOfPackets } from '@/lib/media/sound/clock'
import type { EngineIdentity, Slot, Storyboard } from '@/lib/storyboard/schema'
import type { Knowledge } from './knowledge'
import type { Plan } from './plan'

export interface ManifestScene {
  sceneId: string
  title: string
  startMs: number
  durationMs: number
  /** Where its music began in the loop, in samples: the next render keeps it. */
  anchor: number
  mood: string
  assets: Partial<Record<Slot | 'segment' | 'score', string>>
  engines: Partial<Record<Slot, EngineIdentity>>
  /** Slots that hold something else than the engine asked for, with the reason. */
  fallbacks: { slot: Slot; reason: string }[]
}

/** One asset that went into a film, or the film itself: how it was made and what came out. */
export interface ManifestAsset {
  fingerprint: string
  /** SHA-256 of the bytes. */
  digest: string
  bytes: number
  mediaType: string
  recipe: Recipe
}

/**
 * Everything that made a film: with the storyboard and the recipes it can be made again, and with the digests it can be
 * said whether it came out the same. Version 1 had no `assets`.
 */
export interface Manifest {
  version: 1 | 2
  title: string
  language: string
  revision: number
  fingerprint: string
  ffmpeg: string
  durationMs: number
  width: number
  height: number
  scenes: ManifestScene[]
  storyboard: Storyboard
  /** The film, and all that its recipe names, down to pictures and voices. */
  assets?: ManifestAsset[]
}

/** What a manifest tells of an asset. */
export const manifestAsset = (asset: ManifestAsset): ManifestAsset => ({
  fingerprint: asset.fingerprint,
  digest: asset.digest,
  bytes: asset.bytes,
  mediaType: asset.mediaType,
  recipe: asset.recipe,
})

const SLOT_ORDER: readonly Slot[] = ['frame', 'clip', 'narration']

export interface MadeOf {
  plan: Plan
  known: Knowledge
  /** The film and what went into it. */
  assets: readonly ManifestAsset[]
}

export function manifestOf(board: Storyboard, revision: number, of: MadeOf): Manifest {
  const { plan: made, known, assets: used } = of
  return {
    version: 2,
    title: board.title,
    language: board.language,
    revision,
    fingerprint: made.film.fingerprint ?? '',
    ffmpeg: known.ffmpeg,
    durationMs: made.durationMs ?? 0,
    width: board.settings.film.width,
    height: board.settings.film.height,
    scenes: made.scenes.map((scene) => {
      const slots = made.board.find((s) => s.sceneId === scene.sceneId)?.slots
      const assets: ManifestScene['assets'] = {}
      const engines: ManifestScene['engines'] = {}
      const fallbacks: ManifestScene['fallbacks'] = []
      for (const slot of SLOT_ORDER) {
        const planned = slots?.[slot]
        if (!planned?.chosen) continue
        assets[slot] = planned.chosen
        const recipe = known.assets.get(planned.chosen)?.recipe
        if (recipe) engines[slot] = recipe.engine
        if (planned.fallback) fallbacks.push({ slot, reason: planned.fallback.message })
      }
      if (scene.segment.fingerprint) assets.segment = scene.segment.fingerprint
      if (scene.score) assets.score = scene.score
      return {
        sceneId: scene.sceneId,
        title: scene.title,
        startMs: Math.round(msOfPackets(scene.timing.startPacket)),
        durationMs: Math.round(msOfPackets(scene.timing.packets)),
        anchor: scene.anchor,
        mood: scene.mood,
        assets,
        engines,
        fallbacks,
      }
    }),
    storyboard: board,
    assets: used.map(manifestAsset),
  }
}
