import type { QueueTarget } from '@/lib/project/queue/schema'

/**
 * Whether other work stands before some of a target's. Each queue counts its places from 0: a target that is first in all
 * of its queues has every place up to its last, and none more often than the one before.
 */
export function canMoveUp({ work, more }: Pick<QueueTarget, 'work' | 'more'>): boolean {
  const places = work.flatMap(({ task }) => (task.status === 'pending' ? (task.place ?? 0) : []))
  // What waits beyond the listed work comes after it; without any listed nobody can tell.
  if (places.length === 0) return more > 0
  const count = (place: number) => places.filter((one) => one === place).length
  return places.some((place) => place > 0 && count(place - 1) < count(place))
}
