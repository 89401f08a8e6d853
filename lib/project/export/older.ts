import { sameJson } from '@/lib/base/same'
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
  const storyboard = async (revision: number) => (await getRevision(projectId, revision)).storyboard
  return async ({ film, revision }) => {
    if (revision !== null && revision !== newest) {
      if (!sameJson(await storyboard(revision), await storyboard(newest))) return 'storyboard'
    }
    return film !== null && film !== print ? 'film' : null
  }
}
