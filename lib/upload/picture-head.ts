/**
 * How large a picture will be once it is decoded, and whether all of it is there, without decoding it: a file of a few
 * kilobytes may claim gigabytes of pixels, and decoders show what there is of a truncated one, with grey below. Pure.
 */
import type { PictureType } from './sniff'

export interface PictureHead {
  /** As stored; a camera's picture may have to be turned. */
  width: number
  height: number
  isWhole: boolean
}

/** Null when the head itself is broken. */
export function readPictureHead(bytes: Uint8Array, type: PictureType): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return { png: pngHead, jpg: jpegHead, webp: webpHead }[type](view)
  } catch (error) {
    // It ends before its own head does.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** PNG (ISO/IEC 15948): a signature of 8 bytes, then chunks of length, type, data and checksum, the first one IHDR. */
function pngHead(view: DataView): PictureHead | null {
  if (fourcc(view, 12) !== 'IHDR') return null
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (fourcc(view, at + 4) === 'IEND') return { ...size, isWhole: true }
  }
  return { ...size, isWhole: false }
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
/** Start of frame: all but DHT (c4), JPG (c8) and DAC (cc). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
/** Marks within the coded data: a stuffed ff, fill, restarts. */
const isData = (marker: number) => marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)

/** JPEG (ITU-T T.81): segments with a length each, and between scans coded data up to the next true marker. */
function jpegHead(view: DataView): PictureHead | null {
  let size: { width: number; height: number } | undefined
  let at = 2
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END_OF_IMAGE) break
    if (isFrame(marker)) size ??= { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
    if (marker === START_OF_SCAN) at = nextMarker(view, at)
  }
  if (!size) return null
  return { ...size, isWhole: at + 2 <= view.byteLength && view.getUint8(at + 1) === END_OF_IMAGE }
}

function nextMarker(view: DataView, from: number): number {
  let at = from
  while (at + 1 < view.byteLength && (view.getUint8(at) !== 0xff || isData(view.getUint8(at + 1)))) at++
  return at
}

/** WebP (RFC 9649): RIFF with a first chunk of VP8 (lossy), VP8L (lossless) or VP8X (extended). */
function webpHead(view: DataView): PictureHead | null {
  const isWhole = view.getUint32(4, true) + 8 <= view.byteLength
  const kind = fourcc(view, 12)
  if (kind === 'VP8X') return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1, isWhole }
  if (kind === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, isWhole }
  }
  if (kind !== 'VP8L') return null
  const packed = view.getUint32(21, true)
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1, isWhole }
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

const fourcc = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
