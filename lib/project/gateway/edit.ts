import { keepTake, type NewTake } from '@/lib/asset/takes'
import { inTransaction } from '@/lib/base/db'
import { lockProject } from '@/lib/production/store'
import { applyOperation } from '@/lib/storyboard/apply'
import type { StoryBrief } from '@/lib/storyboard/brief'
import { operationBetween } from '@/lib/storyboard/diff'
import type { Storyboard } from '@/lib/storyboard/schema'
import { writeRevision } from '@/lib/storyboard/store'
import { lockBoard } from '../edit'
import { insertProject } from '../store'

/** Assets that become takes of scenes together with the change that pins them. */
export type NewTakes = Omit<NewTake, 'projectId'>[]

const CLIENT = 'api'

/** The newest storyboard. Throws `conflict` while it is not written. */
export async function changeBoard(
  projectId: string,
  change: (board: Storyboard) => Storyboard,
  takes: NewTakes = [],
): Promise<void> {
  await inTransaction(async (tx) => {
    const { storyboard } = await lockBoard(tx, projectId)
    const operation = operationBetween(storyboard, change(storyboard), CLIENT)
    for (const take of takes) await keepTake(tx, { ...take, projectId })
    // A call that changes nothing leaves nothing to undo.
    if (operation === null) return
    const applied = applyOperation(storyboard, operation)
    await writeRevision(tx, projectId, { ...applied, operation, client: CLIENT })
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
