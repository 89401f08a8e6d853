import type { QueueTarget, QueueView } from '@/lib/project/queue/schema'
import type { TaskView } from '@/lib/task/schema'
import { isNews } from './patch'

const swap = (known: TaskView, task: TaskView): TaskView =>
  known.id === task.id && isNews(known, task) ? task : known

function patchTarget(target: QueueTarget, task: TaskView): QueueTarget {
  const own = swap(target.task, task)
  const work = target.work.map((one) => {
    const next = swap(one.task, task)
    return next === one.task ? one : { ...one, task: next }
  })
  const isSame = own === target.task && work.every((one, i) => one === target.work[i])
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
