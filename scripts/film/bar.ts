import type { TargetType, TaskStatus, TaskView, WorkType } from '@/lib/task/schema'

const WORDS: Record<WorkType | TargetType, string> = {
  storyboard: 'writing the storyboard',
  frame: 'drawing',
  frames: 'drawing',
  clip: 'moving the camera',
  clips: 'moving the camera',
  narration: 'speaking',
  score: 'making music',
  segment: 'cutting and captions',
  film: 'composing the film',
  export: 'making a file',
  render: 'starting',
}

const ENDED: Partial<Record<TaskStatus, string>> = { done: 'done', error: 'failed', cancelled: 'cancelled' }

const WIDTH = 24

/** A command that waits for somebody says for whom. */
const PAUSED = 'paused: resume the queue on the page /queue, or with --resume'

/** `[######------] 42 %  drawing, scene 3 of 6, about 12 s left`. A null scene: the queue is paused. */
export function barOf(target: TaskView, scene: string | null): string {
  const filled = Math.round(target.progress * WIDTH)
  const percent = String(Math.floor(target.progress * 100)).padStart(3)
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${percent} %  ${stageOf(target, scene)}`
}

function stageOf(target: TaskView, scene: string | null): string {
  if (target.endedAt) return ENDED[target.status] ?? target.status
  if (scene === null) return PAUSED
  if (target.waitingFor && !target.work?.now) return `waiting for ${target.waitingFor} to come back`
  const stage = WORDS[target.work?.now ?? target.type]
  const left = target.leftMs === null ? '' : `, about ${Math.max(1, Math.ceil(target.leftMs / 1000))} s left`
  return `${stage}${scene}${left}`
}
