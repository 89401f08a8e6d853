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
  render: 'starting',
}

const ENDED: Partial<Record<TaskStatus, string>> = { done: 'done', error: 'failed', cancelled: 'cancelled' }

const WIDTH = 24

/** `[######------] 42 %  drawing, scene 3 of 6, about 12 s left`. */
export function barOf(target: TaskView, scene: string): string {
  const filled = Math.round(target.progress * WIDTH)
  const stage = target.endedAt ? ENDED[target.status] : WORDS[target.work?.now ?? target.type]
  const left =
    target.endedAt || target.leftMs === null
      ? ''
      : `, about ${Math.max(1, Math.ceil(target.leftMs / 1000))} s left`
  const percent = String(Math.floor(target.progress * 100)).padStart(3)
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${percent} %  ${stage}${scene}${left}`
}
