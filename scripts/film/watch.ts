import { inTransaction } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import { pausedSince } from '@/lib/task/line/store'
import type { TaskView } from '@/lib/task/schema'
import { findTask, listWork } from '@/lib/task/store'
import { taskViewOf } from '@/lib/task/view'
import { barOf } from './bar'

const EVERY_MS = 200

/** Shows a target's progress until it ends: one line that is redrawn on a terminal, a line a step elsewhere. */
export async function watchTarget(id: string, isJson: boolean): Promise<TaskView> {
  let shown = ''
  for (;;) {
    const row = await findTask(id)
    if (!row) throw new StudioError('not_found', `task ${id} is gone`)
    const view = await taskViewOf(row)
    const isPaused = (await pausedSince()) !== null
    const line = isJson
      ? JSON.stringify(progressOf(view, isPaused))
      : barOf(view, isPaused ? null : await sceneOf(id))
    if (line !== shown) show(line, isJson)
    shown = line
    if (view.endedAt) {
      if (process.stderr.isTTY && !isJson) process.stderr.write('\n')
      return view
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
}

function show(line: string, isJson: boolean): void {
  if (isJson) process.stdout.write(`${line}\n`)
  else if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`)
  else process.stderr.write(`${line}\n`)
}

const progressOf = ({ id, status, progress, leftMs, work }: TaskView, paused: boolean) => ({
  task_id: id,
  status,
  progress: Math.round(progress * 1000) / 1000,
  left_ms: leftMs,
  stage: work?.now ?? null,
  paused,
})

async function sceneOf(targetId: string): Promise<string> {
  const work = await inTransaction((tx) => listWork(tx, targetId))
  const running = work.find((row) => row.status === 'running')
  const scene = /^scene-(\d+)$/.exec(running?.sceneId ?? '')?.[1]
  return scene ? `, scene ${scene}` : ''
}
