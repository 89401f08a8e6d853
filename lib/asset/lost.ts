/** Lost: assets whose bytes a disk has lost or spoilt, which their rows cannot know before somebody looks. */
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { db } from '@/lib/base/db'
import { isStudioError, StudioError } from '@/lib/base/errors'
import { storage } from '@/lib/storage/storage'
import { type Asset, assetOf, findAssets } from './store'

/** `spoilt`: there are bytes, and not those that were kept. */
export type Condition = 'whole' | 'gone' | 'spoilt'

export interface Inspected {
  asset: Asset
  condition: Condition
}

/** SHA-256 of the bytes as they lie in storage now; null where there are none. */
export async function storedDigest(key: string): Promise<string | null> {
  if (!(await storage().has(key))) return null
  const hash = createHash('sha256')
  await pipeline((await storage().open(key)).stream, hash)
  return hash.digest('hex')
}

export async function conditionOf({ key, digest }: Asset): Promise<Condition> {
  const stored = await storedDigest(key)
  if (stored === null) return 'gone'
  return stored === digest ? 'whole' : 'spoilt'
}

/** Reads the bytes of these assets and of all that ffmpeg made of them. Changes nothing. */
export async function inspectAssets(fingerprints: readonly string[]): Promise<Map<string, Inspected>> {
  const inspected = new Map<string, Inspected>()
  for (let next = [...fingerprints]; next.length > 0; ) {
    const rows = await db().asset.findMany({ where: { fingerprint: { in: next } } })
    for (const row of rows) {
      const asset = assetOf(row)
      inspected.set(asset.fingerprint, { asset, condition: await conditionOf(asset) })
    }
    next = (await listMadeFrom(next)).filter((fingerprint) => !inspected.has(fingerprint))
  }
  return inspected
}

/** Cuts and their ends, seams, sound units, posters: no manifest names all of them, and a film is made of them. */
async function listMadeFrom(inputs: readonly string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ fingerprint: string }[]>`
    select fingerprint from asset
    where kind in ('segment', 'seam', 'unit', 'poster') and exists (
      select 1 from jsonb_each_text(recipe->'inputs') input where input.value = any(${inputs}::text[]))`
  return rows.map((row) => row.fingerprint)
}

/**
 * Says in the rows what was found. Takes and films go on holding an asset that is lost, and the next plan that wants it
 * has it made again. One that was made anew since it was inspected stays as it is.
 */
export async function settleConditions(inspected: Iterable<Inspected>): Promise<void> {
  for (const { asset, condition } of inspected) {
    const { fingerprint, createdAt } = asset
    const lost = condition !== 'whole'
    await db().asset.updateMany({ where: { fingerprint, createdAt, lost: !lost }, data: { lost } })
  }
}

/** Many at once: a bucket answers one after the other slowly. */
const ASKED_TOGETHER = 32

/** Asks of each whether there is a file, reads none of them, and says in the rows which are gone. */
export async function noteGone(fingerprints: readonly string[]): Promise<void> {
  const assets = [...(await findAssets(fingerprints)).values()]
  for (let i = 0; i < assets.length; i += ASKED_TOGETHER) {
    const asked = assets.slice(i, i + ASKED_TOGETHER)
    const isHere = await Promise.all(asked.map(({ key }) => storage().has(key)))
    const gone = asked.filter((_, j) => !isHere[j])
    await settleConditions(gone.map((asset) => ({ asset, condition: 'gone' })))
  }
}

interface LostDetails {
  lost: { fingerprint: string; createdAt: Date }
}

/** Work came upon an asset without bytes. Its row says so from now on, so the next plan has it made again. */
export async function lostError(asset: Asset): Promise<StudioError> {
  await settleConditions([{ asset, condition: 'gone' }])
  const { fingerprint, createdAt } = asset
  return new StudioError('not_found', `the file of ${fingerprint} is gone`, {
    userMessage: 'A file that this is made from is no longer in the data folder. Try again: it is made anew.',
    details: { lost: { fingerprint, createdAt } } satisfies LostDetails,
  })
}

/** When the asset that work came upon without bytes was made; null for any other error. */
export function lostSince(error: unknown): Date | null {
  if (!isStudioError(error) || error.code !== 'not_found') return null
  return (error.details as Partial<LostDetails> | undefined)?.lost?.createdAt ?? null
}
