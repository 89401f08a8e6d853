import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { checkPicture } from '@/lib/asset/check-picture'
import { isStudioError } from '@/lib/base/errors'
import type { BundleAsset } from '@/lib/bundle/schema'
import { probeMedia } from '@/lib/media/probe'
import { LIMITS } from '@/lib/storyboard/schema'
import { readPictureHead } from '@/lib/upload/picture-head'
import { refuseBundle } from '../refusal'
import type { ArrivalRefusal } from '../schema'

/** Facts that plans and captions read; a take of another studio brings them along. */
const narrationFacts = z.looseObject({
  durationMs: z.number().min(0),
  words: z
    .array(z.object({ offset: z.int().min(0), length: z.int().min(0), startMs: z.number().min(0) }))
    .max(LIMITS.narrationChars)
    .optional(),
})

/** What readers of media say of a file says nothing of the project that it came in. */
const isRefused = (error: unknown): boolean =>
  isStudioError(error) && (error.details as Partial<ArrivalRefusal> | undefined)?.problem === 'bundle'

/** Containers round, and sound may end a packet after the picture. */
const SLACK_MS = 100

/** Looks into an unpacked asset with the readers that its kind is allowed. Throws `bad_media`. */
export async function probeAsset(asset: BundleAsset, filePath: string, signal: AbortSignal): Promise<void> {
  const { recipe, facts, key } = asset
  try {
    if (recipe.kind === 'frame') return await probePicture(filePath)
    if (recipe.kind === 'poster') {
      const head = readPictureHead(await readFile(filePath), 'jpg')
      if (!head?.isWhole || head.width > LIMITS.maxSide) throw refuseBundle(`${key} is no whole picture`)
      return
    }
    if (recipe.kind === 'narration') narrationFacts.parse(facts)
    const isSound = recipe.kind === 'narration' || recipe.kind === 'score'
    const media = await probeMedia(filePath, { demuxer: isSound ? 'wav' : 'mov', signal })
    const { video, audio, durationMs } = media
    if (
      isSound
        ? !audio || video !== null
        : !video || video.width > LIMITS.maxSide || video.height > LIMITS.maxSide
    )
      throw refuseBundle(`${key} is no ${recipe.kind}`)
    const told = facts.durationMs
    if (typeof told === 'number' && Math.abs(told - durationMs) > SLACK_MS) {
      throw refuseBundle(`${key} lasts ${Math.round(durationMs)} ms and not ${told}`)
    }
  } catch (error) {
    const isOurs = isStudioError(error) && error.code !== 'bad_media' && error.code !== 'engine_failed'
    if (isOurs || isRefused(error)) throw error
    throw refuseBundle(`${key} does not open as a ${recipe.kind}`, error)
  }
}

async function probePicture(filePath: string): Promise<void> {
  const head = readPictureHead(await readFile(filePath), 'png')
  if (!head?.isWhole || Math.max(head.width, head.height) > LIMITS.maxSide) {
    throw refuseBundle('a picture that is not whole or too large')
  }
  await checkPicture(filePath, { width: head.width, height: head.height })
}
