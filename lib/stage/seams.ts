import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { type Asset, findAssets, keepAsset } from '@/lib/asset/store'
import { env } from '@/lib/base/env'
import { makeSeam } from '@/lib/media/seam'
import type { SeamKind } from '@/lib/media/seam-shape'
import { msOfFrames } from '@/lib/media/sound/clock'
import type { FilmSceneParams } from '@/lib/plan/film-recipe'
import { seamRecipe } from '@/lib/plan/joints'
import { partRecipe, segmentParamsOf } from '@/lib/plan/segment'
import type { StageContext } from './contract'
import { fetchAsset, needAssets } from './inputs'
import { cutSegment } from './segment'

interface Seam {
  recipe: Recipe
  fingerprint: string
  frames: number
  /** The segments before and after it. */
  sides: readonly [Asset, Asset]
}

/** One entry a scene: the seam to the next scene, or null where there is none. Those that are missing are made. */
export async function makeSeams(
  scenes: readonly FilmSceneParams[],
  segments: ReadonlyMap<string, Asset>,
  ffmpeg: string,
  context: StageContext,
  onSeam: (done: number, of: number) => void,
): Promise<(Asset | null)[]> {
  const seams = scenes.map((scene, i) => seamOf(scene, scenes[i + 1], segments, ffmpeg))
  const wanted = seams.filter((seam) => seam !== null)
  const known = await findAssets(wanted.map((seam) => seam.fingerprint))
  const missing = wanted.filter((seam) => !known.has(seam.fingerprint))
  await makeEnds(missing, context)
  let done = wanted.length - missing.length
  const work = missing.values()
  // Each worker takes the next one: ffmpeg encodes a seam on one core.
  await Promise.all(
    Array.from({ length: env.cpuSlots }, async () => {
      for (const seam of work) {
        context.signal.throwIfAborted()
        known.set(seam.fingerprint, await renderSeam(seam, context))
        done += 1
        onSeam(done, wanted.length)
      }
    }),
  )
  return seams.map((seam) => seam && (known.get(seam.fingerprint) ?? null))
}

function seamOf(
  scene: FilmSceneParams,
  next: FilmSceneParams | undefined,
  segments: ReadonlyMap<string, Asset>,
  ffmpeg: string,
): Seam | null {
  const left = segments.get(scene.segment)
  const right = next && segments.get(next.segment)
  if (scene.seam === 0 || !left || !right) return null
  const recipe = seamRecipe(ffmpeg, {
    transition: scene.transition,
    frames: scene.seam,
    tail: fingerprintOf(partRecipe(left.recipe, 'tail')),
    head: fingerprintOf(partRecipe(right.recipe, 'head')),
  })
  return { recipe, fingerprint: fingerprintOf(recipe), frames: scene.seam, sides: [left, right] }
}

/** A segment may be here without its ends: the cache was trimmed, or it came in a project's file. It is cut again. */
async function makeEnds(seams: readonly Seam[], context: StageContext): Promise<void> {
  const known = await findAssets(seams.flatMap(({ recipe }) => Object.values(recipe.inputs)))
  const cut = new Set<string>()
  for (const { recipe, sides } of seams) {
    const ends = [recipe.inputs.tail, recipe.inputs.head]
    for (const [i, segment] of sides.entries()) {
      if (known.has(ends[i] ?? '') || cut.has(segment.fingerprint)) continue
      cut.add(segment.fingerprint)
      const folder = path.join(context.folder, `again-${segment.fingerprint}`)
      await mkdir(folder)
      await cutSegment(segment.recipe, { ...context, folder, onProgress: () => undefined })
    }
  }
}

async function renderSeam(seam: Seam, context: StageContext): Promise<Asset> {
  const { tail = '', head = '' } = seam.recipe.inputs
  const handles = await needAssets([tail, head])
  const cwd = path.join(context.folder, seam.fingerprint)
  await mkdir(cwd, { recursive: true })
  const bring = (fingerprint: string, name: string) =>
    fetchAsset(handles.get(fingerprint) as Asset, context.folder, `${seam.fingerprint}-${name}.mp4`)
  const filePath = await makeSeam({
    kind: seam.recipe.params.transition as SeamKind,
    tail: await bring(tail, 'tail'),
    head: await bring(head, 'head'),
    frames: seam.frames,
    size: segmentParamsOf(seam.sides[0].recipe).size,
    cwd,
    signal: context.signal,
  })
  return keepAsset({
    recipe: seam.recipe,
    fingerprint: seam.fingerprint,
    filePath,
    extension: 'mp4',
    mediaType: 'video/mp4',
    facts: { frames: seam.frames, durationMs: msOfFrames(seam.frames) },
  })
}
