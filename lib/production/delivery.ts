import { z } from 'zod'
import { type Delivery, QUEUES } from '@/lib/task/queue'
import type { TaskRow } from '@/lib/task/store'

const deliverySchema = z.object({
  queue: z.enum(QUEUES),
  group: z.string(),
  lanes: z.int().min(1).optional(),
})

/** Where a work task's job waits. */
export const deliveryOfRow = (row: TaskRow): Delivery => deliverySchema.parse(row.payload)
