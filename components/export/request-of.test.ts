import { expect, test } from 'vitest'
import { exportedSchema } from '@/lib/project/export/schema'
import { requestOf } from './request-of'

const film = { width: 768, height: 512 }
const exported = (part: object) => exportedSchema.parse({ format: 'mp4', title: 'Fox', ...part })

test('a file is asked for again as it was: its format, size and captions', () => {
  const small = exported({ width: 360, height: 240, captions: false })
  expect(requestOf(small, film)).toEqual({ format: 'mp4', captions: false, shortSide: 240 })
  const own = exported({ ...film, captions: true })
  expect(requestOf(own, film)).toEqual({ format: 'mp4', captions: true })
  expect(requestOf(own, { width: 1280, height: 720 })).toEqual({
    format: 'mp4',
    captions: true,
    shortSide: 512,
  })
})

test('what has neither size nor captions is asked for by its format', () => {
  expect(requestOf(exported({ format: 'zip' }), film)).toEqual({ format: 'zip' })
})
