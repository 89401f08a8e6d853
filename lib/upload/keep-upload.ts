import path from 'node:path'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { type Asset, findAsset, keepAsset } from '@/lib/asset/store'
import { uploadRecipe } from '@/lib/plan/upload'
import { withUploadFolder } from '@/lib/storage/attempt'
import { storage } from '@/lib/storage/storage'
import type { Scene, Slot, Storyboard } from '@/lib/storyboard/schema'
import { fitClip } from './clip'
import { fitPicture } from './picture'
import { type IncomingFile, receiveFile } from './receive'
import { fitRecording } from './recording'
import { inTurn } from './turns'

export interface UploadPlace {
  board: Storyboard
  scene: Scene
  slot: Slot
}

interface Fitted {
  path: string
  facts: Record<string, unknown>
}

/** Of no use as a name of a stranger's: ffmpeg and the file system see only this one. */
const SOURCE = 'source'

const KEPT_AS: Record<Slot, { extension: string; mediaType: string }> = {
  frame: { extension: 'png', mediaType: 'image/png' },
  clip: { extension: 'mp4', mediaType: 'video/mp4' },
  narration: { extension: 'wav', mediaType: 'audio/wav' },
}

/**
 * Receives a file and keeps what it becomes; the same file for the same purpose is one asset and is fitted once. Throws
 * `too_large`, `bad_media` saying what is wrong with it, `disk_full`, `cancelled`; then nothing of it is left.
 */
export async function keepUpload(place: UploadPlace, incoming: IncomingFile): Promise<Asset> {
  const { board, scene, slot } = place
  const { signal } = incoming
  return await withUploadFolder(async (folder) => {
    const source = path.join(folder, SOURCE)
    const { digest } = await receiveFile(slot, incoming, source)
    const recipe = uploadRecipe(slot, digest, board, scene)
    const fingerprint = fingerprintOf(recipe)
    const known = await findAsset(fingerprint)
    if (known && (await storage().has(known.key))) return known
    return await inTurn(signal, async () => {
      const { path: filePath, facts } = await fitFile(place, folder, signal)
      return await keepAsset({ recipe, fingerprint, filePath, facts, ...KEPT_AS[slot] })
    })
  })
}

function fitFile({ board, scene, slot }: UploadPlace, folder: string, signal: AbortSignal): Promise<Fitted> {
  const upload = { folder, name: SOURCE, signal }
  const ways: Record<Slot, () => Promise<Fitted>> = {
    frame: () => fitPicture(path.join(folder, SOURCE), folder, signal),
    clip: () => fitClip(upload, board.settings.film),
    narration: () => fitRecording(upload, { text: scene.narration, language: board.language }),
  }
  return ways[slot]()
}
