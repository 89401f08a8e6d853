/** Reels through which a camera moves: what the painter drew, and any other picture as a single sheet. */
import type { FrameRequest } from '@/lib/engine/contract'
import { drawScene, imagesOf, type PaintedScene } from '@/lib/engine/draft/painter/draw'
import { flatScene, flatSize } from '@/lib/engine/draft/painter/flat'
import { viewAt } from '@/lib/engine/draft/painter/moves'
import type { Ink } from '@/lib/engine/draft/painter/surface'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import type { Size } from '@/lib/storyboard/schema'
import { CARD_SIDE, fitWithin, resized, TYPED_SIDE } from '../paint/paint-key'
import { paintedPictures } from '../paint/painted-pictures'
import { scenePainter } from '../paint/painter'
import { rested } from '../paint/rested'
import type { FrameSource, PaintingSource } from '../pictures'
import type { Reel, ReelOrder } from './reel'

export async function paintReel({ key, request }: PaintingSource, order: ReelOrder): Promise<void> {
  const { size, signal, hurry, show } = order
  if (hurry) {
    // Without a rough picture the fine one comes all the same.
    await roughPicture(request, size, signal).then(
      (picture) => show(stillReel(key, picture)),
      () => {},
    )
    // A large picture for each letter would hold up the small ones.
    await rested(signal)
  }
  const fine = await scenePainter.paint('scene', resized(request, size), { signal, urgent: hurry })
  show(layeredReel(key, fine))
}

/** That of its card where there is one, else the one that a writer sees beside the words: painted for both at once. */
async function roughPicture(request: FrameRequest, size: Size, signal: AbortSignal): Promise<ImageBitmap> {
  const card = paintedPictures.find(resized(request, fitWithin(size, CARD_SIDE)))
  const typed = resized(request, fitWithin(size, TYPED_SIDE))
  return card ?? (await paintedPictures.paint(typed, { signal, urgent: true }))
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

/** How deep a picture as a whole lies among its own sheets, about. */
const MIDDLE_DEPTH = 0.6

/** Rough: a still picture, as near to the camera as its middle sheets would be, so that the fine one does not jump. */
function stillReel(key: string, picture: ImageBitmap): Reel {
  return {
    key,
    rough: true,
    draw(ink, { width, height }, { frame, frames, camera }) {
      const { zoom } = viewAt(camera, frame / FRAMES_PER_SECOND, frames / FRAMES_PER_SECOND)
      const scale = 1 + zoom * MIDDLE_DEPTH
      const [w, h] = [width * scale, height * scale]
      ink.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h)
    },
    rest() {},
    // It belongs to the card.
    close() {},
  }
}

function layeredReel(key: string, scene: PaintedScene): Reel {
  return {
    key,
    rough: false,
    draw(ink, _size, { frame, frames, camera }) {
      const moment = { timeS: frame / FRAMES_PER_SECOND, durationS: frames / FRAMES_PER_SECOND, camera }
      drawScene(ink as Ink, scene, moment)
    },
    rest() {},
    close() {
      for (const image of new Set(imagesOf(scene))) (image as ImageBitmap).close()
    },
  }
}
