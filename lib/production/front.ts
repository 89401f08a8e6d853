import { inTransaction } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import { publish } from '@/lib/live/publish'
import { nextStep, raiseTarget, raiseWork } from '@/lib/task/line/store'
import { isFinal, type TaskStatus } from '@/lib/task/schema'
import { findTask, listWork, type TaskRow } from '@/lib/task/store'
import { lockProject } from './store'

/**
 * Puts a piece of work, or all that a target waits for now and later, before everything else that waits. What runs
 * stays. Throws `not_found`, and `conflict` when the task has ended.
 */
export async function moveToFront(id: string): Promise<TaskRow> {
  const row = await findTask(id)
  if (!row) throw new StudioError('not_found', `no task ${id}`, { userMessage: 'There is no such task.' })
  if (isFinal(row.status as TaskStatus)) {
    throw new StudioError('conflict', `task ${id} has ended`, {
      userMessage: 'This has ended already, so it waits no more.',
    })
  }
  return inTransaction(async (tx) => {
    // `produce` must not enqueue for the target in between, at the place it had.
    await lockProject(tx, row.projectId)
    const step = await nextStep(tx)
    const work = row.target ? await listWork(tx, id) : [row]
    if (row.target) await raiseTarget(tx, id, step)
    await raiseWork(
      tx,
      work.map((task) => task.id),
      step,
    )
    await publish(tx, { kind: 'queue' })
    return (await findTask(id, tx)) ?? row
  })
}
