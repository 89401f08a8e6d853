import { db, inTransaction, type Tx } from '@/lib/base/db'
import type { ErrorShape } from '@/lib/base/errors'
import type { Prisma, Task as TaskRow } from '@/lib/base/prisma/client'
import { publish } from '@/lib/live/publish'
import { MAKING_TYPES, TARGET_TYPES, type TargetType, type TaskStatus, type WorkType } from './schema'

export type { TaskRow }

export const LIVE: TaskStatus[] = ['pending', 'running']
const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue

const announce = (tx: Tx, row: { id: string; projectId: string; target: boolean }): Promise<void> =>
  publish(tx, { kind: 'task', id: row.id, project: row.projectId, target: row.target })

export interface NewTarget {
  projectId: string
  type: TargetType
  payload: unknown
  revision: number | null
}

export async function insertTarget(tx: Tx, target: NewTarget): Promise<TaskRow> {
  const row = await tx.task.create({ data: { ...target, payload: json(target.payload), target: true } })
  await announce(tx, row)
  return row
}

export interface NewWork {
  projectId: string
  type: WorkType
  sceneId: string | null
  fingerprint: string
  recipe: unknown
  payload: unknown
  priority: number
}

/** The live task for a fingerprint: a new row, or the one that another target already waits for. */
export async function insertWork(tx: Tx, work: NewWork): Promise<{ row: TaskRow; isNew: boolean }> {
  for (;;) {
    const [row] = await tx.task.createManyAndReturn({
      data: { ...work, recipe: json(work.recipe), payload: json(work.payload) },
      skipDuplicates: true,
    })
    if (row) {
      await announce(tx, row)
      return { row, isNew: true }
    }
    const live = await tx.task.findFirst({
      where: { fingerprint: work.fingerprint, status: { in: LIVE } },
    })
    // It may have ended between the two statements; then there is room for a new one.
    if (live) return { row: live, isNew: false }
  }
}

/** Takes back a row that this transaction has inserted. */
export async function dropWork(tx: Tx, id: string): Promise<void> {
  await tx.task.delete({ where: { id } })
}

/** Null when the task is final already. */
export async function beginTask(tx: Tx, id: string, attempt: number): Promise<TaskRow | null> {
  const [row] = await tx.task.updateManyAndReturn({
    where: { id, status: { in: LIVE } },
    data: { status: 'running', attempt, startedAt: new Date(), updatedAt: new Date() },
  })
  if (row) await announce(tx, row)
  return row ?? null
}

/** Progress never goes back, and a final task has no more of it. */
export function reportProgress(id: string, ratio: number): Promise<void> {
  return inTransaction(async (tx) => {
    const rows = await tx.task.updateManyAndReturn({
      where: { id, status: 'running', progress: { lt: ratio } },
      data: { progress: Math.min(1, Math.max(0, ratio)), updatedAt: new Date() },
      select: { id: true, projectId: true, target: true },
    })
    for (const row of rows) await announce(tx, row)
  })
}

export interface Outcome {
  status: 'done' | 'error' | 'cancelled'
  result?: unknown
  error?: ErrorShape
}

/** The one way into a final status; false when another was first, or is at another attempt than the one given. */
export async function settleTask(tx: Tx, id: string, outcome: Outcome, attempt?: number): Promise<boolean> {
  const [row] = await tx.task.updateManyAndReturn({
    where: { id, status: { in: LIVE }, attempt },
    data: {
      status: outcome.status,
      ...(outcome.status === 'done' ? { progress: 1 } : {}),
      ...(outcome.result === undefined ? {} : { result: json(outcome.result) }),
      ...(outcome.error === undefined ? {} : { error: json(outcome.error) }),
      endedAt: new Date(),
      updatedAt: new Date(),
    },
  })
  if (row) await announce(tx, row)
  return row !== undefined
}

export interface TargetState {
  payload: unknown
  progress: number
  revision?: number
  result?: unknown
}

/** What `produce` writes of a live target: its counts and its progress, which is a maximum. */
export async function updateTarget(tx: Tx, row: TaskRow, state: TargetState): Promise<void> {
  const progress = Math.max(row.progress, state.progress)
  await tx.task.updateMany({
    where: { id: row.id, status: { in: LIVE } },
    data: {
      status: 'running',
      progress,
      payload: json(state.payload),
      ...(state.result === undefined ? {} : { result: json(state.result) }),
      ...(state.revision === undefined ? {} : { revision: state.revision }),
      startedAt: row.startedAt ?? new Date(),
      updatedAt: new Date(),
    },
  })
  await announce(tx, row)
}

export const findTask = (id: string, tx: Tx = db()): Promise<TaskRow | null> =>
  tx.task.findUnique({ where: { id } })

export const findTasks = async (ids: readonly string[]): Promise<TaskRow[]> =>
  ids.length === 0 ? [] : db().task.findMany({ where: { id: { in: [...ids] } } })

export const liveTargets = (tx: Tx, projectId: string): Promise<TaskRow[]> =>
  tx.task.findMany({
    where: { projectId, target: true, status: { in: LIVE } },
    orderBy: { createdAt: 'asc' },
  })

/** Projects that `produce` has something to do for. */
export async function projectsWithLiveTargets(): Promise<string[]> {
  const rows = await db().task.findMany({
    where: { target: true, status: { in: LIVE } },
    distinct: ['projectId'],
    select: { projectId: true },
  })
  return rows.map((row) => row.projectId)
}

export const listWork = (tx: Tx, targetId: string): Promise<TaskRow[]> =>
  tx.task.findMany({ where: { wantedBy: { some: { targetId } } }, orderBy: { createdAt: 'asc' } })

/** Work tasks that only this target keeps alive. */
export const listWorkOnlyFor = (tx: Tx, targetId: string): Promise<TaskRow[]> =>
  tx.task.findMany({
    where: {
      status: { in: LIVE },
      wantedBy: {
        some: { targetId },
        none: { targetId: { not: targetId }, target: { status: { in: LIVE } } },
      },
    },
  })

/** Work in hand that a project asked for, also where another was the first to ask. */
export const listLiveWork = (projectId: string): Promise<TaskRow[]> =>
  db().task.findMany({
    where: {
      target: false,
      status: { in: LIVE },
      OR: [{ projectId }, { wantedBy: { some: { target: { projectId, status: { in: LIVE } } } } }],
    },
  })

/** The last time that a project was asked for this very file, unless that came to nothing. */
export const findExportTarget = (tx: Tx, projectId: string, file: unknown): Promise<TaskRow | null> =>
  tx.task.findFirst({
    where: {
      projectId,
      target: true,
      type: 'export',
      status: { in: [...LIVE, 'done'] },
      payload: { path: ['exported', 'recipes', '-1'], equals: json(file) },
    },
    orderBy: { createdAt: 'desc' },
  })

/** Newest first. */
export const listTargets = (
  projectId: string,
  most: number,
  types: readonly TargetType[] = TARGET_TYPES,
): Promise<TaskRow[]> =>
  db().task.findMany({
    where: { projectId, target: true, type: { in: [...types] } },
    orderBy: { createdAt: 'desc' },
    take: most,
  })

export const countUnfinished = (): Promise<number> =>
  db().task.count({ where: { status: { in: LIVE }, target: false } })

/** Live work tasks older than `olderThan` whose job is gone or failed: their worker died too often. */
export async function listOrphans(): Promise<TaskRow[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select t.id from task t
    left join pgboss.job j on j.id = t.id
    where t.status in ('pending', 'running') and not t.target
      and t.updated_at < now() - interval '5 seconds'
      and (j.id is null or j.state in ('failed', 'cancelled', 'completed'))`
  return db().task.findMany({ where: { id: { in: rows.map((r) => r.id) } } })
}

/** Back into the queue for another attempt. Its engine was there: whatever it waited for before, it does no more. */
export function returnTask(id: string, attempt: number): Promise<void> {
  return inTransaction(async (tx) => {
    const [row] = await tx.task.updateManyAndReturn({
      where: { id, status: 'running', attempt },
      data: { status: 'pending', updatedAt: new Date() },
    })
    if (!row) return
    await tx.$executeRaw`update task set payload = payload - 'waitingFor' - 'waits' where id = ${id}::uuid`
    await announce(tx, row)
  })
}

/** Those attempts that nobody works on any more: the task is final, unknown, or at a later attempt. */
export async function staleAttempts(
  attempts: { taskId: string; attempt: number }[],
): Promise<{ taskId: string; attempt: number }[]> {
  const rows = await db().task.findMany({
    where: { id: { in: attempts.map((a) => a.taskId) }, status: 'running' },
    select: { id: true, attempt: true },
  })
  const live = new Map(rows.map((row) => [row.id, row.attempt]))
  return attempts.filter(({ taskId, attempt }) => live.get(taskId) !== attempt)
}

/** The newest target of each project that makes its film or a part of it. */
export async function listNewestTargets(projectIds: readonly string[]): Promise<TaskRow[]> {
  return db().task.findMany({
    where: { projectId: { in: [...projectIds] }, target: true, type: { in: [...MAKING_TYPES] } },
    orderBy: [{ projectId: 'asc' }, { createdAt: 'desc' }],
    distinct: ['projectId'],
  })
}

/** What failed for good for a target, by fingerprint. */
export async function listFailures(targetId: string | undefined): Promise<Map<string, ErrorShape>> {
  return targetId ? failuresIn(await listWork(db(), targetId)) : new Map()
}

/** Work that ended without its asset: a failure, or a single piece that was cancelled while its target goes on. */
export function failuresIn(work: readonly TaskRow[]): Map<string, ErrorShape> {
  const failures = new Map<string, ErrorShape>()
  for (const row of work) {
    if (!row.fingerprint) continue
    if (row.status === 'error') failures.set(row.fingerprint, row.error as unknown as ErrorShape)
    if (row.status === 'cancelled') failures.set(row.fingerprint, CANCELLED)
  }
  return failures
}

const CANCELLED: ErrorShape = { code: 'cancelled', message: 'This was cancelled.' }

/** Work of a project whose last try failed, by fingerprint: what a page shows as failed. */
export async function listProjectFailures(projectId: string): Promise<Map<string, ErrorShape>> {
  const rows = await db().$queryRaw<{ fingerprint: string; error: ErrorShape }[]>`
    select fingerprint, error from (
      select distinct on (fingerprint) fingerprint, status, error from task
      where project_id = ${projectId}::uuid and not target and fingerprint is not null
      order by fingerprint, created_at desc
    ) newest where status = 'error'`
  return new Map(rows.map((row) => [row.fingerprint.trim(), row.error]))
}
