/** What can be brought into the studio, and what becomes of it. Free of Node. */
import { BUNDLE_LIMITS } from '@/lib/bundle/schema'

export const ARRIVAL_LIMITS = {
  bytes: BUNDLE_LIMITS.bytes,
  /** Of a story or a storyboard. */
  textBytes: 8_000_000,
} as const

/** For a file chooser. */
export const ARRIVAL_ACCEPT =
  '.zip,.json,.txt,.md,.markdown,.docx,application/zip,application/json,text/plain,text/markdown'

export const ARRIVAL_KINDS = ['project', 'storyboard', 'story'] as const

export interface Arrival {
  kind: (typeof ARRIVAL_KINDS)[number]
  project_id: string
  /** The target that writes the storyboard of a story; null where there is nothing to write. */
  task_id: string | null
}
