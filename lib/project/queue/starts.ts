import { env } from '@/lib/base/env'
import { deliveryOfRow } from '@/lib/production/delivery'
import { findPlaces } from '@/lib/task/line/store'
import { currentPace } from '@/lib/task/pace'
import { QUEUES, type QueueName } from '@/lib/task/queue'
import type { TaskRow } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'

/** About when waiting tasks begin: what comes before them and what still runs, shared by the slots of their queue. */
export async function startsOf(
  waiting: readonly TaskRow[],
  running: readonly TaskRow[],
  runners: number,
): Promise<Map<string, number>> {
  const slots: Record<QueueName, number> = { cpu: env.cpuSlots * Math.max(1, runners), gpu: 1 }
  const places = await findPlaces(
    waiting.map((row) => row.id),
    await currentPace(),
  )
  const views = await taskViews(running)
  const inHandMs = Object.fromEntries(
    QUEUES.map((queue) => {
      const own = views.filter((_, i) => running[i] && deliveryOfRow(running[i]).queue === queue)
      return [queue, own.reduce((sum, view) => sum + (view.leftMs ?? 0), 0)]
    }),
  )
  return new Map(
    waiting.flatMap((row) => {
      const { queue } = deliveryOfRow(row)
      const place = places.get(row.id)
      return place ? [[row.id, Math.round((place.aheadMs + (inHandMs[queue] ?? 0)) / slots[queue])]] : []
    }),
  )
}
