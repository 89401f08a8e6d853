import type { StoryboardEngine } from '@/lib/engine/contract'
import { DRAFT_ENGINES } from './identities'
import { writeStoryboard } from './writer/write-storyboard'

/** The storyboard engine that is always there: no model, no network, the same storyboard for the same request. */
export function createDraftWriter(): StoryboardEngine {
  return {
    kind: 'storyboard',
    identity: DRAFT_ENGINES.storyboard,
    // Whoever tells a new story looks at the screen; a film in the making takes minutes.
    resource: { queue: 'quick', group: 'storyboard' },
    check: async () => ({ state: 'ready', message: '', fix: '' }),
    writeStoryboard: async (request, context) => {
      context.signal.throwIfAborted()
      const draft = writeStoryboard(request)
      context.onProgress({ ratio: 1 })
      return draft
    },
  }
}
