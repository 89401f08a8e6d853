/** Pictures that were painted in this page, by what they show: scrolling back or undoing paints nothing again. */
import type { FrameRequest } from '@/lib/engine/contract'
import { createLru } from '../lru'
import { paintKey } from './paint-key'
import { type Painter, type PaintOptions, picturePainter } from './painter'

/** About 330 kB each at the size of a card. */
const MOST_KEPT = 160

export interface PaintedPictures {
  find(request: FrameRequest): ImageBitmap | undefined
  /** The still picture at the request's size. Rejects when it was taken back before it was begun. */
  paint(request: FrameRequest, options?: PaintOptions): Promise<ImageBitmap>
}

interface Order {
  picture: Promise<ImageBitmap>
  waiting: number
  takeBack: AbortController
  /** Nobody can join it any more. */
  leave(): void
}

export function keepPictures(painter: Painter, most = MOST_KEPT): PaintedPictures {
  const kept = createLru<ImageBitmap>(most)
  /** A card and the panel beside it ask for the same picture in the same moment. */
  const orders = new Map<string, Order>()

  const order = (request: FrameRequest, key: string, urgent: boolean): Order => {
    const takeBack = new AbortController()
    const picture = painter.paint('picture', request, { signal: takeBack.signal, urgent })
    const placed: Order = {
      picture,
      waiting: 0,
      takeBack,
      leave() {
        if (orders.get(key) === placed) orders.delete(key)
      },
    }
    orders.set(key, placed)
    picture.then((painted) => {
      kept.set(paintKey(request), painted)
      placed.leave()
    }, placed.leave)
    return placed
  }

  return {
    find: (request) => kept.get(paintKey(request)),
    async paint(request, { signal, urgent = false } = {}) {
      const known = kept.get(paintKey(request))
      if (known) return known
      // One that nobody hurried cannot be hurried any more: another is placed before it.
      const key = `${urgent} ${paintKey(request)}`
      const placed = orders.get(`true ${paintKey(request)}`) ?? orders.get(key) ?? order(request, key, urgent)
      placed.waiting++
      const leave = () => {
        placed.waiting--
        if (placed.waiting > 0) return
        placed.leave()
        placed.takeBack.abort()
      }
      if (signal?.aborted) leave()
      else signal?.addEventListener('abort', leave, { once: true })
      return await placed.picture
    },
  }
}

export const paintedPictures: PaintedPictures = keepPictures(picturePainter)
