import { invalidInput } from '@/lib/base/errors'
import type { StoryboardDraft, StoryboardRequest } from '@/lib/engine/contract'
import { LIMITS } from '@/lib/storyboard/schema'
import { detectLanguage } from './language'
import { narrationOf } from './narration'
import { splitSentences } from './sentences'
import { breakDown } from './shots'
import { cleanStory } from './story'

/** The storyboard of a story, the same for the same request. Throws `invalid_input` when there is nothing to tell. */
export function writeStoryboard(request: StoryboardRequest): StoryboardDraft {
  const story = cleanStory(request.story)
  if (story === '') throw invalidInput([{ field: 'story', expected: 'some text' }])
  if (story.length > LIMITS.storyChars) {
    throw invalidInput([{ field: 'story', expected: `at most ${LIMITS.storyChars} characters` }])
  }
  const language = request.language ?? detectLanguage(story)
  const { sentences, shots } = breakDown(splitSentences(story), request.sceneCount, (all) => all.map(() => 0))
  return {
    title: sentences[0]?.text.slice(0, 40) ?? '',
    language,
    cast: [],
    scenes: shots.map((shot, i) => ({
      title: `${i + 1}`,
      prompt: 'wide shot of an open landscape, soft light',
      narration: narrationOf(story, sentences, shot),
      bgm: 'calm, soft piano',
      camera: i % 2 === 0 ? 'push-in' : 'pan-right',
      transition:
        i === shots.length - 1 ? { kind: 'fade', durationMs: 800 } : { kind: 'dissolve', durationMs: 500 },
      cast: [],
    })),
    writtenBy: 'draft writer',
    warnings: [],
  }
}
