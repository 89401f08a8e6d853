import { z } from 'zod'
import { pausedSince } from '@/lib/task/line/store'
import { countRunners } from '@/lib/task/presence'
import { isFinal, type TaskStatus, type TaskView, targetPayloadSchema, WORK_TYPES } from '@/lib/task/schema'
import { findTasks, type TaskRow } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'
import { exportedSchema } from '../export/schema'
import { type ListedProject, listedProjects } from './projects'
import type { QueueTarget, QueueView, QueueWork } from './schema'
import { startsOf } from './starts'
import { countWork, listEnded, listFailed, listLive, listRunning, listWorkOf } from './store'

const MOST_LIVE = 25
const MOST_FAILED = 20
const MOST_ENDED = 20
const MOST_WORK = 12

/** What the queue page shows. */
export async function getQueueView(): Promise<QueueView> {
  const [since, runners, live, failed, ended, tasks, running] = await Promise.all([
    pausedSince(),
    countRunners(),
    listLive(MOST_LIVE),
    listFailed(MOST_FAILED),
    listEnded(MOST_ENDED),
    countWork(),
    listRunning(),
  ])
  const ids = [...live.targets.map((target) => target.id), ...failed.ids, ...ended]
  const listed = await listWorkOf(ids, MOST_WORK)
  const rows = await findTasks([...ids, ...new Set(listed.map((pair) => pair.work))])
  const starts =
    since === null
      ? await startsOf(
          rows.filter((row) => !row.target && row.status === 'pending'),
          running,
          runners,
        )
      : new Map<string, number>()
  const page: Page = {
    rows: new Map(rows.map((row) => [row.id, row])),
    views: new Map((await taskViews(rows)).map((view) => [view.id, view])),
    projects: await listedProjects(rows.filter((row) => row.target).map((row) => row.projectId)),
    work: Map.groupBy(listed, (pair) => pair.target),
    live: new Map(live.targets.map((target) => [target.id, target])),
    starts,
  }
  const targets = (list: readonly string[]) => list.flatMap((id) => targetOf(page, id) ?? [])
  return {
    pausedSince: since?.toISOString() ?? null,
    runners,
    counts: { begun: live.begun, waiting: live.waiting, failed: failed.total, tasks },
    live: targets(live.targets.map((target) => target.id)),
    failed: targets(failed.ids),
    ended: targets(ended),
  }
}

/** Everything that was read, by id. */
interface Page {
  rows: ReadonlyMap<string, TaskRow>
  views: ReadonlyMap<string, TaskView>
  projects: ReadonlyMap<string, ListedProject>
  work: ReadonlyMap<string, readonly { work: string }[]>
  live: ReadonlyMap<string, { begun: boolean; waiting: number }>
  starts: ReadonlyMap<string, number>
}

/** Undefined for what went away while the page was read. */
function targetOf(page: Page, id: string): QueueTarget | undefined {
  const [row, task] = [page.rows.get(id), page.views.get(id)]
  const of = row && page.projects.get(row.projectId)
  if (!row || !task || !of) return undefined
  const { sceneIds, exported } = targetPayloadSchema.parse(row.payload)
  const work = (page.work.get(id) ?? []).flatMap((pair) => workOf(page, of, pair.work) ?? [])
  const { begun = true, waiting = 0 } = page.live.get(id) ?? {}
  const listed = work.filter((one) => one.task.status === 'pending')
  const [only] = sceneIds?.length === 1 ? sceneIds : []
  return {
    task,
    project: of.project,
    begun,
    sceneCount: sceneIds?.length ?? null,
    scene: only === undefined ? null : (of.sceneOf(only) ?? null),
    exported: exported && exportedSchema.parse(exported.what),
    startsInMs: listed[0]?.startsInMs ?? null,
    work: isFinal(row.status as TaskStatus) ? work.filter((one) => one.task.status === 'error') : work,
    more: Math.max(0, waiting - listed.length),
    kept: of.kept,
    stoppedAt: row.status === 'error' ? stopOf(task, of) : null,
  }
}

function workOf(page: Page, of: ListedProject, id: string): QueueWork | undefined {
  const task = page.views.get(id)
  const scene = task?.sceneId && task.projectId === of.project.id ? of.sceneOf(task.sceneId) : undefined
  return task && { task, scene: scene ?? null, startsInMs: page.starts.get(id) ?? null }
}

const stopSchema = z.object({ stage: z.enum(WORK_TYPES), scene_id: z.string().nullable().default(null) })

function stopOf(task: TaskView, of: ListedProject): QueueTarget['stoppedAt'] {
  const { data } = stopSchema.safeParse(task.error?.details)
  return data
    ? { stage: data.stage, scene: data.scene_id ? (of.sceneOf(data.scene_id) ?? null) : null }
    : null
}
