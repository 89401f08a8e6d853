import type { Recipe } from '@/lib/asset/recipe'
import type { ErrorShape } from '@/lib/base/errors'
import type { WordTime } from '@/lib/engine/contract'
import type { EngineIdentity, Slot } from '@/lib/storyboard/schema'

/** What the plan needs to know of an asset that exists. */
export interface KnownAsset {
  fingerprint: string
  recipe: Recipe
  /** `durationMs` and `words` of a narration; whatever else the engine told. */
  facts: { durationMs?: number; words?: WordTime[] } & Record<string, unknown>
}

/** Everything outside the storyboard that a plan depends on. Plain data: it crosses to the browser as it is. */
export interface Knowledge {
  /** Assets that exist, by fingerprint. One that is absent is missing. */
  assets: ReadonlyMap<string, KnownAsset>
  /** Fingerprints of a scene's takes for a slot, oldest first. */
  takes: ReadonlyMap<string, readonly string[]>
  /** Fingerprints that failed for good for the target in question. */
  failures: ReadonlyMap<string, ErrorShape>
  /** Engines whose clips have a length of their own. */
  fixedLength: ReadonlySet<EngineIdentity>
  /** The ffmpeg build of this render. */
  ffmpeg: string
  /** Where each scene's music began in the project's last film, in samples; empty before the first one. */
  anchors: Readonly<Record<string, number>>
}

export const takeKey = (sceneId: string, slot: Slot): string => `${sceneId}/${slot}`

/** The engines that are built in: what a scene falls back to when a better one fails for good. */
export const DRAFT_ENGINES: Record<Slot, EngineIdentity> = {
  frame: 'draft/painter@1',
  clip: 'draft/camera@1',
  narration: 'draft/voice@1',
}
