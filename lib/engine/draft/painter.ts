import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '@/lib/base/errors'
import type { FrameEngine } from '@/lib/engine/contract'
import { DRAFT_ENGINES } from './identities'
import { paintPicture } from './painter/picture'
import { encodePng, openWorkshop } from './painter/surface-node'

/** Draws the key frame in this process, without a GPU: half a second at 720p. */
export function createDraftPainter(): FrameEngine {
  return {
    identity: DRAFT_ENGINES.frame,
    kind: 'frame',
    resource: { queue: 'cpu', group: 'draft' },
    async check() {
      return { state: 'ready', message: '', fix: '' }
    },
    async makeFrame(request, context) {
      if (context.signal.aborted) throw new StudioError('cancelled', 'the picture was cancelled')
      const file = path.join(context.folder, 'frame.png')
      await oneAtATime(async () => {
        const workshop = openWorkshop()
        try {
          const canvas = await paintPicture(request, workshop.surface)
          context.onProgress({ ratio: 0.8 })
          await writeFile(file, await encodePng(canvas))
        } finally {
          workshop.clear()
        }
      })
      context.onProgress({ ratio: 1 })
      return { path: file, facts: { engine: DRAFT_ENGINES.frame, seed: request.seed, device: 'cpu' } }
    },
  }
}

let last: Promise<void> = Promise.resolve()

/** Painting keeps the processor to itself anyway; two at once would only hold twice the paper. */
function oneAtATime(paint: () => Promise<void>): Promise<void> {
  const turn = last.then(paint)
  last = turn.catch(() => undefined)
  return turn
}
