/** Reels through which a camera moves: what the painter drew, and any other picture as a single sheet. */
import { drawScene, imagesOf, type PaintedScene } from '@/lib/engine/draft/painter/draw'
import { flatScene, flatSize } from '@/lib/engine/draft/painter/flat'
import type { Ink } from '@/lib/engine/draft/painter/surface'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { fitWithin, resized } from '../paint/paint-key'
import { scenePainter } from '../paint/painter'
import type { FrameSource, PaintingSource } from '../pictures'
import type { Reel, ReelOrder } from './reel'

/** Longer side of a rough picture: painted between two letters. */
const ROUGH_SIDE = 384

export async function paintReel({ key, request }: PaintingSource, order: ReelOrder): Promise<void> {
  const { size, signal, hurry, show } = order
  if (hurry) {
    const rough = resized(request, fitWithin(size, ROUGH_SIDE))
    const first = scenePainter.paint('scene', rough, { signal, urgent: true })
    // Without a rough picture the fine one comes all the same.
    await first.then((scene) => show(layeredReel(key, scene, true))).catch(() => {})
    // While somebody types, the next letter takes this order back before its large picture costs anything.
    await rested(REST_MS, signal)
  }
  const fine = await scenePainter.paint('scene', resized(request, size), { signal, urgent: hurry })
  show(layeredReel(key, fine))
}

/** Longer than between two letters of a quick writer, shorter than a look. */
const REST_MS = 200

function rested(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new DOMException('nobody waits for the picture any more', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

export async function fetchReel({ key, url }: FrameSource, { size, signal, show }: ReelOrder): Promise<void> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  const picture = await createImageBitmap(await response.blob())
  const { width, height } = flatSize(picture, size.width, size.height)
  const sheet = await createImageBitmap(picture, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  })
  picture.close()
  show(layeredReel(key, flatScene(sheet, size.width, size.height)))
}

function layeredReel(key: string, scene: PaintedScene, rough = false): Reel {
  const { width, height } = scene.frame
  let scratch: OffscreenCanvas | null = null
  return {
    key,
    rough,
    draw(ink, size, { frame, frames, camera }) {
      const moment = { timeS: frame / FRAMES_PER_SECOND, durationS: frames / FRAMES_PER_SECOND, camera }
      if (size.width === width && size.height === height) return drawScene(ink as Ink, scene, moment)
      // The painter thinks in pixels of its own picture: another size is drawn there and then scaled.
      scratch ??= new OffscreenCanvas(width, height)
      const small = scratch.getContext('2d')
      if (!small) return
      drawScene(small as Ink, scene, moment)
      ink.drawImage(scratch, 0, 0, size.width, size.height)
    },
    rest() {},
    close() {
      for (const image of new Set(imagesOf(scene))) (image as ImageBitmap).close()
    },
  }
}
