/** A service's picture, checked and brought to exactly the size that was wanted. */
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import type { StudioError } from '@/lib/base/errors'
import type { Size } from '@/lib/storyboard/schema'
import { failed } from './failure'
import { sizeText } from './size'

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex')
const MOST_BYTES = 48 * 1024 * 1024
/** No service is asked for more; a picture that claims to be larger is not unpacked. */
const MOST_SIDE = 4_096

export interface PictureOrder {
  /** What the service was asked for. */
  asked: Size
  wanted: Size
  /** A server that says nothing of its sizes may answer with another one. */
  isLoose: boolean
}

/** The PNG of exactly the wanted size. Throws `engine_failed` (retry) for what is no whole picture of the asked size. */
export async function readPicture(host: string, base64: string, order: PictureOrder): Promise<Buffer> {
  const bytes = Buffer.from(base64, 'base64')
  const useless = (what: string, cause?: unknown): StudioError => failed(host, `answered with ${what}`, cause)
  if (bytes.length === 0 || bytes.length > MOST_BYTES) throw useless(`a picture of ${bytes.length} bytes`)
  const isPng = bytes.subarray(0, 8).equals(PNG_SIGNATURE)
  if (!isPng && !order.isLoose) throw useless('something that is no PNG')
  if (isPng) {
    const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    if (Math.max(size.width, size.height) > MOST_SIDE) throw useless(`a picture of ${sizeText(size)}`)
    // A decoder shows what there is of a truncated picture, and grey below it.
    if (!bytes.subarray(-12).equals(PNG_END)) throw useless('a truncated PNG')
  }
  const image = await loadImage(bytes).catch((error) => {
    throw useless('a picture that does not decode', error)
  })
  const { width, height } = image
  const isAsked = width === order.asked.width && height === order.asked.height
  const isEnough = order.isLoose && width * height * 4 >= order.asked.width * order.asked.height
  if (!isAsked && !isEnough) {
    throw useless(`a picture of ${sizeText({ width, height })} instead of ${sizeText(order.asked)}`)
  }
  const isWanted = width === order.wanted.width && height === order.wanted.height
  return isPng && isWanted ? bytes : await covered(image, order.wanted)
}

/** Scaled until it covers the wanted size, the rest cut off evenly. */
export async function covered(image: Image, { width, height }: Size): Promise<Buffer> {
  const scale = Math.max(width / image.width, height / image.height)
  const [w, h] = [width / scale, height / scale]
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.imageSmoothingEnabled = true
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(image, (image.width - w) / 2, (image.height - h) / 2, w, h, 0, 0, width, height)
  return await canvas.encode('png')
}
