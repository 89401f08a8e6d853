import type { Recipe } from '@/lib/asset/recipe'
import { msOfPackets } from '@/lib/media/sound/clock'
import type { AssetKind } from '@/lib/storage/key'
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

/** Of the format: the newest that this studio reads and writes. */
export const MANIFEST_VERSION = 2

/**
 * Everything that made a film: with the storyboard and the recipes it can be made again, and with the digests it can be
 * said whether it came out the same. Version 1 had no `assets`.
 */
export interface Manifest {
  version: 1 | typeof MANIFEST_VERSION
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

/** What a manifest says of one thing that went into its film. */
export interface ManifestEntry {
  fingerprint: string
  kind: AssetKind
  engine: string
  /** Null in a manifest of version 1. */
  digest: string | null
}

/** All that a manifest names, once. */
export function entriesOf({ assets, ...manifest }: Manifest): ManifestEntry[] {
  if (assets) {
    return assets.map(({ fingerprint, digest, recipe: { kind, engine } }) => ({
      fingerprint,
      kind,
      engine,
      digest,
    }))
  }
  const { fingerprint, ffmpeg, scenes, storyboard } = manifest
  const entries: ManifestEntry[] = [{ fingerprint, kind: 'film', engine: ffmpeg, digest: null }]
  for (const scene of scenes) {
    const engines: Partial<Record<string, string>> = {
      ...scene.engines,
      segment: ffmpeg,
      score: storyboard.settings.engines.score,
    }
    for (const [kind, named] of Object.entries(scene.assets)) {
      if (entries.some((entry) => entry.fingerprint === named)) continue
      entries.push({
        fingerprint: named,
        kind: kind as AssetKind,
        engine: engines[kind] ?? '',
        digest: null,
      })
    }
  }
  return entries
}

/**
 * The manifest of a film that was made again: it was asked for in the same way, though its takes are pinned now, and what
 * stood in for an engine that failed still does. The same film has the same manifest.
 */
export function manifestAgain(made: Manifest, first: Manifest): Manifest {
  const sceneOf = new Map(first.scenes.map((scene) => [scene.sceneId, scene]))
  return {
    ...made,
    revision: first.revision,
    scenes: made.scenes.map((scene) => {
      const { assets, fallbacks = [] } = sceneOf.get(scene.sceneId) ?? {}
      return {
        ...scene,
        fallbacks: fallbacks.filter(({ slot }) => assets?.[slot] === scene.assets[slot]),
      }
    }),
    storyboard: {
      ...made.storyboard,
      scenes: made.storyboard.scenes.map((scene, i) => ({
        ...scene,
        pins: first.storyboard.scenes[i]?.pins ?? scene.pins,
      })),
    },
  }
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
    version: MANIFEST_VERSION,
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
