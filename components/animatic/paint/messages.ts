import type { FrameRequest } from '@/lib/engine/contract'
import type { PaintedScene } from '@/lib/engine/draft/painter/draw'

/** `picture`: the still key frame. `scene`: its layers, for a camera to move through. */
export type Wanted = 'picture' | 'scene'

export type ToPainter =
  | { kind: 'paint'; id: number; wanted: Wanted; request: FrameRequest }
  /** Null: the page could not rasterise it. */
  | { kind: 'svg'; id: number; bitmap: ImageBitmap | null }

export type FromPainter =
  | { kind: 'svg'; id: number; svg: string; width: number; height: number }
  | { kind: 'picture'; id: number; picture: ImageBitmap }
  | { kind: 'scene'; id: number; scene: PaintedScene }
  | { kind: 'failed'; id: number; reason: string }

/** What a worker knows of itself; the types of pages and of workers do not go into one program. */
export interface WorkerPort<Out, In> {
  postMessage(message: Out, transfer?: Transferable[]): void
  onmessage: ((event: MessageEvent<In>) => void) | null
}
