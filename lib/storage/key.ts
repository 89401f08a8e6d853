/** Storage keys: `frames/ab/{fingerprint}.png`. Chosen here, from what an asset is; nothing from a story enters one. */
import { invalidInput } from '@/lib/base/errors'

const FOLDERS = {
  storyboard: 'storyboards',
  frame: 'frames',
  clip: 'clips',
  narration: 'audio',
  score: 'audio',
  unit: 'audio',
  segment: 'segments',
  seam: 'segments',
  film: 'final',
  poster: 'final',
  export: 'exports',
} as const

export type AssetKind = keyof typeof FOLDERS
export const ASSET_KINDS = Object.keys(FOLDERS) as AssetKind[]

const KEY =
  /^(storyboards|frames|clips|audio|segments|final|exports)\/([0-9a-f]{2})\/\2[0-9a-f]{62}(\.[a-z0-9]{1,8}){1,2}$/

/** `extension` without its first dot: `png`, `mp4`, `manifest.json`. Throws `invalid_input` for anything odd. */
export function storageKey(kind: AssetKind, fingerprint: string, extension: string): string {
  return checkedKey(`${FOLDERS[kind]}/${fingerprint.slice(0, 2)}/${fingerprint}.${extension}`)
}

/** A key never leads out of the storage folder, wherever it came from. */
export function checkedKey(key: string): string {
  if (!KEY.test(key))
    throw invalidInput([{ field: 'key', expected: 'a storage key such as frames/ab/….png' }])
  return key
}
