import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkPicture } from './check-picture'
import { checkSpeech } from './check-speech'

let folder: string
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'checks-'))
})
afterAll(async () => await fs.rm(folder, { recursive: true, force: true }))

async function fileOf(bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, 'answer')
  await fs.writeFile(file, bytes)
  return file
}
const useless = expect.objectContaining({ code: 'engine_failed', retry: true })

describe('a picture from an engine', () => {
  const canvas = createCanvas(64, 48)
  for (let x = 0; x < 64; x++) {
    canvas.getContext('2d').fillStyle = `hsl(${x * 5} 80% ${x}%)`
    canvas.getContext('2d').fillRect(x, 0, 1, 48)
  }
  const png = canvas.toBuffer('image/png')

  it('passes when it is whole and of the size asked for', async () => {
    await expect(checkPicture(await fileOf(png), { width: 64, height: 48 })).resolves.toBeUndefined()
  })

  it.each([
    ['of another size', png, 48],
    ['truncated', png.subarray(0, png.length - 40), 64],
    ['with broken pixels', Buffer.from(png).fill(7, 60, png.length - 20), 64],
    ['a JPEG', canvas.toBuffer('image/jpeg'), 64],
    ['a web page', Buffer.from('<html>busy</html>'), 64],
    ['empty', Buffer.alloc(0), 64],
  ])('is refused when it is %s', async (_, bytes, width) => {
    await expect(checkPicture(await fileOf(bytes), { width, height: 48 })).rejects.toEqual(useless)
  })

  it('is refused when it was never written', async () => {
    const nowhere = path.join(folder, 'nowhere.png')
    await expect(checkPicture(nowhere, { width: 64, height: 48 })).rejects.toEqual(useless)
  })
})

function wav(samples: Buffer, { code = 1, channels = 1, rate = 8_000, bits = 16 } = {}): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(code, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt16LE(bits, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

describe('speech from an engine', () => {
  const tone = Buffer.alloc(16_000)
  for (let i = 0; i < 8_000; i++) tone.writeInt16LE(Math.round(8_000 * Math.sin(i / 5)), i * 2)

  it('passes with its length when there is something to hear', async () => {
    expect(await checkSpeech(await fileOf(wav(tone)))).toEqual({
      durationMs: 1000,
      sampleRate: 8000,
      channels: 1,
    })
    expect(await checkSpeech(await fileOf(wav(tone, { channels: 2 })))).toMatchObject({ durationMs: 500 })
    const floats = Buffer.from(new Float32Array(8_000).fill(0.5).buffer)
    expect(await checkSpeech(await fileOf(wav(floats, { code: 3, bits: 32 })))).toMatchObject({
      durationMs: 1000,
    })
  })

  it.each([
    ['silent', wav(Buffer.alloc(16_000))],
    ['empty', wav(Buffer.alloc(0))],
    ['truncated', wav(tone).subarray(0, 9_000)],
    ['compressed', wav(tone, { code: 17, bits: 4 })],
    ['an error message', Buffer.from('{"error":"loading"}')],
  ])('is refused when it is %s', async (_, bytes) => {
    await expect(checkSpeech(await fileOf(bytes))).rejects.toEqual(useless)
  })
})
