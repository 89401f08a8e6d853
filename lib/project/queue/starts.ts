import { env } from '@/lib/base/env'
import { deliveryOfRow } from '@/lib/production/delivery'
import { findPlaces } from '@/lib/task/line/store'
import { currentPace } from '@/lib/task/pace'
import type { QueueName } from '@/lib/task/queue'
import type { TaskRow } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'

/**
 * About when waiting tasks begin: what comes before them and what still runs of the work that they take turns with. The
 * pace of a card's engine counts its lanes already; the processors' work is shared by their slots.
 */
export async function startsOf(
  waiting: readonly TaskRow[],
  running: readonly TaskRow[],
  runners: number,
): Promise<Map<string, number>> {
  const atWork = Math.max(1, runners)
  const slots: Record<QueueName, number> = { cpu: env.cpuSlots * atWork, gpu: 1, quick: atWork }
  const places = await findPlaces(
    waiting.map((row) => row.id),
    await currentPace(),
  )
  const views = await taskViews(running)
  const inHandMs = new Map<string, number>()
  running.forEach((row, i) => {
    const turn = turnOf(row)
    inHandMs.set(turn, (inHandMs.get(turn) ?? 0) + (views[i]?.leftMs ?? 0))
  })
  return new Map(
    waiting.flatMap((row) => {
      const place = places.get(row.id)
      if (!place) return []
      const aheadMs = place.aheadMs + (inHandMs.get(turnOf(row)) ?? 0)
      return [[row.id, Math.round(aheadMs / slots[deliveryOfRow(row).queue])]]
    }),
  )
}

/** Work of one queue and group takes turns. */
const turnOf = (row: TaskRow): string => {
  const { queue, group } = deliveryOfRow(row)
  return `${queue}/${group}`
}
