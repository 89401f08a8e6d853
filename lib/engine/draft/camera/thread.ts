/** Worker thread: draws a clip's frames and hands each over; the main thread owns ffmpeg, so that it dies with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { drawScene, imagesOf } from '../painter/draw'
import { paintLayers } from '../painter/layers'
import { nodeSurface, openWorkshop, rgbaOf } from '../painter/surface-node'
import { type ClipOrder, FRAMES_AHEAD, type FromThread } from './messages'
import { readFlat } from './read-flat'

const port = parentPort
let credit = FRAMES_AHEAD
let wake = () => {}
port?.on('message', () => {
  credit++
  wake()
})

async function run({ frame, camera, width, height, frames }: ClipOrder): Promise<void> {
  const workshop = openWorkshop()
  const scene =
    frame.painted === null
      ? await readFlat(frame.path, width, height)
      : await paintLayers({ ...frame.painted, width, height }, workshop.surface)
  workshop.clear(imagesOf(scene))
  const canvas = nodeSurface.createCanvas(width, height)
  const ink = canvas.getContext('2d')
  const durationS = frames / FRAMES_PER_SECOND
  for (let i = 0; i < frames; i++) {
    while (credit === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    credit--
    drawScene(ink, scene, { timeS: i / FRAMES_PER_SECOND, durationS, camera })
    const pixels = new Uint8Array(rgbaOf(canvas)).buffer
    port?.postMessage({ frame: i, pixels } satisfies FromThread, [pixels])
  }
  workshop.clear()
  port?.close()
}

await run(workerData as ClipOrder)
