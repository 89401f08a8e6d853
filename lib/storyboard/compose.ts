import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { StoryBrief } from './brief'
import { type Scene, STORYBOARD_VERSION, type Storyboard, type WrittenMember } from './schema'

/** A storyboard as an engine writes it: what it says of the story, without ids, seeds and settings. */
export interface WrittenStoryboard {
  title: string
  language: string
  cast: WrittenMember[]
  scenes: (Pick<Scene, 'title' | 'prompt' | 'narration' | 'bgm' | 'camera' | 'transition'> & {
    cast: string[]
  })[]
}

/** 32 bits out of any words: the same words always give the same seed. */
export function seedOf(...words: (string | number)[]): number {
  const digest = sha256(utf8ToBytes(words.join('\u0000')))
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0)
}

/** Default seeds depend on the story and the scene's ordinal when it is made, so that films can be repeated. */
export function seedsOf(root: string, ordinal: number): Scene['seeds'] {
  const seed = (slot: string) => seedOf(root, ordinal, slot)
  return { frame: seed('frame'), clip: seed('clip'), narration: seed('narration') }
}

export function composeStoryboard(written: WrittenStoryboard, brief: StoryBrief): Storyboard {
  const root = brief.seed === null ? brief.story : String(brief.seed)
  const lengthOf = (scene: WrittenStoryboard['scenes'][number]): Scene['transition'] =>
    brief.transitionMs === null || scene.transition.kind === 'cut'
      ? scene.transition
      : { ...scene.transition, durationMs: brief.transitionMs }
  return {
    version: STORYBOARD_VERSION,
    title: brief.title || written.title,
    language: written.language,
    cast: written.cast.map((member) => ({ ...member, anchor: null })),
    settings: {
      ...brief.settings,
      frame: { ...brief.settings.frame, seed: seedOf(root, 'frame') },
      music: { ...brief.settings.music, seed: seedOf(root, 'music') },
    },
    scenes: written.scenes.map((scene, i) => ({
      ...scene,
      transition: lengthOf(scene),
      id: `scene-${i + 1}`,
      negativePrompt: '',
      durationMs: null,
      voice: null,
      speed: null,
      engines: {},
      seeds: seedsOf(root, i),
      ownSeed: false,
      pins: {},
    })),
  }
}
