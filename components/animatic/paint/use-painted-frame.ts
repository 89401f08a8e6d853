'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { FrameRequest } from '@/lib/engine/contract'
import type { Size } from '@/lib/storyboard/schema'
import { fitWithin, paintKey, resized, TYPED_SIDE } from './paint-key'
import { paintedPictures } from './painted-pictures'
import { rested } from './rested'

/**
 * The painter's picture of a request at this size, painted off the main thread. While the request changes faster than
 * it can be painted the newest finished picture is given, never an older one after a newer; null before the first.
 * `urgent`: somebody is typing it, so a smaller picture comes first, before those that nobody waits for.
 */
export function usePaintedFrame(
  request: FrameRequest | null,
  size: Size,
  { urgent = false }: { urgent?: boolean } = {},
): ImageBitmap | null {
  const wanted = request && resized(request, size)
  const key = wanted && paintKey(wanted)
  // By what it shows: a page makes a new object of the same request with each render.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request.
  const order = useMemo(() => wanted, [key])
  const [picture, setPicture] = useState<ImageBitmap | null>(
    () => (order && paintedPictures.find(order)) ?? null,
  )
  const turns = useRef({ asked: 0, shown: 0 })

  useEffect(() => {
    if (!order) return setPicture(null)
    const turn = ++turns.current.asked
    const show = (painted: ImageBitmap) => {
      if (turn < turns.current.shown) return
      turns.current.shown = turn
      setPicture(painted)
    }
    const known = paintedPictures.find(order)
    if (known) return show(known)
    const takeBack = new AbortController()
    const { signal } = takeBack
    const paint = async () => {
      if (urgent) {
        const sketch = resized(order, fitWithin(order, TYPED_SIDE))
        show(await paintedPictures.paint(sketch, { signal, urgent }))
        await rested(signal)
      }
      show(await paintedPictures.paint(order, { signal }))
    }
    // Taken back, or beyond the painter: what was on show stays.
    paint().catch(() => {})
    return () => takeBack.abort()
  }, [order, urgent])
  return order ? picture : null
}
