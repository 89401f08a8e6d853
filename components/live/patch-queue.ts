import type { QueueTarget, QueueView } from '@/lib/project/queue/schema'
import { isFinal, type TaskView } from '@/lib/task/schema'
import { isNews } from './patch'

const swap = (known: TaskView, task: TaskView): TaskView =>
  known.id === task.id && isNews(known, task) ? task : known

function patchTarget(target: QueueTarget, task: TaskView): QueueTarget {
  const own = swap(target.task, task)
  // As the server lists it: what is done or cancelled is no work of the target any more, what failed is.
  const work = target.work.flatMap((one) => {
    const next = swap(one.task, task)
    if (next === one.task) return [one]
    return isFinal(next.status) && next.status !== 'error' ? [] : [{ ...one, task: next }]
  })
  const isSame = own === target.task && target.work.every((one, i) => one === work[i])
  return isSame ? target : { ...target, task: own, work }
}

/** The queue with the task as it is now, where it stood; the same object when the event says nothing new. */
export function patchQueue(view: QueueView, task: TaskView): QueueView {
  const live = view.live.map((target) => patchTarget(target, task))
  return live.every((target, i) => target === view.live[i]) ? view : { ...view, live }
}

/** Whether the event moves something in the lists, and does not only tell how far it is. */
export function movesQueue(view: QueueView, task: TaskView): boolean {
  const known = view.live
    .flatMap((target) => [target.task, ...target.work.map((one) => one.task)])
    .find((one) => one.id === task.id)
  return known?.status !== task.status
}
