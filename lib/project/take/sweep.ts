import { listDiscarded, removeTake, restoreTake } from '@/lib/asset/takes'
import { inTransaction } from '@/lib/base/db'
import { lockProject } from '@/lib/production/store'
import { isChosen } from './chosen'

/**
 * Removes takes thrown away before a moment, so that their assets can be swept. One that an undo has chosen again since
 * is what its film uses: it comes back. Answers how many went.
 */
export async function removeOldTakes(before: Date): Promise<number> {
  let removed = 0
  for (const take of await listDiscarded({ before })) {
    await inTransaction(async (tx) => {
      const project = await lockProject(tx, take.projectId)
      if (await isChosen(tx, take, project.revision)) {
        await restoreTake(tx, take)
        return
      }
      await removeTake(tx, take)
      removed++
    })
  }
  return removed
}
