import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { type Asset, findAssets, keepAsset } from '@/lib/asset/store'
import { msOfPackets } from '@/lib/media/sound/clock'
import { encodeUnit, type SoundUnit } from '@/lib/media/sound/encode'
import { type JoinedSound, joinUnits } from '@/lib/media/sound/join'
import { levelBed, type SoundMode, soundModeOf } from '@/lib/media/sound/level'
import type { SoundScene } from '@/lib/media/sound/scene'
import { readSpeech } from '@/lib/media/sound/speech'
import { runOf, type UnitSpan, unitSpans } from '@/lib/media/sound/unit'
import { readUnit, saveUnit } from '@/lib/media/sound/unit-file'
import { interleave, readWav } from '@/lib/media/sound/wav'
import type { FilmSceneParams } from '@/lib/plan/film-recipe'
import { unitRecipe } from '@/lib/plan/joints'
import type { StageContext } from './contract'
import { fetchAsset, needAssets } from './inputs'

/** The film's sound: units that exist are read, the others made, and all of them joined as packets. */
export async function makeSound(
  scenes: readonly FilmSceneParams[],
  ffmpeg: string,
  context: StageContext,
  onUnit: (done: number, of: number) => void,
): Promise<JoinedSound> {
  const speech = await needAssets(scenes.flatMap((scene) => scene.speech ?? []))
  const speechMs = scenes.reduce((sum, scene) => sum + spokenMs(speech.get(scene.speech ?? '')), 0)
  const filmMs = msOfPackets(scenes.reduce((sum, scene) => sum + scene.packets, 0))
  const mode = soundModeOf(speechMs, filmMs)
  const spans = unitSpans(scenes.map((scene) => scene.packets))
  const recipes = spans.map((span) => unitRecipe(ffmpeg, span, scenes, mode))
  const known = await findAssets(recipes.map(fingerprintOf))
  const sources = sourcesOf(scenes, speech, context)
  const units: SoundUnit[] = []
  for (const [i, span] of spans.entries()) {
    const recipe = recipes[i] as (typeof recipes)[number]
    const kept = known.get(fingerprintOf(recipe))
    units.push(kept ? await loadUnit(kept, context) : await makeUnit(recipe, span, mode, sources, context))
    onUnit(i + 1, spans.length)
  }
  return joinUnits(units)
}

/** A line that no voice could read is a pause, not speech. */
function spokenMs(line: Asset | undefined): number {
  return line && line.facts.unreadable !== true ? Number(line.facts.durationMs) : 0
}

async function loadUnit(asset: Asset, context: StageContext): Promise<SoundUnit> {
  return readUnit(await readFile(await fetchAsset(asset, context.folder, `${asset.fingerprint}.unit`)))
}

async function makeUnit(
  recipe: ReturnType<typeof unitRecipe>,
  span: UnitSpan,
  mode: SoundMode,
  sources: Sources,
  context: StageContext,
): Promise<SoundUnit> {
  const scenes = await sources.between(span.first, span.last)
  const local: UnitSpan = { ...span, first: 0, last: span.last - span.first }
  const unit = await encodeUnit(local, runOf(local, scenes, mode), context.signal)
  const fingerprint = fingerprintOf(recipe)
  const filePath = path.join(context.folder, `${fingerprint}.made`)
  await writeFile(filePath, saveUnit(unit))
  const durationMs = msOfPackets(span.to - span.from)
  await keepAsset({
    recipe,
    fingerprint,
    filePath,
    extension: 'unit',
    mediaType: 'application/octet-stream',
    facts: { durationMs },
  })
  return unit
}

interface Sources {
  /** Scenes `first` to `last` with their samples, read when they are first needed. */
  between(first: number, last: number): Promise<SoundScene[]>
}

function sourcesOf(
  scenes: readonly FilmSceneParams[],
  speech: ReadonlyMap<string, Asset>,
  context: StageContext,
): Sources {
  const loaded = new Map<number, Promise<SoundScene>>()
  const beds = new Map<string, Promise<Float32Array>>()
  const load = async (scene: FilmSceneParams): Promise<SoundScene> => {
    const line = scene.speech ? speech.get(scene.speech) : undefined
    return {
      packets: scene.packets,
      speech: line ? await speechOf(line, context) : null,
      speechStart: scene.speechStart,
      music: scene.score ? { bed: await bedOf(scene.score), anchor: scene.anchor } : null,
    }
  }
  const bedOf = (fingerprint: string): Promise<Float32Array> => {
    const bed = beds.get(fingerprint) ?? readBed(fingerprint, context)
    beds.set(fingerprint, bed)
    return bed
  }
  return {
    between(first, last) {
      // Only neighbours are needed again: a film of an hour does not lie in memory.
      for (const i of loaded.keys()) if (i < first - 1) loaded.delete(i)
      const run = scenes.slice(first, last + 1).map((scene, k) => {
        const sound = loaded.get(first + k) ?? load(scene)
        loaded.set(first + k, sound)
        return sound
      })
      return Promise.all(run)
    },
  }
}

async function speechOf(asset: Asset, context: StageContext): Promise<Float32Array> {
  return readSpeech(await readFile(await fetchAsset(asset, context.folder, `${asset.fingerprint}.wav`)))
}

async function readBed(fingerprint: string, context: StageContext): Promise<Float32Array> {
  const asset = (await needAssets([fingerprint])).get(fingerprint) as Asset
  const { channels } = readWav(await readFile(await fetchAsset(asset, context.folder, `${fingerprint}.wav`)))
  const [left, right = left] = channels
  return levelBed(interleave(left && right ? [left, right] : []))
}
