import { canonicalJson } from '@/lib/asset/fingerprint'
import type { Json } from '@/lib/asset/recipe'
import { keepTake, type Take } from '@/lib/asset/takes'
import { StudioError } from '@/lib/base/errors'
import { lockProject } from '@/lib/production/store'
import type { StoryBrief } from '@/lib/storyboard/brief'
import type { Storyboard } from '@/lib/storyboard/schema'
import { getRevision, writeRevision } from '@/lib/storyboard/store'
import { inTransaction } from '@/lib/task/store'
import { insertProject } from '../store'

/** Assets that become takes of scenes together with the change that pins them. */
export type NewTakes = Omit<Take, 'createdAt' | 'projectId'>[]

const CLIENT = 'api'

/** The newest storyboard. Throws `conflict` while it is not written. */
export async function changeBoard(
  projectId: string,
  change: (board: Storyboard) => Storyboard,
  takes: NewTakes = [],
): Promise<void> {
  await inTransaction(async (tx) => {
    const { revision } = await lockProject(tx, projectId)
    if (revision === 0) {
      throw new StudioError(
        'conflict',
        'The storyboard of this project is not written yet. Wait for its task.',
      )
    }
    const { storyboard } = await getRevision(projectId, revision, tx)
    const changed = change(storyboard)
    for (const take of takes) await keepTake(tx, { ...take, projectId })
    // A call that changes nothing leaves nothing to undo.
    if (canonicalJson(changed as Json) === canonicalJson(storyboard as Json)) return
    await writeRevision(tx, projectId, { storyboard: changed, operation: null, client: CLIENT })
  })
}

/** A hidden project whose storyboard is there from the start. */
export async function insertBoard(board: Storyboard, brief: StoryBrief, takes: NewTakes): Promise<string> {
  const project = await insertProject({ title: board.title, brief, hidden: true })
  await inTransaction(async (tx) => {
    await lockProject(tx, project.id)
    await writeRevision(tx, project.id, { storyboard: board, operation: null, client: CLIENT })
    for (const take of takes) await keepTake(tx, { ...take, projectId: project.id })
  })
  return project.id
}
