import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { DRAFT_ENGINES } from '@/lib/engine/draft/identities'
import { clipRecipe, frameRecipe, narrationRecipe, scoreRecipe } from '@/lib/plan/recipes'
import { uploadRecipe } from '@/lib/plan/upload'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { readManifest } from './manifest-file'

const DIGEST = 'd'.repeat(64)
const assetOf = (recipe: Recipe) => ({
  fingerprint: fingerprintOf(recipe),
  digest: DIGEST,
  bytes: 10,
  mediaType: 'video/mp4',
  recipe,
})

/** As the command writes it: of a scene that an engine drew, and one with the writer's own picture. */
function aManifest() {
  const [first, second] = [aScene(), aScene()]
  const board = aStoryboard({ scenes: [first, second] })
  const frames = [
    frameRecipe(board, first, DRAFT_ENGINES.frame),
    uploadRecipe('frame', DIGEST, board, second),
  ] as const
  const film: Recipe = { kind: 'film', engine: 'ffmpeg/4.1', params: {}, inputs: {} }
  const clip = (scene: typeof first, frame: Recipe) =>
    clipRecipe(board, scene, DRAFT_ENGINES.clip, { frame: fingerprintOf(frame), frames: 48 })
  const assets = [
    assetOf(film),
    assetOf(clip(first, frames[0])),
    assetOf(frames[0]),
    assetOf(clip(second, frames[1])),
    assetOf(frames[1]),
    assetOf(narrationRecipe(board, first, DRAFT_ENGINES.narration) as Recipe),
    assetOf(scoreRecipe(DRAFT_ENGINES.score, 'calm', 7)),
  ]
  const manifest = {
    version: 2,
    title: board.title,
    language: board.language,
    revision: 3,
    fingerprint: fingerprintOf(film),
    ffmpeg: 'ffmpeg/4.1',
    durationMs: 4_000,
    width: 320,
    height: 180,
    scenes: [first, second].map((scene, i) => ({
      sceneId: scene.id,
      title: scene.title,
      startMs: 2_000 * i,
      durationMs: 2_000,
      anchor: 96_000 * i,
      mood: 'calm',
      assets: { frame: assets[2 + 2 * i]?.fingerprint, clip: assets[1 + 2 * i]?.fingerprint },
      engines: { frame: frames[i]?.engine, clip: DRAFT_ENGINES.clip },
      fallbacks: [],
    })),
    storyboard: board,
    assets,
  }
  return JSON.parse(JSON.stringify(manifest))
}

// biome-ignore lint/suspicious/noExplicitAny: a stranger writes whatever it likes
type Anything = any
/** The recipe changed, and its fingerprint with it, as somebody would who knows how. */
function withRecipe(manifest: Anything, index: number, change: (recipe: Anything) => void): void {
  const asset = manifest.assets[index]
  change(asset.recipe)
  asset.fingerprint = fingerprintOf(asset.recipe)
}
const params = (index: number, name: string, value: unknown) => (manifest: Anything) =>
  withRecipe(manifest, index, (recipe) => {
    recipe.params[name] = value
  })

const refusalOf = (value: unknown): unknown => {
  try {
    readManifest(value)
  } catch (error) {
    return error
  }
  return null
}

describe('a manifest', () => {
  it('is read as it was written', () => {
    const manifest = aManifest()
    expect(readManifest(manifest)).toEqual(manifest)
  })

  it('of the first kind is read, too', () => {
    const { assets: _, ...manifest } = aManifest()
    expect(readManifest({ ...manifest, version: 1 })).toEqual({ ...manifest, version: 1 })
  })

  it.each<[string, (manifest: Anything) => void, RegExp]>([
    ['another version', (m) => (m.version = 3), /^version$/],
    ['no assets', (m) => delete m.assets, /^assets$/],
    ['assets in the first kind', (m) => (m.version = 1), /^assets$/],
    ['5,000 assets', (m) => (m.assets = Array(5_000).fill(m.assets[0])), /^assets$/],
    ['a film that it does not list', (m) => (m.fingerprint = DIGEST), /^fingerprint$/],
    ['a film that is a clip', (m) => (m.fingerprint = m.assets[1].fingerprint), /^fingerprint$/],
    ['an asset twice', (m) => m.assets.push(m.assets[1]), /^assets\.7$/],
    ['a digest that is none', (m) => (m.assets[2].digest = 'abc'), /^assets\.2\.digest$/],
    ['a fingerprint of another recipe', (m) => (m.assets[2].recipe.seed += 1), /^assets\.2\.fingerprint$/],
    ['a kind that nobody knows', (m) => (m.assets[2].recipe.kind = 'hologram'), /^assets\.2\.recipe\.kind$/],
    [
      'a kind that no film is made of',
      (m) => withRecipe(m, 2, (recipe) => (recipe.kind = 'storyboard')),
      /^assets\.2\.recipe\.kind$/,
    ],
    [
      'an engine that is none',
      (m) => withRecipe(m, 2, (recipe) => (recipe.engine = 'painter')),
      /^assets\.2\.recipe\.engine$/,
    ],
    ['a huge picture', params(2, 'width', 1_000_000), /^assets\.2\.recipe\.params\.width$/],
    ['a picture of no height', params(2, 'height', undefined), /^assets\.2\.recipe\.params\.height$/],
    ['an endless clip', params(1, 'frames', 1e15), /^assets\.1\.recipe\.params\.frames$/],
    ['half a frame', params(1, 'frames', 0.5), /^assets\.1\.recipe\.params\.frames$/],
    ['a camera that nobody has', params(1, 'camera', 'orbit'), /^assets\.1\.recipe\.params\.camera$/],
    ['an endless line', params(5, 'text', 'a'.repeat(100_001)), /^assets\.5\.recipe\.params\.text$/],
    ['a speed that nobody speaks', params(5, 'speed', 1e6), /^assets\.5\.recipe\.params\.speed$/],
    ['an endless score', params(6, 'packets', 1e12), /^assets\.6\.recipe\.params\.packets$/],
    ['a parameter of another studio', params(2, 'lora', 'x'), /^assets\.2\.recipe\.params$/],
    [
      'a seed that is too large',
      (m) => withRecipe(m, 2, (recipe) => (recipe.seed = 2 ** 40)),
      /^assets\.2\.recipe\.seed$/,
    ],
    [
      'a clip that moves over a line',
      (m) => withRecipe(m, 1, (recipe) => (recipe.inputs.frame = m.assets[5].fingerprint)),
      /^assets\.1\.recipe\.inputs\.frame$/,
    ],
    [
      'a clip of no frame',
      (m) => withRecipe(m, 1, (recipe) => delete recipe.inputs.frame),
      /^assets\.1\.recipe\.inputs\.frame$/,
    ],
    ['a scene of another storyboard', (m) => (m.scenes[1].sceneId = 'other'), /^scenes\.1\.sceneId$/],
    ['a scene twice', (m) => (m.scenes[1].sceneId = m.scenes[0].sceneId), /^scenes\.1\.sceneId$/],
    ['a scene without its assets', (m) => delete m.scenes[0].assets, /^scenes\.0\.assets$/],
    [
      'a clip in the place of a frame',
      (m) => (m.scenes[0].assets.frame = m.scenes[0].assets.clip),
      /^scenes\.0\.assets\.frame$/,
    ],
    ['an anchor before the music', (m) => (m.scenes[0].anchor = -1), /^scenes\.0\.anchor$/],
    ['no storyboard', (m) => delete m.storyboard, /^storyboard$/],
    [
      'a storyboard without seeds',
      (m) => delete m.storyboard.scenes[0].seeds,
      /^storyboard\.scenes\.0\.seeds$/,
    ],
    ['a storyboard without its settings', (m) => delete m.storyboard.settings, /^storyboard\.settings$/],
    ['a NUL', (m) => (m.storyboard.scenes[0].prompt = 'a\0b'), /^storyboard\.scenes\.0\.prompt$/],
    [
      'brackets without end',
      (m) => (m.more = JSON.parse('['.repeat(9_000) + ']'.repeat(9_000))),
      /^more(\.0)+$/,
    ],
  ])('with %s is refused, and the field is named', (_, change, field) => {
    const manifest = aManifest()
    change(manifest)
    expect(refusalOf(manifest)).toMatchObject({
      code: 'invalid_input',
      details: expect.arrayContaining([
        { field: expect.stringMatching(field), expected: expect.any(String) },
      ]),
    })
  })

  it.each([[{}], [null], [[]], ['a'], [1]])('is not what %j is', (value) => {
    expect(refusalOf(value)).toMatchObject({ code: 'invalid_input' })
  })

  it('with any one field taken out or turned into something else is read or refused by name, and nothing else', () => {
    const whole = aManifest()
    const places: string[][] = []
    const walk = (value: unknown, path: string[]): void => {
      if (path.length > 0) places.push(path)
      if (typeof value !== 'object' || value === null) return
      for (const [name, member] of Object.entries(value)) walk(member, [...path, name])
    }
    walk(whole, [])
    expect(places.length).toBeGreaterThan(200)
    for (const place of places) {
      for (const other of [undefined, null, -1, 1e300, '', {}, [], 'é'.repeat(300_000)]) {
        const manifest: Anything = structuredClone(whole)
        const owner = place.slice(0, -1).reduce((at, name) => at[name], manifest)
        owner[place.at(-1) as string] = other
        const refusal = refusalOf(manifest)
        if (refusal !== null) {
          expect(refusal, place.join('.')).toMatchObject({
            code: 'invalid_input',
            details: expect.arrayContaining([expect.objectContaining({ field: expect.any(String) })]),
          })
        }
      }
    }
  })
})
