/**
 * Live: one socket into the query cache. A task event is patched into the view it belongs to, so a progress line moves
 * without asking the server; what an event does not carry (addresses, plans) is fetched again.
 */
import type { ProjectCard, ProjectView, SceneView, SlotView } from '@/lib/project/schema'
import type { Slot } from '@/lib/storyboard/schema'
import { isFinal, type TaskView } from '@/lib/task/schema'

/** As many targets as a view carries. */
const MOST_TARGETS = 20

const SLOT_OF: Partial<Record<TaskView['type'], Slot>> = {
  frame: 'frame',
  clip: 'clip',
  narration: 'narration',
}

/** Events may overtake each other: a final status stays, progress never goes back. */
export function isNews(known: TaskView, task: TaskView): boolean {
  if (known.id !== task.id) return true
  if (isFinal(known.status)) return false
  return (
    isFinal(task.status) ||
    (task.progress >= known.progress && !(known.status === 'running' && task.status === 'pending'))
  )
}

const liveFirst = (a: TaskView, b: TaskView) =>
  Number(isFinal(a.status)) - Number(isFinal(b.status)) || b.createdAt.localeCompare(a.createdAt)

function patchTargets(targets: TaskView[], task: TaskView): TaskView[] {
  const known = targets.find((target) => target.id === task.id)
  if (known && !isNews(known, task)) return targets
  return [task, ...targets.filter((target) => target.id !== task.id)].sort(liveFirst).slice(0, MOST_TARGETS)
}

function patchSlot(slot: SlotView, task: TaskView): SlotView {
  if (slot.task && !isNews(slot.task, task)) return slot
  if (!isFinal(task.status))
    return { ...slot, task, ...(slot.state === 'failed' ? { state: 'missing', error: null } : {}) }
  // An older task's end must not take the newer one off the scene.
  if (slot.task && slot.task.id !== task.id) return slot
  return task.status === 'error'
    ? { ...slot, state: 'failed', error: task.error, task: null }
    : { ...slot, task: null }
}

function patchScene(scene: SceneView, slot: Slot, task: TaskView): SceneView {
  const next = patchSlot(scene.slots[slot], task)
  return next === scene.slots[slot] ? scene : { ...scene, slots: { ...scene.slots, [slot]: next } }
}

/** The view with the task in its place; the same object when the event says nothing new. */
export function patchProject(view: ProjectView, task: TaskView): ProjectView {
  if (task.projectId !== view.id) return view
  if (task.target) {
    const targets = patchTargets(view.targets, task)
    return targets === view.targets ? view : { ...view, targets }
  }
  const slot = SLOT_OF[task.type]
  if (!slot || !task.sceneId) return view
  let changed = false
  const scenes = view.scenes.map((scene) => {
    if (scene.id !== task.sceneId) return scene
    const next = patchScene(scene, slot, task)
    changed ||= next !== scene
    return next
  })
  return changed ? { ...view, scenes } : view
}

/** Cards carry their live target only. */
export function patchCard(card: ProjectCard, task: TaskView): ProjectCard {
  if (card.id !== task.projectId || !task.target) return card
  if (card.task && !isNews(card.task, task)) return card
  if (!isFinal(task.status)) return { ...card, task }
  return card.task?.id === task.id ? { ...card, task: null } : card
}

/** Whether the event promises something that only the server can tell: a new address, plan or state. */
export const wantsRefetch = (task: TaskView): boolean =>
  isFinal(task.status) && (task.target || task.status !== 'cancelled')
