import { checkInput } from '@/lib/base/http-body'
import { LIMITS, type Storyboard, storyboardSchema } from '@/lib/storyboard/schema'
import { storyBriefOf } from '../brief'
import { insertArrived } from '../bundle/store'
import { briefSchema } from '../schema'
import { ownMedia } from './own-media'

/** A storyboard by itself, or inside a manifest or the `project.json` of a bundle. */
function boardIn(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null
  return isObject && 'storyboard' in value ? value.storyboard : value
}

/** A storyboard names media and holds none: what is here of them comes along, and the rest is made anew. */
export async function arriveStoryboard(value: unknown): Promise<string> {
  const { storyboard, takes } = await ownMedia(checkInput(storyboardSchema, boardIn(value)))
  return await insertArrived({
    title: storyboard.title,
    brief: await boardBrief(storyboard),
    storyboard,
    takes,
    manifest: null,
  })
}

/** The story of a film that has only a storyboard: what is told in it. */
export async function boardBrief(board: Storyboard) {
  const told = board.scenes.map((scene) => scene.narration || scene.title || scene.prompt).join('\n\n')
  const story = told.trim().slice(0, LIMITS.storyChars) || board.title || '—'
  const brief = await storyBriefOf(briefSchema.parse({ story, language: board.language }))
  return { ...brief, title: board.title, settings: board.settings }
}
