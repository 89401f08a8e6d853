/** What a language model is asked for a scene, and what of its answer is believed. */
import { jsonrepair } from 'jsonrepair'
import { z } from 'zod'
import type { DraftScene } from '@/lib/engine/contract'
import { moodOf } from '@/lib/storyboard/mood'
import { CAMERA_MOVES, MOODS, type WrittenMember } from '@/lib/storyboard/schema'

/** Flat and small: half a billion parameters lose their way in anything nested. */
export const sceneAnswerSchema = z.object({
  title: z.string().min(1).max(400),
  picture: z.string().min(1).max(2_000),
  mood: z.enum(MOODS),
  camera: z.enum(CAMERA_MOVES),
})
export type SceneAnswer = z.infer<typeof sceneAnswerSchema>

/** JSON Schema of the answer; the lengths are checked here, since few grammars know them. */
export const SCENE_FORMAT: Record<string, unknown> = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    picture: { type: 'string' },
    mood: { type: 'string', enum: [...MOODS] },
    camera: { type: 'string', enum: [...CAMERA_MOVES] },
  },
  required: ['title', 'picture', 'mood', 'camera'],
}

const MOST_TITLE = 60
const MOST_WORDS = 60
const LEAST_WORDS = 4

/** Null when nothing usable can be read, also after a repair. */
export function readAnswer(text: string): SceneAnswer | null {
  // Some models think aloud first, or put a fence around what they say.
  const said = text.replace(/<think>[\s\S]*?(<\/think>|$)/g, '')
  const [json = ''] = /\{[\s\S]*/.exec(said) ?? []
  for (const read of [JSON.parse, (broken: string) => JSON.parse(jsonrepair(broken))]) {
    try {
      return sceneAnswerSchema.parse(read(json.replace(/```[\s\S]*$/, '')))
    } catch {}
  }
  return null
}

export interface Checked {
  scene: DraftScene
  /** Why the answer is not believed; empty when it is. */
  problem: string
}

/** The draft's scene with what the model wrote for it; the draft's own words wherever the model's are not sound. */
export function checkAnswer(answer: SceneAnswer, draft: DraftScene, cast: readonly WrittenMember[]): Checked {
  const picture = tidy(answer.picture)
  const problem = pictureProblem(picture, draft, cast)
  if (problem !== '') return { scene: draft, problem }
  const title = tidy(answer.title)
  const isTitle = title !== '' && title.length <= MOST_TITLE && isHan(title) === isHan(draft.narration)
  return {
    problem: '',
    scene: {
      ...draft,
      prompt: picture,
      title: isTitle ? title : draft.title,
      // Another mood takes the draft's instruments with it; the same one leaves its hint as it is.
      bgm: moodOf(draft.bgm) === answer.mood ? draft.bgm : answer.mood,
      camera: answer.camera,
    },
  }
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^["'“”《]+|["'“”》.]+$/g, '')
    .trim()
}

function pictureProblem(picture: string, draft: DraftScene, cast: readonly WrittenMember[]): string {
  const words = picture.match(/[A-Za-z][A-Za-z'-]*/g) ?? []
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(picture)) return 'not in English'
  if (words.length < LEAST_WORDS) return 'too short'
  if (words.length > MOST_WORDS) return 'too long'
  const stranger = inventedName(picture, draft, cast)
  if (stranger) return `an invented name: ${stranger}`
  // It was shown the draft's picture: one that shares nothing with it is of another story.
  const own = new Set(contentWords(draft.prompt))
  return contentWords(picture).some((word) => own.has(word)) ? '' : 'of something else'
}

/** A capital inside a sentence is a name; those of the cast and of the story itself are welcome. */
function inventedName(
  picture: string,
  draft: DraftScene,
  cast: readonly WrittenMember[],
): string | undefined {
  const known = [draft.narration, draft.prompt, ...cast.flatMap(({ name, aliases }) => [name, ...aliases])]
    .join(' ')
    .toLowerCase()
  return [...picture.matchAll(/(?<=[a-z,;] )[A-Z][a-z]{2,}/g)]
    .map(([name]) => name)
    .find((name) => !known.includes(name.toLowerCase()))
}

const FRAMING =
  /^(?:wide|medium|close|detail|side|view|shot|with|from|into|over|under|and|the|light|soft|warm|cold|dark|bright|scene|picture)$/

const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
    .map((word) => word.replace(/(?:ies|es|s)$/, ''))
    .filter((word) => !FRAMING.test(word))
