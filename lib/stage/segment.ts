import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { keepAsset } from '@/lib/asset/store'
import { makeSegment } from '@/lib/media/segment'
import { msOfFrames } from '@/lib/media/sound/clock'
import { partRecipe, type SegmentPart, segmentParamsOf } from '@/lib/plan/segment'
import type { StageContext, StageHandler } from './contract'
import { fetchAsset, needAsset } from './inputs'

/** Subtitle fonts come with the studio: the system's own would differ from machine to machine. */
const FONTS = fileURLToPath(new URL('../../public/fonts/film', import.meta.url))

export const fitSegment: StageHandler = (task, context) => cutSegment(task.recipe, context)

/** Fits a clip to its scene's length; head and tail, the seams' handles, are kept beside the body. */
export async function cutSegment(segment: Recipe, context: StageContext): Promise<void> {
  const params = segmentParamsOf(segment)
  const clip = await needAsset(segment.inputs.clip)
  const cwd = path.join(context.folder, 'segment')
  await mkdir(cwd)
  const made = await makeSegment({
    ...params,
    clip: await fetchAsset(clip, context.folder, 'input.mp4'),
    clipFrames: Number(clip.facts.frames),
    clipFps: Number(clip.facts.fps),
    fontsFolder: FONTS,
    cwd,
    signal: context.signal,
    onFrame: (frame) => context.onProgress({ ratio: frame / params.frames }),
  })
  const frames: Record<SegmentPart, number> = {
    head: params.seamIn,
    body: params.frames - params.seamIn - params.seamOut,
    tail: params.seamOut,
  }
  // The body comes last: where it is kept, its handles are too.
  for (const part of ['head', 'tail', 'body'] as const) {
    const filePath = made[part]
    if (!filePath) continue
    const recipe = partRecipe(segment, part)
    await keepAsset({
      recipe,
      fingerprint: fingerprintOf(recipe),
      filePath,
      extension: 'mp4',
      mediaType: 'video/mp4',
      facts: { frames: frames[part], durationMs: msOfFrames(frames[part]) },
    })
  }
}
