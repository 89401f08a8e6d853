import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { anUprightPhoto, aPicture, aPictureBomb } from '@/tests/kit/files'
import { readPictureHead } from './picture-head'
import type { PictureType } from './sniff'

const mimes = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const
const TYPES = Object.keys(mimes) as PictureType[]
const size = { width: 300, height: 170 }

describe('the head of a picture', () => {
  it.each(TYPES)('tells the pixels of a %s without decoding it, and that it is whole', (type) => {
    expect(readPictureHead(aPicture(300, 170, mimes[type]), type)).toEqual({ ...size, isWhole: true })
  })

  it.each(TYPES)('of a %s is never taken for whole, wherever the file was cut', (type) => {
    const bytes = aPicture(300, 170, mimes[type])
    for (let end = 0; end < bytes.length; end++) {
      expect(readPictureHead(bytes.subarray(0, end), type)?.isWhole ?? false, `${end}`).toBe(false)
    }
  })

  it('tells the claim of a bomb', () => {
    expect(readPictureHead(aPictureBomb(30_000, 30_000), 'png')).toMatchObject({
      width: 30_000,
      height: 30_000,
    })
  })

  it('of a lossless and of an extended WebP is read too', () => {
    const canvas = createCanvas(300, 170)
    const lossless = canvas.toBuffer('image/webp', 100)
    expect(readPictureHead(lossless, 'webp')).toMatchObject(size)
    const extended = Buffer.alloc(30)
    extended.write('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1')
    extended.writeUIntLE(299, 24, 3)
    extended.writeUIntLE(169, 27, 3)
    expect(readPictureHead(extended, 'webp')).toEqual({ ...size, isWhole: true })
  })

  it('is the picture’s and not that of a thumbnail within it', () => {
    const photo = anUprightPhoto(170, 300)
    expect(readPictureHead(photo, 'jpg')).toEqual({ ...size, isWhole: true })
    const small = aPicture(32, 32, 'image/jpeg')
    const note = Buffer.from([0xff, 0xe1, 0, 0])
    note.writeUInt16BE(small.length + 2, 2)
    const withSmall = Buffer.concat([photo.subarray(0, 2), note, small, photo.subarray(2)])
    expect(readPictureHead(withSmall, 'jpg')).toEqual({ ...size, isWhole: true })
    expect(readPictureHead(withSmall.subarray(0, -2), 'jpg')?.isWhole).toBe(false)
  })

  it('may be followed by more, as phones append', () => {
    const photo = aPicture(300, 170, 'image/jpeg')
    expect(readPictureHead(Buffer.concat([photo, Buffer.from('more')]), 'jpg')?.isWhole).toBe(true)
  })

  it.each(TYPES)('that is noise is none, and ends (%s)', (type) => {
    const noise = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7_919) % 251)
    expect(readPictureHead(noise, type)?.isWhole ?? false).toBe(false)
  })
})
