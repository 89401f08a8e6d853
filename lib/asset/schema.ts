/** Assets and takes as pages and live events carry them. Free of Node. */
import type { Slot } from '@/lib/storyboard/schema'
import type { Recipe } from './recipe'

/** What a page needs to know of an asset: all that a plan and a strip of takes read. */
export interface AssetView {
  fingerprint: string
  recipe: Recipe
  facts: Record<string, unknown>
}

/** A take, newest last in every list. */
export interface TakeView {
  sceneId: string
  slot: Slot
  fingerprint: string
  /** The name of an uploaded file; empty for what an engine made. */
  label: string
  /** ISO 8601. */
  createdAt: string
}
