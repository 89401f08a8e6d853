import path from 'node:path'
import type { Recipe } from '@/lib/asset/recipe'
import { findAssets, keepAsset } from '@/lib/asset/store'
import type { BundleAsset } from '@/lib/bundle/schema'
import type { Manifest } from '@/lib/plan/manifest'
import { storage } from '@/lib/storage/storage'
import type { Storyboard } from '@/lib/storyboard/schema'
import { needRoom } from '@/lib/upload/receive'
import { inTurn } from '@/lib/upload/turns'
import { type BundleDocuments, readDocuments } from './documents'
import { probeAsset } from './probe'
import { type OpenBundle, openBundle } from './read'
import { refuseBundle } from './refusal'
import { insertArrived } from './store'

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
 * Makes a project of a bundle. Everything is unpacked and checked before anything is kept; what is here already stays
 * as it is. Throws `bad_media` saying what is wrong, `disk_full`, `cancelled`; then nothing was changed.
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

/**
 * Takes in those of a bundle's assets that are asked for, without a project. Answers its manifest, as it stands there.
 * Throws as `unpackBundle` does.
 */
export async function takeAssets(
  filePath: string,
  options: UnpackOptions,
  isWanted: (asset: BundleAsset) => boolean,
): Promise<Manifest | null> {
  const bundle = await openBundle(filePath)
  try {
    const { assets, manifest } = await readDocuments(bundle)
    await keepAll(await unpackMissing(bundle, assets.filter(isWanted), options))
    return manifest
  } finally {
    bundle.close()
  }
}

async function keepAll(unpacked: readonly { asset: BundleAsset; file: string }[]): Promise<void> {
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
): Promise<{ asset: BundleAsset; file: string }[]> {
  const known = await findAssets(assets.map((asset) => asset.fingerprint))
  const wanted: BundleAsset[] = []
  for (const asset of assets) {
    const own = known.get(asset.fingerprint)
    if (!own || !(await storage().has(own.key))) wanted.push(asset)
  }
  await needRoom(wanted.reduce((sum, asset) => sum + asset.bytes, 0))
  const unpacked: { asset: BundleAsset; file: string }[] = []
  for (const [i, asset] of wanted.entries()) {
    const file = path.join(folder, 'unpacked', String(i))
    if ((await bundle.unpack(asset.key, file, signal)) !== asset.digest) {
      throw refuseBundle(`${asset.key} is not what its digest says`)
    }
    await probeAsset(asset, file, signal)
    unpacked.push({ asset, file })
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
