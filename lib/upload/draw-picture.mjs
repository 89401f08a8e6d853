/**
 * Draws a picture anew, in a process of its own: what decodes strangers' bytes may crash, hang or want much memory, and
 * the web process must not.
 *
 * Plain JavaScript, started with bare node. In: JSON as the only argument, `{ source, maxSide, maxShape }`. Out: a PNG on
 * stdout, opaque and nothing but pixels.
 */
import { readFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'

const { source, maxSide, maxShape } = JSON.parse(process.argv[2])

// Decoding turns a camera's picture the way up that it was taken.
const picture = await loadImage(await readFile(source))

// No film shows the ends of a strip; laid over the film whole, it would fill the memory.
const crop = {
  width: Math.min(picture.width, Math.round(picture.height * maxShape)),
  height: Math.min(picture.height, Math.round(picture.width * maxShape)),
}
const scale = Math.min(1, maxSide / Math.max(crop.width, crop.height))
const width = Math.max(1, Math.round(crop.width * scale))
const height = Math.max(1, Math.round(crop.height * scale))

const canvas = createCanvas(width, height)
const ink = canvas.getContext('2d')
ink.fillStyle = '#ffffff'
ink.fillRect(0, 0, width, height)
ink.imageSmoothingQuality = 'high'
ink.drawImage(
  picture,
  (picture.width - crop.width) / 2,
  (picture.height - crop.height) / 2,
  crop.width,
  crop.height,
  0,
  0,
  width,
  height,
)
process.stdout.write(await canvas.encode('png'))
