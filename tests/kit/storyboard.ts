import { DRAFT_ENGINES } from '@/lib/engine/draft/identities'
import { FRAME_SETTINGS, type Scene, type Storyboard } from '@/lib/storyboard/schema'

let count = 0

/** A whole scene; only what the test is about has to be said. */
export function aScene(changes: Partial<Scene> = {}): Scene {
  count += 1
  return {
    id: `scene-${count}`,
    title: 'The lamp',
    prompt: 'a lighthouse on the coast at night',
    negativePrompt: '',
    narration: 'The keeper lit the lamp.',
    bgm: 'calm, soft piano',
    cast: [],
    camera: 'push-in',
    transition: { kind: 'dissolve', durationMs: 500 },
    durationMs: null,
    voice: null,
    speed: null,
    engines: {},
    seeds: { frame: 10 * count, clip: 10 * count + 1, narration: 10 * count + 2 },
    ownSeed: false,
    pins: {},
    ...changes,
  }
}

export function aStoryboard(changes: Partial<Storyboard> = {}): Storyboard {
  return {
    version: 1,
    title: 'The Lamp',
    language: 'en',
    cast: [],
    settings: {
      film: { width: 320, height: 180 },
      frame: { ...FRAME_SETTINGS, width: 320, height: 180 },
      clip: { fps: null },
      style: { id: 'paper-cut', prompt: 'paper-cut' },
      voice: { id: 'default', speed: 1 },
      music: { on: true, seed: 7 },
      subtitles: true,
      engines: { ...DRAFT_ENGINES },
    },
    scenes: [aScene(), aScene()],
    ...changes,
  }
}
