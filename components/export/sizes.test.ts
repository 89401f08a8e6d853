import { expect, test } from 'vitest'
import { offeredSizes } from './sizes'

test('a film is offered as it is, in the usual sizes below, and enlarged up to twice', () => {
  const sizes = offeredSizes({ width: 768, height: 512 })
  expect(sizes.map(({ width, height, is }) => `${width}x${height} ${is}`)).toEqual([
    '1080x720 larger',
    '768x512 own',
    '720x480 smaller',
    '540x360 smaller',
    '360x240 smaller',
  ])
})

test('an upright film is measured by its width', () => {
  const [first, own] = offeredSizes({ width: 720, height: 1280 })
  expect(first).toMatchObject({ width: 1440, height: 2560, is: 'larger', shortSide: 1440 })
  expect(own).toMatchObject({ width: 1080, height: 1920 })
})

test('the largest size is the largest that may be asked for', () => {
  expect(offeredSizes({ width: 2048, height: 2048 })[0]?.shortSide).toBe(2160)
})
