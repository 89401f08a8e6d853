/** Take: what a writer does with the takes of a scene: bring one along, throw one away, bring it back. Free of Node. */
import type { AssetView, TakeView } from '@/lib/asset/schema'

/** An uploaded take with all that a page needs to show and choose it. */
export interface UploadedTake extends TakeView {
  /** Address under `/data/`. */
  url: string
  asset: AssetView
}
