/** The draft painter in a worker, one picture at a time: the page keeps the queue. */
import { paintLayers } from '@/lib/engine/draft/painter/layers'
import { paintPicture } from '@/lib/engine/draft/painter/picture'
import { detach, detachScene, openBrowserWorkshop } from '@/lib/engine/draft/painter/surface-browser'
import { createLru } from '../lru'
import type { FromPainter, ToPainter, WorkerPort } from './messages'

const port = self as unknown as WorkerPort<FromPainter, ToPainter>

/** A scene that is typed shows the same few figures again and again. */
const SPRITES_KEPT = 48
const sprites = createLru<Promise<ImageBitmap>>(SPRITES_KEPT)
/** The grain of a few sizes and styles. */
const SHELF_PLACES = 6
const shelf = createLru<ImageBitmap>(SHELF_PLACES)
const asked = new Map<number, PromiseWithResolvers<ImageBitmap>>()
let asks = 0

function loadSvg(svg: string, width: number, height: number): Promise<ImageBitmap> {
  const key = `${width}x${height} ${svg}`
  const known = sprites.get(key)
  if (known) return known
  const answer = Promise.withResolvers<ImageBitmap>()
  const id = ++asks
  asked.set(id, answer)
  sprites.set(key, answer.promise)
  answer.promise.catch(() => sprites.delete(key))
  port.postMessage({ kind: 'svg', id, svg, width, height })
  return answer.promise
}

async function paint({ id, wanted, request }: Extract<ToPainter, { kind: 'paint' }>): Promise<void> {
  const workshop = openBrowserWorkshop(loadSvg, shelf)
  try {
    if (wanted === 'picture') {
      const picture = detach(await paintPicture(request, workshop.surface))
      port.postMessage({ kind: 'picture', id, picture }, [picture])
    } else {
      const { scene, bitmaps } = detachScene(await paintLayers(request, workshop.surface))
      port.postMessage({ kind: 'scene', id, scene }, bitmaps)
    }
  } catch (error) {
    port.postMessage({ kind: 'failed', id, reason: String(error) })
  } finally {
    workshop.clear()
  }
}

port.onmessage = ({ data }) => {
  if (data.kind === 'paint') return void paint(data)
  const answer = asked.get(data.id)
  asked.delete(data.id)
  if (data.bitmap) answer?.resolve(data.bitmap)
  else answer?.reject(new Error('an outline could not be rasterised'))
}
