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

interface Seam {
  recipe: Recipe
  fingerprint: string
  frames: number
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
  let done = wanted.length - missing.length
  const work = missing.values()
  // Each worker takes the next one: ffmpeg encodes a seam on one core.
  await Promise.all(
    Array.from({ length: env.cpuSlots }, async () => {
      for (const seam of work) {
        context.signal.throwIfAborted()
        known.set(seam.fingerprint, await renderSeam(seam, segments, context))
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
  return { recipe, fingerprint: fingerprintOf(recipe), frames: scene.seam }
}

async function renderSeam(
  seam: Seam,
  segments: ReadonlyMap<string, Asset>,
  context: StageContext,
): Promise<Asset> {
  const { tail = '', head = '' } = seam.recipe.inputs
  const handles = await needAssets([tail, head])
  const cwd = path.join(context.folder, seam.fingerprint)
  await mkdir(cwd, { recursive: true })
  const bring = (fingerprint: string, name: string) =>
    fetchAsset(handles.get(fingerprint) as Asset, context.folder, `${seam.fingerprint}-${name}.mp4`)
  const [anySegment] = segments.values()
  const filePath = await makeSeam({
    kind: seam.recipe.params.transition as SeamKind,
    tail: await bring(tail, 'tail'),
    head: await bring(head, 'head'),
    frames: seam.frames,
    size: segmentParamsOf((anySegment as Asset).recipe).size,
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
