/**
 * Live: one socket into the query cache. A task event is patched into the view it belongs to, so a progress line moves
 * without asking the server; what an event does not carry (addresses, plans) is fetched again.
 */
import type { ProjectCard } from '@/lib/project/schema'
import { isFinal, type TaskView } from '@/lib/task/schema'

/** As many targets as a view carries. */
const MOST_TARGETS = 20

/** Events may overtake each other: a final status stays, progress never goes back, and what began waits again only for an engine. */
export function isNews(known: TaskView, task: TaskView): boolean {
  if (known.id !== task.id) return true
  if (isFinal(known.status)) return false
  return (
    isFinal(task.status) ||
    (task.progress >= known.progress &&
      (known.status !== 'running' || task.status !== 'pending' || Boolean(task.waitingFor)))
  )
}

const liveFirst = (a: TaskView, b: TaskView) =>
  Number(isFinal(a.status)) - Number(isFinal(b.status)) || b.createdAt.localeCompare(a.createdAt)

export function patchTargets(targets: TaskView[], task: TaskView): TaskView[] {
  const known = targets.find((target) => target.id === task.id)
  if (known && !isNews(known, task)) return targets
  return [task, ...targets.filter((target) => target.id !== task.id)].sort(liveFirst).slice(0, MOST_TARGETS)
}

/** Cards carry their live target only. */
export function patchCard(card: ProjectCard, task: TaskView): ProjectCard {
  if (card.id !== task.projectId || !task.target || task.type === 'export') return card
  if (card.task && !isNews(card.task, task)) return card
  if (!isFinal(task.status)) return { ...card, task }
  return card.task?.id === task.id ? { ...card, task: null } : card
}

/** Whether the event promises something that only the server can tell: a new address, plan or state. */
export const wantsRefetch = (task: TaskView): boolean =>
  isFinal(task.status) && (task.target || task.status !== 'cancelled')
