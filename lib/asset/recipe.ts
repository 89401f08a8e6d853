/**
 * Recipe: JSON with everything that decides an asset's bytes and nothing else: no id, name, date or position.
 * Parameters at their default are left out by the builders (`lib/plan`). Free of Node.
 */
import type { AssetKind } from '@/lib/storage/key'

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

export interface Recipe {
  kind: AssetKind
  /** Engine identity (`draft/painter@1`), or the ffmpeg build for what ffmpeg alone makes. */
  engine: string
  seed?: number
  params: Record<string, Json>
  /** Role to fingerprint: `{ frame: 'ab12…' }`. */
  inputs: Record<string, string>
}
