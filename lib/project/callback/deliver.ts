import { isStudioError } from '@/lib/base/errors'
import { log } from '@/lib/base/log'
import { taskAnswerOf } from '../gateway/task-answer'
import { sendCallback } from './send'
import { claimDue, type DueDelivery, noteOutcome } from './store'

/** Seconds until the next try; after the last one it has failed. */
const PAUSES = [5, 30, 120, 600, 3_600]
const AT_ONCE = 8
/** Longer than a try may take. */
const LEASE_MS = 60_000

/** Delivers what is due; answers how many were tried. */
export async function deliverCallbacks(): Promise<number> {
  const due = await claimDue(AT_ONCE, LEASE_MS)
  await Promise.all(due.map(deliver))
  return due.length
}

async function deliver({ id, url, attempt, task }: DueDelivery): Promise<void> {
  const outcome = await tryOnce(id, url, task)
  const isDone = /^2\d\d$/.test(outcome)
  const pause = PAUSES[attempt - 1]
  const state = isDone ? 'done' : pause === undefined ? 'failed' : 'pending'
  const at = new Date(Date.now() + (state === 'pending' ? (pause ?? 0) * 1000 : 0))
  await noteOutcome(id, { state, outcome, at })
  log.info({ task: task.id, attempt, state, outcome }, 'callback')
}

/** The status, or why there was none. */
async function tryOnce(id: string, url: string, task: DueDelivery['task']): Promise<string> {
  try {
    return String(await sendCallback(url, JSON.stringify(await taskAnswerOf(task)), id))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return String(isStudioError(error) ? message : (code ?? message)).slice(0, 200)
  }
}
