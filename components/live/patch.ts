/**
 * Live: one socket into the query cache. A task event is patched into the view it belongs to, so a progress line moves
 * without asking the server; what an event does not carry (addresses, plans) is fetched again.
 */
import type { ProjectCard, ProjectView, SceneView, SlotView } from '@/lib/project/schema'
import { SLOTS, type Slot } from '@/lib/storyboard/schema'
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

/** A task is of the slot whose recipe it makes, whoever asked for it first. */
const makes = (task: TaskView, slot: SlotView): boolean =>
  task.fingerprint !== null && task.fingerprint === slot.wanted

/** By its scene a task is known where the slot's recipe is not, or was another when somebody asked for it. */
function isOf(task: TaskView, slot: SlotView, isOwnScene: boolean): boolean {
  if (makes(task, slot)) return true
  const isTaken = slot.task !== null && slot.task.id !== task.id && makes(slot.task, slot)
  return isOwnScene && !isTaken
}

function patchSlot(slot: SlotView, task: TaskView): SlotView {
  if (slot.task && !isNews(slot.task, task)) return slot
  if (!isFinal(task.status))
    return { ...slot, task, ...(slot.state === 'failed' ? { state: 'missing', error: null } : {}) }
  // An older task's end must not take the newer one off the scene.
  if (slot.task && slot.task.id !== task.id) return slot
  const isFailure = task.status === 'error' && (slot.wanted === null || makes(task, slot))
  if (isFailure) return { ...slot, state: 'failed', error: task.error, task: null }
  return slot.task ? { ...slot, task: null } : slot
}

const withSlot = (scene: SceneView, slot: Slot, next: SlotView): SceneView =>
  next === scene.slots[slot] ? scene : { ...scene, slots: { ...scene.slots, [slot]: next } }

/** The view with each scene changed; the same object when none was. */
function withScenes(view: ProjectView, change: (scene: SceneView) => SceneView): ProjectView {
  const scenes = view.scenes.map(change)
  return scenes.some((scene, i) => scene !== view.scenes[i]) ? { ...view, scenes } : view
}

/** The view with the task in its place; the same object when the event says nothing new. */
export function patchProject(view: ProjectView, task: TaskView): ProjectView {
  if (task.target) {
    if (task.projectId !== view.id) return view
    const targets = patchTargets(view.targets, task)
    return targets === view.targets ? view : { ...view, targets }
  }
  const name = SLOT_OF[task.type]
  if (!name) return view
  return withScenes(view, (scene) => {
    const slot = scene.slots[name]
    const isOwnScene = task.projectId === view.id && task.sceneId === scene.id
    return isOf(task, slot, isOwnScene) ? withSlot(scene, name, patchSlot(slot, task)) : scene
  })
}

/** The view with its waiting tasks where they stand now. */
export const patchPlaces = (view: ProjectView, places: Record<string, number>): ProjectView =>
  withScenes(view, (scene) =>
    SLOTS.reduce((changed, name) => {
      const { task } = scene.slots[name]
      const place = task ? (places[task.id] ?? null) : null
      if (!task || place === null || task.status !== 'pending' || task.place === place) return changed
      return withSlot(changed, name, { ...scene.slots[name], task: { ...task, place } })
    }, scene),
  )

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
