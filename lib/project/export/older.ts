import { sameJson } from '@/lib/base/same'
import type { Storyboard } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import { findNewestPrint, getProject } from '../store'
import type { Exported, Older } from './schema'

/**
 * Tells what of an export is not the project's newest. A storyboard that was changed and changed back is the same one: by
 * its number alone a file that would be made again just so would stay "older" for ever.
 */
export async function readNewest(
  projectId: string,
): Promise<(what: Pick<Exported, 'film' | 'revision'>) => Promise<Older | null>> {
  const { revision: newest } = await getProject(projectId)
  const print = await findNewestPrint(projectId)
  const boards = new Map<number, Promise<Storyboard>>()
  const storyboard = (revision: number): Promise<Storyboard> => {
    const board = boards.get(revision) ?? getRevision(projectId, revision).then((read) => read.storyboard)
    boards.set(revision, board)
    return board
  }
  return async ({ film, revision }) => {
    if (revision !== null && revision !== newest) {
      if (!sameJson(await storyboard(revision), await storyboard(newest))) return 'storyboard'
    }
    return film !== null && film !== print ? 'film' : null
  }
}
