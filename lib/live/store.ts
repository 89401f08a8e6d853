import { db } from '@/lib/base/db'

/** Which of the projects belong to API calls and are not on the desk. */
export async function listHidden(projectIds: readonly string[]): Promise<Set<string>> {
  const rows = await db().project.findMany({
    where: { id: { in: [...new Set(projectIds)] }, hidden: true },
    select: { id: true },
  })
  return new Set(rows.map((row) => row.id))
}

/** Which of the projects want each of the tasks too, though another project was the first to ask for it. */
export async function listSharing(
  workIds: readonly string[],
  projectIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (workIds.length === 0 || projectIds.length === 0) return new Map()
  const rows = await db().$queryRaw<{ id: string; projects: string[] }[]>`
    select work.id, array_agg(distinct target.project_id::text) as projects
    from task_want want
    join task target on target.id = want.target_id
    join task work on work.id = want.work_id
    where work.id = any (${[...workIds]}::uuid[])
      and target.project_id = any (${[...projectIds]}::uuid[]) and target.project_id <> work.project_id
    group by work.id`
  return new Map(rows.map((row) => [row.id, row.projects]))
}

/** Targets of projects that were not deleted and that are not finished. */
export const countLiveTargets = (): Promise<number> =>
  db().task.count({
    where: { target: true, status: { in: ['pending', 'running'] }, project: { deletedAt: null } },
  })
