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
  /** Fingerprints of a scene's takes for a slot, oldest first; by `takeKey`. */
  takes: ReadonlyMap<string, readonly string[]>
  /** Fingerprints that failed for good for the target in question. */
  failures: ReadonlyMap<string, ErrorShape>
  /** Engines whose clips have a length of their own. */
  fixedLength: ReadonlySet<EngineIdentity>
  /** Engines whose pictures can start from another picture. */
  reference: ReadonlySet<EngineIdentity>
  /** The ffmpeg build of this render. */
  ffmpeg: string
  /** Where each scene's music began in the project's last film, in samples; empty before the first one. */
  anchors: Readonly<Record<string, number>>
}

/** Enough for recipes that are given: what failed, and nothing of a project. */
export const bareKnowledge = (assets: Knowledge['assets'], failures: Knowledge['failures']): Knowledge => ({
  assets,
  failures,
  takes: new Map(),
  fixedLength: new Set(),
  reference: new Set(),
  ffmpeg: '',
  anchors: {},
})

export const takeKey = (sceneId: string, slot: Slot): string => `${sceneId}/${slot}`

/** What a plan depends on as JSON, the way it travels to the page. */
export interface KnowledgeJson {
  assets: KnownAsset[]
  takes: [key: string, fingerprints: string[]][]
  failures: [fingerprint: string, error: ErrorShape][]
  fixedLength: EngineIdentity[]
  reference: EngineIdentity[]
  ffmpeg: string
  anchors: Record<string, number>
}

/** Only what a plan depends on: whatever else an asset's row holds stays behind. */
export const jsonOfKnowledge = (known: Knowledge): KnowledgeJson => ({
  assets: [...known.assets.values()].map(({ fingerprint, recipe, facts }) => ({
    fingerprint,
    recipe,
    facts,
  })),
  takes: [...known.takes].map(([key, fingerprints]) => [key, [...fingerprints]]),
  failures: [...known.failures],
  fixedLength: [...known.fixedLength],
  reference: [...known.reference],
  ffmpeg: known.ffmpeg,
  anchors: { ...known.anchors },
})

export const knowledgeOf = (json: KnowledgeJson): Knowledge => ({
  assets: new Map(json.assets.map((asset) => [asset.fingerprint, asset])),
  takes: new Map(json.takes),
  failures: new Map(json.failures),
  fixedLength: new Set(json.fixedLength),
  reference: new Set(json.reference),
  ffmpeg: json.ffmpeg,
  anchors: json.anchors,
})
