/** Storyboards as they come after much editing, with what was made of them: any number of them, the same each time. */
import type { ErrorShape } from '@/lib/base/errors'
import { randomFrom } from '@/lib/engine/draft/painter/random'
import { type Knowledge, type KnownAsset, takeKey } from '@/lib/plan/knowledge'
import { type Plan, plan } from '@/lib/plan/plan'
import { CAMERA_MOVES, type Scene, SLOTS, type Storyboard, TRANSITIONS } from '@/lib/storyboard/schema'
import { aScene, aStoryboard } from './storyboard'

const LINES = [
  '',
  'The fox woke.',
  'A storm came in from the sea, and the waves climbed the rocks like grey horses; nobody slept that night.',
  '小狐狸捡到了一颗从天上掉下来的星星。',
  '“回家吧，”她说。Then she was gone… 🦊',
  'One. Two? Three! Four: five; six — seven.',
]
const WORDS = ['a fox', 'a lighthouse at night', '', 'snowy forest, moonlight', '赛博朋克城市']
const FIXED = 'remote/video@1'

export interface RandomCase {
  board: Storyboard
  known: Knowledge
}

/** The same number gives the same storyboard. */
export function randomStoryboard(number: number): RandomCase {
  const random = randomFrom(number * 7_919 + 1)
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const cast = ['Mei', 'Tomas', 'Ada'].slice(0, below(4)).map((name) => ({
    id: name.toLowerCase(),
    name,
    aliases: [],
    description: pick(WORDS),
    anchor: null,
  }))
  const scene = (i: number): Scene =>
    aScene({
      id: `scene-${i}`,
      title: pick(['', 'A title', '标题']),
      prompt: pick(WORDS),
      negativePrompt: random() < 0.2 ? 'text' : '',
      narration: pick(LINES),
      bgm: pick(['calm', '紧张', 'epic drums', '']),
      cast: cast.filter(() => random() < 0.5).map((member) => member.id),
      camera: pick(CAMERA_MOVES),
      transition: { kind: pick(TRANSITIONS), durationMs: below(21) * 100 },
      durationMs: random() < 0.3 ? 200 + below(12_000) : null,
      voice: random() < 0.2 ? 'en-gb' : null,
      speed: random() < 0.2 ? 1.5 : null,
      engines: random() < 0.2 ? { clip: FIXED } : {},
      seeds: { frame: below(9), clip: below(9), narration: below(9) },
      pins: {},
    })
  const base = aStoryboard()
  const board: Storyboard = {
    ...base,
    language: pick(['en', 'zh', 'ja']),
    cast,
    settings: {
      ...base.settings,
      subtitles: random() < 0.7,
      music: { on: random() < 0.7, seed: below(5) },
      voice: { id: 'default', speed: pick([0.8, 1, 1.25]) },
    },
    scenes: Array.from({ length: 1 + below(24) }, (_, i) => scene(i)),
  }
  const known = makeSome(board, random)
  return { board: editSome(board, known, random), known }
}

interface World extends Knowledge {
  assets: Map<string, KnownAsset>
  takes: Map<string, string[]>
  failures: Map<string, ErrorShape>
  anchors: Record<string, number>
}

/** Makes much of what is missing, as runners would, fails at some, and leaves some. */
function makeSome(board: Storyboard, random: () => number): World {
  const known: World = {
    assets: new Map(),
    takes: new Map(),
    failures: new Map(),
    fixedLength: new Set([FIXED]),
    reference: new Set(),
    ffmpeg: 'ffmpeg/random',
    anchors: {},
  }
  for (let round = 0; round < 4; round++) {
    const made: Plan = plan(board, known)
    for (const [i, scene] of made.board.entries()) {
      for (const slot of SLOTS) {
        const { recipe, fingerprint, state } = scene.slots[slot]
        if (state !== 'missing' || !recipe || !fingerprint || random() < 0.15) continue
        if (random() < 0.05) {
          known.failures.set(fingerprint, { code: 'engine_failed', message: 'failed' })
          continue
        }
        const facts = slot === 'narration' ? { durationMs: 600 + Math.floor(random() * 9_000) } : {}
        known.assets.set(fingerprint, { fingerprint, recipe, facts })
        const key = takeKey(board.scenes[i]?.id ?? '', slot)
        known.takes.set(key, [...(known.takes.get(key) ?? []), fingerprint])
      }
    }
    for (const work of [...made.scores, ...made.scenes.map((part) => part.segment), made.film]) {
      if (work.state !== 'missing' || !work.recipe || !work.fingerprint || random() < 0.3) continue
      known.assets.set(work.fingerprint, { fingerprint: work.fingerprint, recipe: work.recipe, facts: {} })
    }
  }
  for (const scene of board.scenes) if (random() < 0.4) known.anchors[scene.id] = Math.floor(random() * 1e6)
  return known
}

/** What was made goes stale here and there, and takes are chosen, some of which nobody has. */
function editSome(board: Storyboard, known: World, random: () => number): Storyboard {
  const scenes = board.scenes.map((scene): Scene => {
    const dice = random()
    if (dice < 0.15) return { ...scene, prompt: `${scene.prompt}, changed` }
    if (dice < 0.3) return { ...scene, narration: `${scene.narration} More.` }
    if (dice < 0.4) {
      const frame = known.takes.get(takeKey(scene.id, 'frame'))?.[0] ?? 'f'.repeat(64)
      return { ...scene, pins: { frame }, seeds: { ...scene.seeds, frame: 99 } }
    }
    return scene
  })
  return { ...board, scenes }
}

/** The plan once everything is made that a film stands on. How long a line lasts follows from its recipe. */
export function planUntilFilm(board: Storyboard, known: Knowledge): Plan {
  const assets = new Map(known.assets)
  const world: Knowledge = { ...known, assets, failures: new Map() }
  for (;;) {
    const made = plan(board, world)
    const slots = made.board.flatMap((scene) => SLOTS.map((slot) => scene.slots[slot]))
    const missing = [...slots, ...made.scores].filter((work) => work.state === 'missing' && work.recipe)
    if (missing.length === 0) return made
    for (const { recipe, fingerprint } of missing) {
      if (!recipe || !fingerprint) continue
      const durationMs = 600 + (Number.parseInt(fingerprint.slice(0, 6), 16) % 9_000)
      assets.set(fingerprint, {
        fingerprint,
        recipe,
        facts: recipe.kind === 'narration' ? { durationMs } : {},
      })
    }
  }
}
