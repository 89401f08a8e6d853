import path from 'node:path'
import { conditionOf, type Inspected, settleConditions } from '@/lib/asset/lost'
import type { Recipe } from '@/lib/asset/recipe'
import { findAssets, keepAsset } from '@/lib/asset/store'
import type { BundleAsset } from '@/lib/bundle/schema'
import type { Manifest } from '@/lib/plan/manifest'
import type { Storyboard } from '@/lib/storyboard/schema'
import { needRoom } from '@/lib/upload/receive'
import { inTurn } from '@/lib/upload/turns'
import { refuseBundle } from '../refusal'
import { insertArrived } from '../store'
import { type BundleDocuments, readDocuments } from './documents'
import { probeAsset } from './probe'
import { type OpenBundle, openBundle } from './read'

export interface UnpackOptions {
  /** Of the upload's own: everything is unpacked below it. */
  folder: string
  signal: AbortSignal
  hidden?: boolean
}

export interface Unpacked {
  projectId: string
  /** Assets that were not here before. */
  kept: number
  documents: BundleDocuments
}

/**
 * Makes a project of a bundle. Everything is unpacked and checked before anything is kept; what is here already, whole,
 * stays as it is. Throws `bad_media` saying what is wrong, `disk_full`, `cancelled`; then nothing was changed.
 */
export async function unpackBundle(filePath: string, options: UnpackOptions): Promise<Unpacked> {
  const bundle = await openBundle(filePath)
  try {
    const documents = await readDocuments(bundle)
    const missing = await inTurn(options.signal, () => unpackMissing(bundle, documents.assets, options))
    await keepAll(missing)
    const { project, takes, manifest } = documents
    const projectId = await insertArrived({
      title: project.title || project.storyboard.title,
      brief: project.brief,
      storyboard: withStandIns(project.storyboard, project.standIns),
      takes,
      manifest,
      hidden: options.hidden,
    })
    return { projectId, kept: missing.length, documents }
  } finally {
    bundle.close()
  }
}

/** The manifest of a bundle's film, as it stands there; null where there is none. Throws `bad_media`. */
export async function manifestIn(filePath: string): Promise<Manifest | null> {
  const bundle = await openBundle(filePath)
  try {
    return (await readDocuments(bundle)).manifest
  } finally {
    bundle.close()
  }
}

/** Takes in those of a bundle's assets that are asked for, without a project. Throws as `unpackBundle` does. */
export async function takeAssets(
  filePath: string,
  options: UnpackOptions,
  isWanted: (asset: BundleAsset) => boolean,
): Promise<void> {
  const bundle = await openBundle(filePath)
  try {
    const { assets } = await readDocuments(bundle)
    await keepAll(await unpackMissing(bundle, assets.filter(isWanted), options))
  } finally {
    bundle.close()
  }
}

interface UnpackedAsset {
  asset: BundleAsset
  file: string
  /** The row of one that is here no more, or spoilt. */
  lost: Inspected | undefined
}

async function keepAll(unpacked: readonly UnpackedAsset[]): Promise<void> {
  await settleConditions(unpacked.flatMap(({ lost }) => lost ?? []))
  for (const { asset, file } of unpacked) {
    await keepAsset({
      recipe: asset.recipe as Recipe,
      fingerprint: asset.fingerprint,
      filePath: file,
      extension: path.extname(asset.key).slice(1),
      mediaType: asset.mediaType,
      facts: asset.facts,
    })
  }
}

async function unpackMissing(
  bundle: OpenBundle,
  assets: readonly BundleAsset[],
  { folder, signal }: UnpackOptions,
): Promise<UnpackedAsset[]> {
  const known = await findAssets(assets.map((asset) => asset.fingerprint))
  const wanted: Omit<UnpackedAsset, 'file'>[] = []
  for (const asset of assets) {
    const own = known.get(asset.fingerprint)
    const condition = own && (await conditionOf(own))
    if (condition === 'whole') continue
    wanted.push({ asset, lost: own && condition && { asset: own, condition } })
  }
  await needRoom(wanted.reduce((sum, { asset }) => sum + asset.bytes, 0))
  const unpacked: UnpackedAsset[] = []
  for (const [i, { asset, lost }] of wanted.entries()) {
    const file = path.join(folder, 'unpacked', String(i))
    if ((await bundle.unpack(asset.key, file, signal)) !== asset.digest) {
      throw refuseBundle(`${asset.key} is not what its digest says`)
    }
    await probeAsset(asset, file, signal)
    unpacked.push({ asset, file, lost })
  }
  return unpacked
}

function withStandIns(board: Storyboard, standIns: BundleDocuments['project']['standIns']): Storyboard {
  return {
    ...board,
    scenes: board.scenes.map((scene) => ({
      ...scene,
      pins: {
        ...scene.pins,
        ...Object.fromEntries(
          standIns
            .filter(({ sceneId }) => sceneId === scene.id)
            .map(({ slot, fingerprint }) => [slot, fingerprint]),
        ),
      },
    })),
  }
}
