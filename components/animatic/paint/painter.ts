/** The page's side of the painter: a queue in front of a worker, so that what nobody waits for any more is never begun. */
import type { FrameRequest } from '@/lib/engine/contract'
import type { PaintedScene } from '@/lib/engine/draft/painter/draw'
import type { FromPainter, ToPainter, Wanted } from './messages'
import { rasterise } from './rasterise'

interface Painted {
  picture: ImageBitmap
  scene: PaintedScene
}

export interface PaintOptions {
  /** Takes an order back that was not begun; one that was is still answered. */
  signal?: AbortSignal
  /** Before all that are not. */
  urgent?: boolean
}

export interface Painter {
  /** Rejects when the order was taken back or the picture could not be painted. */
  paint<W extends Wanted>(wanted: W, request: FrameRequest, options?: PaintOptions): Promise<Painted[W]>
}

export interface PainterWorker {
  postMessage(message: ToPainter, transfer?: Transferable[]): void
  onmessage: ((event: MessageEvent<FromPainter>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

interface Order {
  wanted: Wanted
  request: FrameRequest
  urgent: boolean
  resolve(painted: ImageBitmap | PaintedScene): void
  reject(reason: Error): void
}

/** The worker is started with the first order. */
export function openPainter(startWorker: () => PainterWorker): Painter {
  const waiting: Order[] = []
  let worker: PainterWorker | null = null
  let current: { id: number; order: Order } | null = null
  let orders = 0

  const next = () => {
    if (current !== null) return
    const at = Math.max(
      0,
      waiting.findIndex((order) => order.urgent),
    )
    const [order] = waiting.splice(at, 1)
    if (!order) return
    worker ??= hire()
    current = { id: ++orders, order }
    worker.postMessage({ kind: 'paint', id: orders, wanted: order.wanted, request: order.request })
  }
  const settle = (finish: (order: Order) => void) => {
    const order = current?.order
    current = null
    if (order) finish(order)
    next()
  }
  const hire = (): PainterWorker => {
    const hired = startWorker()
    hired.onmessage = ({ data }) => {
      if (data.kind === 'svg') return void answerSvg(hired, data)
      if (data.id !== current?.id) return
      if (data.kind === 'failed') settle((order) => order.reject(new Error(data.reason)))
      else settle((order) => order.resolve(data.kind === 'picture' ? data.picture : data.scene))
    }
    // One that does not even load never answers: another is hired for the next order, so that nobody waits for ever.
    hired.onerror = (event) => {
      hired.terminate()
      worker = null
      settle((order) => order.reject(new Error(event.message)))
    }
    return hired
  }

  return {
    paint<W extends Wanted>(wanted: W, request: FrameRequest, { signal, urgent = false }: PaintOptions = {}) {
      return new Promise<Painted[W]>((resolve, reject) => {
        const order: Order = {
          wanted,
          request,
          urgent,
          resolve: (painted) => resolve(painted as Painted[W]),
          reject,
        }
        const takeBack = () => {
          const at = waiting.indexOf(order)
          if (at < 0) return
          waiting.splice(at, 1)
          reject(new DOMException('nobody waits for the picture any more', 'AbortError'))
        }
        waiting.push(order)
        if (signal?.aborted) return takeBack()
        signal?.addEventListener('abort', takeBack, { once: true })
        next()
      })
    },
  }
}

async function answerSvg(
  worker: PainterWorker,
  { id, svg, width, height }: Extract<FromPainter, { kind: 'svg' }>,
): Promise<void> {
  const bitmap = await rasterise(svg, width, height).catch(() => null)
  worker.postMessage({ kind: 'svg', id, bitmap }, bitmap ? [bitmap] : [])
}

const startWorker = (): PainterWorker =>
  new Worker(new URL('./painter-worker.ts', import.meta.url), { type: 'module', name: 'painter' })

/** Two, so that the picture on a card does not wait behind a large one for the player. */
export const picturePainter: Painter = openPainter(startWorker)
export const scenePainter: Painter = openPainter(startWorker)
