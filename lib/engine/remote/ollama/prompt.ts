/** What a small model is told. Concrete, short, and shown twice: it copies shapes far better than it follows rules. */
import type { DraftScene } from '@/lib/engine/contract'
import { moodOf } from '@/lib/storyboard/mood'
import type { WrittenMember } from '@/lib/storyboard/schema'
import type { ChatMessage } from './question'
import type { SceneAnswer } from './scene-answer'

const SYSTEM = [
  'You direct a film, one shot at a time. Answer with JSON only.',
  'title: 2 to 5 words, in the language of the text.',
  'picture: one English sentence that says what the camera sees: who, what they do, where, time of day, light. Call people by the nouns given. No names, no style words, nothing that the text does not tell.',
  'mood: the music. camera: how the camera moves.',
].join('\n')

const SHOWN: [user: string, answer: SceneAnswer][] = [
  [
    'text: The fox waited at the edge of the frozen pond until the moon came up.\npeople: fox\ndraft: wide shot of a fox waiting, by a frozen pond, at night, in winter, moonlight',
    {
      title: 'The frozen pond',
      picture:
        'a fox sitting still at the edge of a frozen pond on a winter night, a full moon rising behind bare trees, blue moonlight on the ice',
      mood: 'mysterious',
      camera: 'push-in',
    },
  ],
  [
    'text: 老木匠推开窗,看见孙女在院子里放风筝。\npeople: old carpenter, little girl\ndraft: medium shot of the old carpenter opening a window, and the little girl, in a courtyard, by day',
    {
      title: '窗外的风筝',
      picture:
        'an old carpenter leaning out of an open wooden window, watching a little girl fly a kite in a sunny courtyard, warm morning light',
      mood: 'tender',
      camera: 'still',
    },
  ],
]

export const SHOWN_PICTURES: readonly string[] = SHOWN.map(([, { picture }]) => picture)

/** Words beyond this do not change the shot, and a long scene must leave room for the answer. */
const MOST_TEXT = 900

export function messagesFor(scene: DraftScene, cast: readonly WrittenMember[]): ChatMessage[] {
  const seen = cast.filter(({ id }) => scene.cast.includes(id))
  const people = seen.map(({ description, name }) => description.split(',')[0]?.trim() || name)
  const ask = [
    `text: ${scene.narration.slice(0, MOST_TEXT) || scene.title}`,
    `people: ${people.join(', ') || 'nobody'}`,
    `draft: ${scene.prompt}`,
    `the music so far: ${moodOf(scene.bgm)}; the camera so far: ${scene.camera}`,
  ].join('\n')
  return [
    { role: 'system', content: SYSTEM },
    ...SHOWN.flatMap(([user, answer]): ChatMessage[] => [
      { role: 'user', content: user },
      { role: 'assistant', content: JSON.stringify(answer) },
    ]),
    { role: 'user', content: ask },
  ]
}
