import { readFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Size } from '@/lib/storyboard/schema'
import { unusable } from './unusable'

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex')

/** Throws `engine_failed` (retry) unless the file is a whole PNG of exactly this size that decodes. */
export async function checkPicture(filePath: string, wanted: Size): Promise<void> {
  const bytes = await readFile(filePath).catch((error) => {
    throw unusable('no picture', error)
  })
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) throw unusable('not a PNG')
  // A decoder shows what there is of a truncated picture, and grey below it.
  if (!bytes.subarray(-12).equals(PNG_END)) throw unusable('a truncated PNG')
  const image = await loadImage(bytes).catch((error) => {
    throw unusable('a PNG that does not decode', error)
  })
  if (image.width !== wanted.width || image.height !== wanted.height) {
    throw unusable(`a picture of ${image.width}x${image.height} instead of ${wanted.width}x${wanted.height}`)
  }
  try {
    createCanvas(1, 1).getContext('2d').drawImage(image, 0, 0, 1, 1)
  } catch (error) {
    throw unusable('a PNG that does not decode', error)
  }
}
