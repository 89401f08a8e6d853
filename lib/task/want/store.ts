/** Want: which targets a piece of work is made for. */
import { db, type Tx } from '@/lib/base/db'
import { LIVE } from '../store'

export async function linkWant(tx: Tx, targetId: string, workId: string): Promise<void> {
  await tx.taskWant.createMany({ data: [{ targetId, workId }], skipDuplicates: true })
}

/** Whether work of this kind that the target wanted has ended without its asset. */
export const hasFailedFor = async (tx: Tx, targetId: string, fingerprint: string): Promise<boolean> =>
  (await tx.task.count({
    where: { fingerprint, status: { in: ['error', 'cancelled'] }, wantedBy: { some: { targetId } } },
  })) > 0

/** Projects with a live target that wants this piece of work. */
export async function projectsWanting(workId: string): Promise<string[]> {
  const rows = await db().taskWant.findMany({
    where: { workId, target: { status: { in: LIVE } } },
    select: { target: { select: { projectId: true } } },
  })
  return [...new Set(rows.map((row) => row.target.projectId))]
}

/** Whether a live target that wants this work was asked for after `moment`. */
export const isWantedSince = async (workId: string, moment: Date): Promise<boolean> =>
  (await db().taskWant.count({
    where: { workId, target: { status: { in: LIVE }, createdAt: { gt: moment } } },
  })) > 0
