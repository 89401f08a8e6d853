import type { z } from 'zod'
import { answer, type Call } from '@/lib/base/http'
import { isFinal, type TaskStatus } from '@/lib/task/schema'
import type { TaskRow } from '@/lib/task/store'
import { checkCallback } from '../callback/address'
import { insertDelivery } from '../callback/store'
import { waitQuery } from './requests'
import { permitWork } from './start'
import { taskAnswerOf } from './task-answer'
import { waitForEnd } from './wait'

/**
 * The four beats of a call that starts work: 202 with its ids at once, or, with `?wait`, 200 with the finished task and
 * the fields of its result; 202 again when the time is up first.
 */
export function publishedCall<S extends z.ZodType>(
  schema: S,
  start: (input: z.output<S>) => Promise<TaskRow>,
): (call: Call<unknown>) => Promise<Response> {
  return async (call) => {
    const { wait } = call.query(waitQuery)
    const input = await call.json(schema)
    const { callback_url: callback } = input as { callback_url?: string }
    if (callback !== undefined) checkCallback(callback)
    await permitWork()
    const task = await start(input)
    if (callback !== undefined) await insertDelivery(task.id, callback)
    if (wait === undefined) return answer(202, { task_id: task.id, project_id: task.projectId })
    const ended = await waitForEnd(task, wait, call.signal)
    const body = await taskAnswerOf(ended)
    return answer(isFinal(ended.status as TaskStatus) ? 200 : 202, { ...body, ...body.result })
  }
}
