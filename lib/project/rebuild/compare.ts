import { storedDigest } from '@/lib/asset/lost'
import { findAssets } from '@/lib/asset/store'
import { entriesOf, type Manifest, type ManifestEntry } from '@/lib/plan/manifest'
import { isUpload } from '@/lib/plan/upload'

/**
 * `same`: made again, byte for byte. `kept`: it was here already, and its bytes are the manifest's. `own`: the writer's own
 * file, byte for byte. `different`: the same recipe gave other bytes now. `other`: it was here already, with other bytes.
 * `untold`: it is here, and the manifest has no digest to hold it against. `absent`: nothing was made of this recipe, as
 * with the films of another ffmpeg.
 */
export const LIKENESSES = ['same', 'kept', 'own', 'different', 'other', 'untold', 'absent'] as const
export type Likeness = (typeof LIKENESSES)[number]

export interface Comparison {
  fingerprint: string
  kind: string
  engine: string
  likeness: Likeness
}

/** Holds what is here against a manifest, by the bytes as they lie in storage now. `before`: what was here at first. */
export async function compareWith(manifest: Manifest, before: ReadonlySet<string>): Promise<Comparison[]> {
  const entries = entriesOf(manifest)
  const found = await findAssets(entries.map((entry) => entry.fingerprint))
  const compared: Comparison[] = []
  for (const entry of entries) {
    const { fingerprint, kind, engine } = entry
    const own = found.get(fingerprint)
    const stored = own ? await storedDigest(own.key) : null
    compared.push({ fingerprint, kind, engine, likeness: likenessOf(entry, stored, before.has(fingerprint)) })
  }
  return compared
}

function likenessOf(entry: ManifestEntry, stored: string | null, wasHere: boolean): Likeness {
  if (stored === null) return 'absent'
  if (entry.digest === null) return 'untold'
  if (stored !== entry.digest) return wasHere ? 'other' : 'different'
  if (isUpload(entry)) return 'own'
  return wasHere ? 'kept' : 'same'
}

/** Whether the film came out the same; null where a manifest without digests cannot say. */
export function isFilmSame(first: Manifest, made: Manifest, compared: readonly Comparison[]): boolean | null {
  if (made.fingerprint !== first.fingerprint) return false
  const likeness = compared.find((item) => item.fingerprint === first.fingerprint)?.likeness
  return likeness === 'untold' ? null : likeness === 'same' || likeness === 'kept'
}
