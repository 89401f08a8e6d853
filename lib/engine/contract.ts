/**
 * Engine: something that makes one kind of asset. A stage handler knows only this contract; whether the engine draws
 * with a canvas in this process (draft) or calls a GPU service (remote) is the engine's own affair. Tests put a fake
 * behind the same contract.
 *
 * An engine writes files into `context.folder` only, reports progress, and stops within two seconds of
 * `context.signal`. It throws a StudioError: `engine_unavailable` (retry) when it cannot be reached, `engine_failed`
 * when the answer is useless. It never decides where bytes are kept.
 */
import type { CameraMove, EngineIdentity, Mood, Transition, WrittenMember } from '@/lib/storyboard/schema'

export type EngineKind = 'storyboard' | 'frame' | 'clip' | 'narration' | 'score'

export interface EngineProgress {
  /** 0 to 1. */
  ratio: number
  /** A small JPEG of the picture as it forms, under 4 kB, as a data URL. */
  preview?: string
}

export interface EngineContext {
  /** A folder of this attempt's own, removed afterwards. */
  folder: string
  signal: AbortSignal
  onProgress(progress: EngineProgress): void
}

export interface EngineHealth {
  state: 'ready' | 'loading' | 'unavailable'
  /** What is wrong and how to mend it; empty when ready. */
  message: string
  fix: string
}

/** What an engine takes; the pages offer only what works. */
export interface EngineAbilities {
  /** Frame and clip. */
  steps: { min: number; max: number; usual: number | null } | null
  guidance: boolean
  negativePrompt: boolean
  /** Img2img from a reference picture. */
  reference: boolean
  /** How many pictures one call makes together. */
  batch: number
  /** Narration. */
  speed: { min: number; max: number } | null
  /** Clip: frames and rate of its own. */
  clip: { frames: number; fps: number } | null
}

interface EngineBase {
  identity: EngineIdentity
  /** Which queue and group its tasks wait in; `lanes` tasks of a group run at once (1 when absent). */
  resource: { queue: 'cpu' | 'gpu' | 'quick'; group: string; lanes?: number }
  /** Names by which a caller may mean its model, such as `cosyvoice-mini`. */
  names?: readonly string[]
  /** What a remote engine takes; absent for a draft engine. */
  abilities?: EngineAbilities
  check(): Promise<EngineHealth>
}

// ---------------------------------------------------------------- storyboard

export interface StoryboardRequest {
  story: string
  /** BCP 47, or null: find it out. */
  language: string | null
  /** 1 to 200, or null: choose from the text. */
  sceneCount: number | null
  /** The style's prompt; the words may colour prompts, the narration stays the author's. */
  style: string
  seed: number
}

export interface DraftScene {
  title: string
  /** English words for the picture: subjects, place, time of day, weather, mood. Without cast looks and style. */
  prompt: string
  narration: string
  bgm: string
  camera: CameraMove
  transition: Transition
  /** Ids of the cast who are seen. */
  cast: string[]
}

export interface StoryboardDraft {
  title: string
  language: string
  cast: WrittenMember[]
  scenes: DraftScene[]
  /** Which rung wrote it (`draft writer`, `qwen2.5:0.5b`, ...) and, if a better one failed, why. */
  writtenBy: string
  warnings: string[]
}

export interface StoryboardEngine extends EngineBase {
  kind: 'storyboard'
  writeStoryboard(request: StoryboardRequest, context: EngineContext): Promise<StoryboardDraft>
}

// --------------------------------------------------------------------- frame

/** The picture's words, kept apart by where they come from so that "stale, and why" can name the field. */
export interface PromptParts {
  scene: string
  /** Who is seen, each with the same description in every scene. */
  cast: { name: string; description: string }[]
  style: string
  negative: string
}

export interface FrameRequest {
  prompt: PromptParts
  width: number
  height: number
  steps: number | null
  guidance: number | null
  seed: number
  /** Starts from this picture instead of noise (img2img), for engines with `abilities.reference`. */
  reference?: { path: string; strength: number } | null
}

export interface MadeFrame {
  /** A PNG in `context.folder`, exactly width x height. */
  path: string
  /** What was really used, for the asset row: `{ seed, model, device, ... }`. */
  facts: Record<string, unknown>
}

/** One picture of a batch: each has its own request, folder, progress and cancel, and is settled alone. */
export interface FrameOrder {
  request: FrameRequest
  context: EngineContext
  /** Called once, as soon as this picture is made or has failed. */
  settle(outcome: { made: MadeFrame } | { error: unknown }): void
}

export interface FrameEngine extends EngineBase {
  kind: 'frame'
  makeFrame(request: FrameRequest, context: EngineContext): Promise<MadeFrame>
  /** Several pictures in one call, for engines that are faster so. Settles every order, throws nothing. */
  batch?: { most: number; makeFrames(orders: readonly FrameOrder[]): Promise<void> }
}

// ---------------------------------------------------------------------- clip

export interface ClipRequest {
  frame: {
    /** The picture, readable for the length of the call. */
    path: string
    /** Its request when the draft painter drew it, so that a camera can move between its layers; else null. */
    painted: FrameRequest | null
  }
  camera: CameraMove
  width: number
  height: number
  /** Frames at 24 a second that the film wants. An engine of fixed length ignores it. */
  frames: number
  /** The own rate of an engine of fixed length. */
  fps: number | null
  seed: number
}

export interface MadeClip {
  /** An MP4 (H.264, yuv420p, no sound) in `context.folder`. */
  path: string
  facts: Record<string, unknown>
}

export interface ClipEngine extends EngineBase {
  kind: 'clip'
  /** `any`: makes exactly the frames asked for, so the frame count is in its recipe. `fixed`: it is not. */
  length: 'any' | 'fixed'
  makeClip(request: ClipRequest, context: EngineContext): Promise<MadeClip>
}

// ----------------------------------------------------------------- narration

/** A word or character run of the text and when it is spoken. */
export interface WordTime {
  /** UTF-16 offset and length in the narration text. */
  offset: number
  length: number
  startMs: number
}

export interface NarrationRequest {
  text: string
  /** BCP 47. */
  language: string
  voice: string
  /** 0.5 to 2; 1 is the voice's own pace. */
  speed: number
  seed: number
}

export interface MadeNarration {
  /** A PCM WAV in `context.folder`, mono or stereo, any rate. */
  path: string
  /** Empty when the engine has no marks; times are then estimated. */
  words: WordTime[]
  facts: Record<string, unknown>
  /** For example a voice that cannot read the script and was replaced. */
  warnings: string[]
}

export interface Voice {
  id: string
  /** In its own language: `English`, `普通话`. */
  name: string
  /** BCP 47 prefixes it can read; `*` for any. */
  languages: string[]
}

export interface NarrationEngine extends EngineBase {
  kind: 'narration'
  listVoices(): Promise<Voice[]>
  makeNarration(request: NarrationRequest, context: EngineContext): Promise<MadeNarration>
}

// --------------------------------------------------------------------- score

export interface ScoreRequest {
  mood: Mood
  seed: number
  /** Length of the loop in packets of 1024 samples at 48 kHz; the last bar leads back into the first. */
  packets: number
}

export interface MadeScore {
  /** 48 kHz stereo WAV, 32-bit float, of exactly the packets asked for; loops without a click. */
  path: string
  facts: Record<string, unknown>
}

export interface ScoreEngine extends EngineBase {
  kind: 'score'
  makeScore(request: ScoreRequest, context: EngineContext): Promise<MadeScore>
}

export type Engine = StoryboardEngine | FrameEngine | ClipEngine | NarrationEngine | ScoreEngine
