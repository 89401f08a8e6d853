/** A small engine that makes several pictures in one call, one after the other, as a card does. */
import { StudioError } from '@/lib/base/errors'
import type { EngineContext, FrameEngine, FrameOrder, FrameRequest } from '@/lib/engine/contract'
import { paint } from './engines'

export interface Press extends FrameEngine {
  /** The scenes of each call, in order. */
  calls: string[][]
  /** Runs before each picture is made: wait for a signal here, or throw. */
  before(request: FrameRequest, context: EngineContext): Promise<void>
}

export function fakePress(changes: { identity?: string; most?: number } = {}): Press {
  const { identity = 'fake/press@1', most = 8 } = changes
  const press: Press = {
    identity,
    kind: 'frame',
    resource: { queue: 'gpu', group: identity },
    check: async () => ({ state: 'ready', message: '', fix: '' }),
    calls: [],
    before: async () => undefined,
    async makeFrame(request, context) {
      press.calls.push([request.prompt.scene])
      await press.before(request, context)
      return paint(request, context.folder)
    },
    batch: {
      most,
      async makeFrames(orders) {
        press.calls.push(orders.map(({ request }) => request.prompt.scene))
        await Promise.all(orders.map((order) => make(press, order)))
      },
    },
  }
  return press
}

async function make(press: Press, { request, context, settle }: FrameOrder): Promise<void> {
  context.signal.addEventListener('abort', () => settle({ error: new StudioError('cancelled', 'cancelled') }))
  try {
    await press.before(request, context)
    if (!context.signal.aborted) settle({ made: await paint(request, context.folder) })
  } catch (error) {
    settle({ error })
  }
}
