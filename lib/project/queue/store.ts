import { db } from '@/lib/base/db'
import type { Project as ProjectRow } from '@/lib/base/prisma/client'
import type { Slot } from '@/lib/storyboard/schema'
import { LINE } from '@/lib/task/line/store'
import type { TaskRow } from '@/lib/task/store'

export interface LiveTarget {
  id: string
  begun: boolean
  /** Of its work: how many tasks wait. */
  waiting: number
}

/** Targets that are not finished, with how many there are of each kind. */
export async function listLive(
  most: number,
): Promise<{ targets: LiveTarget[]; begun: number; waiting: number }> {
  const rows = await db().$queryRaw<(LiveTarget & { all: number; allBegun: number })[]>`
    with line as (${LINE}), standing as (
      select want.target_id, count(*)::int as waiting, min(line.place) as first
      from line join task_want want on want.work_id = line.id
      group by want.target_id
    ), live as (
      select target.id, target.priority, target.created_at, coalesce(waiting, 0) as waiting, first, exists (
        select 1 from task_want want join task work on work.id = want.work_id
        where want.target_id = target.id and work.started_at is not null
      ) as begun
      from task target
      join project on project.id = target.project_id and project.deleted_at is null
      left join standing on standing.target_id = target.id
      where target.target and target.status in ('pending', 'running')
    )
    select id, begun, waiting, (count(*) over ())::int as all, (count(*) filter (where begun) over ())::int as "allBegun"
    from live
    order by begun desc, case when begun then -priority else first end nulls last, created_at
    limit ${most}`
  const [{ all = 0, allBegun = 0 } = {}] = rows
  const targets = rows.map(({ id, begun, waiting }) => ({ id, begun, waiting }))
  return { targets, begun: allBegun, waiting: all - allBegun }
}

/**
 * Targets of the last month that failed and that nobody asked for again since, nor made otherwise: by a target of the
 * same kind, or a whole film, that is done and covers the same scenes. Of a file, by the same file, and those of the last
 * week only: what a PDF or ZIP is made of is not kept for longer.
 */
export async function listFailed(most: number): Promise<{ ids: string[]; total: number }> {
  const rows = await db().$queryRaw<{ id: string; total: number }[]>`
    select failed.id, (count(*) over ())::int as total
    from task failed
    join project on project.id = failed.project_id and project.deleted_at is null
    where failed.target and failed.status = 'error' and failed.ended_at > now() - interval '30 days'
      and (failed.type <> 'export' or failed.created_at > now() - interval '7 days')
      and not exists (
        select 1 from task later
        where later.project_id = failed.project_id and later.target and later.created_at > failed.created_at
          and (
            (later.type = failed.type and later.payload -> 'sceneIds' = failed.payload -> 'sceneIds'
              and later.payload -> 'exported' -> 'what' is not distinct from failed.payload -> 'exported' -> 'what')
            or (
              failed.type <> 'export' and later.status = 'done' and later.type in (failed.type, 'render')
              and (later.payload -> 'sceneIds' = 'null' or (later.payload -> 'sceneIds') @> (failed.payload -> 'sceneIds'))
            )
          )
      )
    order by failed.ended_at desc
    limit ${most}`
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 }
}

export async function listEnded(most: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select task.id from task
    join project on project.id = task.project_id and project.deleted_at is null
    where task.target and task.status in ('done', 'cancelled') and task.ended_at > now() - interval '1 day'
    order by task.ended_at desc limit ${most}`
  return rows.map((row) => row.id)
}

/** Of each target's work: what runs, then what failed, then what waits next, at most so many each. */
export async function listWorkOf(
  targetIds: readonly string[],
  most: number,
): Promise<{ target: string; work: string }[]> {
  if (targetIds.length === 0) return []
  return db().$queryRaw`
    select target, work from (
      select want.target_id as target, work.id as work, row_number() over (
        partition by want.target_id
        order by array_position(array['running', 'error', 'pending'], work.status), work.priority desc, work.created_at, work.id
      ) as n
      from task_want want join task work on work.id = want.work_id
      where want.target_id = any (${[...targetIds]}::uuid[]) and work.status in ('running', 'error', 'pending')
    ) listed
    where n <= ${most} order by target, n`
}

export async function countWork(): Promise<{ running: number; waiting: number }> {
  const rows = await db().task.groupBy({
    by: ['status'],
    where: { target: false, status: { in: ['pending', 'running'] } },
    _count: true,
  })
  const count = (status: string) => rows.find((row) => row.status === status)?._count ?? 0
  return { running: count('running'), waiting: count('pending') }
}

export const listRunning = (): Promise<TaskRow[]> =>
  db().task.findMany({ where: { target: false, status: 'running' } })

export const findProjectsById = (ids: readonly string[]): Promise<ProjectRow[]> =>
  db().project.findMany({ where: { id: { in: [...ids] } } })

/** The first picture that was made for each project. */
export function findFirstFrames(
  projectIds: readonly string[],
): Promise<{ project: string; scene: string; fingerprint: string }[]> {
  return db().$queryRaw`
    select distinct on (project_id) project_id::text as project, scene_id as scene, fingerprint
    from take where slot = 'frame' and deleted_at is null and project_id = any (${[...projectIds]}::uuid[])
    order by project_id, created_at, scene_id`
}

/** In how many scenes of each project each slot has a take. */
export function countTakes(
  projectIds: readonly string[],
): Promise<{ project: string; slot: Slot; scenes: number }[]> {
  return db().$queryRaw`
    select project_id::text as project, slot, count(distinct scene_id)::int as scenes
    from take where deleted_at is null and project_id = any (${[...projectIds]}::uuid[])
    group by project_id, slot`
}
