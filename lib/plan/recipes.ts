/**
 * One builder per kind of asset. The same builder makes the recipe that is stored and the one that is compared, so a
 * difference is always a real one. A recipe holds everything that changes the bytes and nothing else: no id, no name
 * of a project, no date. Parameters at their default are left out, so that a parameter added later changes nothing old.
 */
import type { Json, Recipe } from '@/lib/asset/recipe'
import type {
  ClipRequest,
  FrameRequest,
  NarrationRequest,
  PromptParts,
  ScoreRequest,
  StoryboardRequest,
} from '@/lib/engine/contract'
import type { StoryBrief } from '@/lib/storyboard/brief'
import { seedOf } from '@/lib/storyboard/compose'
import {
  type CameraMove,
  type CastMember,
  type EngineIdentity,
  type Mood,
  REFERENCE_STRENGTH,
  type Scene,
  type Settings,
  type Storyboard,
} from '@/lib/storyboard/schema'

type Params = Record<string, Json>

/** Leaves out what is null, empty, or at its default. */
function lean(params: Record<string, Json | null>, defaults: Params = {}): Params {
  const kept: Params = {}
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === '' || value === defaults[key]) continue
    if (Array.isArray(value) && value.length === 0) continue
    kept[key] = value
  }
  return kept
}

/** The storyboard of a story as it was asked for. */
export function storyboardRecipe(brief: StoryBrief): Recipe {
  const { story, language, sceneCount, settings } = brief
  return {
    kind: 'storyboard',
    engine: settings.engines.storyboard,
    seed: brief.seed ?? seedOf(story),
    params: lean({ story, language, sceneCount, style: settings.style.prompt }),
    inputs: {},
  }
}

export const engineOf = (
  scene: Scene,
  slot: 'frame' | 'clip' | 'narration',
  settings: Settings,
): EngineIdentity => scene.engines[slot] ?? settings.engines[slot]

export function promptParts(scene: Scene, cast: readonly CastMember[], settings: Settings): PromptParts {
  const seen = cast.filter((member) => scene.cast.includes(member.id))
  return {
    scene: scene.prompt,
    cast: seen.map(({ name, description }) => ({ name, description })),
    style: settings.style.prompt,
    negative: scene.negativePrompt,
  }
}

/** The seed of a scene's picture: its own, or the film's one. */
export const frameSeedOf = (scene: Scene, { frame }: Pick<Settings, 'frame'>): number =>
  frame.seedPolicy === 'fixed' && !scene.ownSeed ? frame.seed : scene.seeds.frame

/** `reference`: the fingerprint of the picture it starts from, for engines that can. */
export function frameRecipe(
  board: Storyboard,
  scene: Scene,
  engine: EngineIdentity,
  reference: string | null = null,
): Recipe {
  const { settings } = board
  const parts = promptParts(scene, board.cast, settings)
  const { width, height, steps, guidance, referenceStrength } = settings.frame
  return {
    kind: 'frame',
    engine,
    seed: frameSeedOf(scene, settings),
    params: lean(
      {
        prompt: parts.scene,
        cast: parts.cast.map((member) => ({ ...member })),
        style: parts.style,
        negativePrompt: parts.negative,
        width,
        height,
        steps,
        guidance,
        strength: reference === null ? null : referenceStrength,
      },
      { strength: REFERENCE_STRENGTH },
    ),
    inputs: reference === null ? {} : { reference },
  }
}

/** How far a frame's recipe may go from its reference. */
export const referenceStrengthOf = (recipe: Recipe): number =>
  number(recipe.params.strength) ?? REFERENCE_STRENGTH

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const number = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null)

/** The request that a frame's recipe stands for, without the picture it starts from, which the stage fetches. */
export function frameRequestOf(recipe: Recipe): FrameRequest {
  const cast = Array.isArray(recipe.params.cast) ? recipe.params.cast : []
  return {
    prompt: {
      scene: text(recipe.params.prompt),
      cast: cast.map((entry) => {
        const member = entry as Params
        return { name: text(member.name), description: text(member.description) }
      }),
      style: text(recipe.params.style),
      negative: text(recipe.params.negativePrompt),
    },
    width: number(recipe.params.width) ?? 0,
    height: number(recipe.params.height) ?? 0,
    steps: number(recipe.params.steps),
    guidance: number(recipe.params.guidance),
    seed: recipe.seed ?? 0,
  }
}

/** Null when nothing is to be said. */
export function narrationRecipe(board: Storyboard, scene: Scene, engine: EngineIdentity): Recipe | null {
  if (scene.narration.trim() === '') return null
  return {
    kind: 'narration',
    engine,
    seed: scene.seeds.narration,
    params: lean(
      {
        text: scene.narration.normalize('NFC'),
        language: board.language,
        voice: scene.voice ?? board.settings.voice.id,
        speed: scene.speed ?? board.settings.voice.speed,
      },
      { voice: 'default', speed: 1 },
    ),
    inputs: {},
  }
}

export function narrationRequestOf(recipe: Recipe): NarrationRequest {
  return {
    text: text(recipe.params.text),
    language: text(recipe.params.language),
    voice: text(recipe.params.voice) || 'default',
    speed: number(recipe.params.speed) ?? 1,
    seed: recipe.seed ?? 0,
  }
}

export interface ClipInputs {
  frame: string
  /** Only for engines that make any length; null for those of a fixed one. */
  frames: number | null
}

export function clipRecipe(
  board: Storyboard,
  scene: Scene,
  engine: EngineIdentity,
  input: ClipInputs,
): Recipe {
  const { film, clip } = board.settings
  return {
    kind: 'clip',
    engine,
    seed: scene.seeds.clip,
    params: lean({
      camera: scene.camera,
      width: film.width,
      height: film.height,
      frames: input.frames,
      fps: input.frames === null ? clip.fps : null,
    }),
    inputs: { frame: input.frame },
  }
}

/** About 48 s: long enough not to be noticed as a loop, short enough to be made in a second or two. */
const SCORE_PACKETS = 2250

export function scoreRecipe(engine: EngineIdentity, mood: Mood, seed: number): Recipe {
  return { kind: 'score', engine, seed, params: { mood, packets: SCORE_PACKETS }, inputs: {} }
}

export function scoreRequestOf(recipe: Recipe): ScoreRequest {
  return {
    mood: text(recipe.params.mood) as Mood,
    seed: recipe.seed ?? 0,
    packets: number(recipe.params.packets) ?? SCORE_PACKETS,
  }
}

export function storyboardRequestOf(recipe: Recipe): StoryboardRequest {
  return {
    story: text(recipe.params.story),
    language: text(recipe.params.language) || null,
    sceneCount: number(recipe.params.sceneCount),
    style: text(recipe.params.style),
    seed: recipe.seed ?? 0,
  }
}

/** A clip's request without its picture, which the stage fetches. */
export function clipParamsOf(recipe: Recipe): Omit<ClipRequest, 'frame'> {
  return {
    camera: (text(recipe.params.camera) || 'still') as CameraMove,
    width: number(recipe.params.width) ?? 0,
    height: number(recipe.params.height) ?? 0,
    frames: number(recipe.params.frames) ?? 0,
    fps: number(recipe.params.fps),
    seed: recipe.seed ?? 0,
  }
}
