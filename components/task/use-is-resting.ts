'use client'

import { useKnownQueueState } from '@/components/live/use-queue-state'
import type { TaskView } from '@/lib/task/schema'
import { isResting } from './state'

/** Whether a target, if there is one, waits for a paused queue. */
export function useIsResting(target: TaskView | null | undefined): boolean {
  const queue = useKnownQueueState()
  return target ? isResting(target, queue) : false
}
