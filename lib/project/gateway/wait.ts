import { setTimeout as pause } from 'node:timers/promises'
import { isFinal, type TaskStatus } from '@/lib/task/schema'
import type { TaskRow } from '@/lib/task/store'
import { getTask } from '../task'

/** A caller that waits is a program: a fifth of a second more is nothing to it, and one row by its key nothing to us. */
const LOOK_EVERY_MS = 200

/** The task when it has ended, or as it stands after so many seconds. Throws when the caller goes away. */
export async function waitForEnd(row: TaskRow, seconds: number, signal: AbortSignal): Promise<TaskRow> {
  const until = performance.now() + seconds * 1000
  let now = row
  while (!isFinal(now.status as TaskStatus) && performance.now() < until) {
    await pause(Math.min(LOOK_EVERY_MS, until - performance.now()), undefined, { signal })
    now = await getTask(row.id)
  }
  return now
}
