/** Files that writers bring: whole ones, and every kind of broken or wrong one. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { runFfmpeg } from '@/lib/media/ffmpeg'

/** Left half red, right half blue. */
export function aPicture(
  width: number,
  height: number,
  type: 'image/png' | 'image/jpeg' | 'image/webp',
): Buffer {
  const canvas = createCanvas(width, height)
  const ink = canvas.getContext('2d')
  ink.fillStyle = '#ff0000'
  ink.fillRect(0, 0, width / 2, height)
  ink.fillStyle = '#0000ff'
  ink.fillRect(width / 2, 0, width / 2, height)
  return type === 'image/png' ? canvas.toBuffer(type) : canvas.toBuffer(type, 90)
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A few kilobytes that claim to be `width` x `height` white pixels, and are as far as the data goes. */
export function aPictureBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(3 * width + 1))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG as a phone held upright writes it: lying, with a note (EXIF, orientation 6) to turn it. */
export function anUprightPhoto(width: number, height: number): Buffer {
  const jpeg = aPicture(height, width, 'image/jpeg')
  const note = Buffer.alloc(36)
  note.set([0xff, 0xe1, 0, 34])
  note.write('Exif\0\0MM\0*', 4, 'latin1')
  note.writeUInt32BE(8, 14)
  note.writeUInt16BE(1, 18)
  note.writeUInt16BE(0x112, 20)
  note.writeUInt16BE(3, 22)
  note.writeUInt32BE(1, 24)
  note.writeUInt16BE(6, 28)
  return Buffer.concat([jpeg.subarray(0, 2), note, jpeg.subarray(2)])
}

/** An empty archive with a name in it. */
export const aZip = (): Buffer =>
  Buffer.concat([
    Buffer.from('504b0304140000000000000000000000000000000000000000000100000061', 'hex'),
    Buffer.from('504b01021400140000000000000000000000000000000000000000000100000000000000', 'hex'),
    Buffer.from('00000000000000000061504b050600000000010001002f0000001f0000000000', 'hex'),
  ])

async function made(name: string, args: readonly string[]): Promise<Buffer> {
  const cwd = await mkdtemp(path.join(os.tmpdir(), 'files-'))
  try {
    await runFfmpeg({ args: [...args, name], cwd })
    return await readFile(path.join(cwd, name))
  } finally {
    await rm(cwd, { recursive: true, force: true })
  }
}

const picture = (seconds: number, size = '160x120', fps = 30) =>
  ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=${fps}:d=${seconds}`] as const
const sound = (seconds: number) => ['-f', 'lavfi', '-i', `sine=frequency=220:duration=${seconds}`] as const
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'] as const

/** An MP4 with picture and sound, or with what the options leave. */
export function aVideo(
  seconds: number,
  { size = '160x120', fps = 30, with: parts = ['picture', 'sound'], more = [] as readonly string[] } = {},
): Promise<Buffer> {
  const inputs = [
    ...(parts.includes('picture') ? picture(seconds, size, fps) : []),
    ...(parts.includes('second picture') ? picture(seconds, '96x96', fps) : []),
    ...(parts.includes('sound') ? sound(seconds) : []),
  ]
  const maps = parts.flatMap((_, i) => ['-map', String(i)])
  return made('made.mp4', [...inputs, ...maps, ...h264, '-c:a', 'aac', '-movflags', '+faststart', ...more])
}

export const aRecording = (seconds: number, name: string, more: readonly string[] = []): Promise<Buffer> =>
  made(name, [...sound(seconds), ...more])

/** The same file with four letters changed wherever they stand: a coding or a track that nobody knows. */
export function renamed(file: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(file)
  for (let at = copy.indexOf(from, 0, 'latin1'); at >= 0; at = copy.indexOf(from, at + 4, 'latin1')) {
    copy.write(to, at, 'latin1')
  }
  return copy
}
