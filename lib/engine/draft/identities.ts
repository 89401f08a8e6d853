import type { Settings } from '@/lib/storyboard/schema'

/**
 * The engines that are built in: what a project starts with, and what a scene falls back to when a better one fails for
 * good. Free of Node, as the plan is. A new revision makes every asset of its kind anew.
 */
export const DRAFT_ENGINES = {
  storyboard: 'draft/writer@1',
  frame: 'draft/painter@1',
  clip: 'draft/camera@1',
  narration: 'draft/voice@1',
  score: 'draft/score@1',
} as const satisfies Settings['engines']
