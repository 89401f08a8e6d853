import { problemOf } from '@/lib/storyboard/problem'
import { LIMITS, type Storyboard, storyboardSchema } from '@/lib/storyboard/schema'
import { storyBriefOf } from '../brief'
import { briefSchema } from '../schema'
import { ownMedia } from './own-media'
import { refuseContent } from './refusal'
import { insertArrived } from './store'
import { isNewer, isObject } from './version'

const MOST_FAULTS = 20

/**
 * The storyboard of a file: by itself, or inside a manifest or the `project.json` of a bundle. Throws `invalid_input`
 * saying whether it is one at all, of a newer studio, or what is wrong in it.
 */
export function readBoard(value: unknown): Storyboard {
  const board = isObject(value) && value.storyboard !== undefined ? value.storyboard : value
  if (isNewer(value)) {
    const expected =
      'must be of a version that this studio knows: it was made by a newer one. Update the studio'
    throw refuseContent([{ field: 'version', expected, problem: 'newer', value: '' }])
  }
  // Many a JSON has a version; only ours is a number.
  if (!isObject(board) || (board.scenes === undefined && typeof board.version !== 'number')) {
    const expected =
      'must be a storyboard or a manifest of the studio; a story is imported as text, Markdown or Word document'
    throw refuseContent([{ field: 'file', expected, problem: 'no_storyboard', value: '' }])
  }
  const parsed = storyboardSchema.safeParse(board)
  if (parsed.success) return parsed.data
  throw refuseContent(
    parsed.error.issues.slice(0, MOST_FAULTS).map((issue) => {
      const { kind, path, value } = problemOf(issue)
      return { field: path.join('.') || 'body', expected: issue.message, problem: kind, value }
    }),
  )
}

/** A storyboard names media and holds none: what is here of them comes along, and what is `missing` is made anew. */
export async function arriveStoryboard(value: unknown): Promise<{ projectId: string; missing: number }> {
  const { storyboard, takes, missing } = await ownMedia(readBoard(value))
  const projectId = await insertArrived({
    title: storyboard.title,
    brief: await boardBrief(storyboard),
    storyboard,
    takes,
    manifest: null,
  })
  return { projectId, missing }
}

/** The story of a film that has only a storyboard: what is told in it. */
export async function boardBrief(board: Storyboard) {
  const told = board.scenes.map((scene) => scene.narration || scene.title || scene.prompt).join('\n\n')
  const story = told.trim().slice(0, LIMITS.storyChars) || board.title || '—'
  const brief = await storyBriefOf(briefSchema.parse({ story, language: board.language }))
  return { ...brief, title: board.title, settings: board.settings }
}
