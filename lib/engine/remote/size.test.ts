import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestSize } from './size'

const turbo = { minSide: 64, maxSide: 1536, multiple: 8, maxPixels: 1_048_576 }
const svd = { minSide: 64, maxSide: 1024, multiple: 64, maxPixels: 589_824 }

describe('the size that is asked for', () => {
  it.each([
    [{ width: 1280, height: 720 }, turbo, { width: 1280, height: 720 }],
    [{ width: 1280, height: 720 }, svd, { width: 1024, height: 576 }],
    [{ width: 720, height: 1280 }, svd, { width: 576, height: 1024 }],
    [{ width: 960, height: 960 }, svd, { width: 768, height: 768 }],
    [{ width: 128, height: 72 }, turbo, { width: 128, height: 72 }],
    [
      { width: 64, height: 64 },
      { ...turbo, minSide: 256 },
      { width: 256, height: 256 },
    ],
  ])('for %o is the wanted one, or the nearest of its shape', (wanted, limits, asked) => {
    expect(nearestSize(wanted, limits)).toEqual(asked)
  })

  it('is always one that the model takes', () => {
    const side = fc.integer({ min: 32, max: 1024 }).map((n) => n * 2)
    const limits = fc.constantFrom(turbo, svd, { ...svd, minSide: 256 })
    fc.assert(
      fc.property(side, side, limits, (width, height, taken) => {
        const asked = nearestSize({ width, height }, taken)
        for (const n of [asked.width, asked.height]) {
          expect(n % taken.multiple).toBe(0)
          expect(n).toBeGreaterThanOrEqual(taken.minSide)
          expect(n).toBeLessThanOrEqual(taken.maxSide)
        }
        expect(asked.width * asked.height).toBeLessThanOrEqual(taken.maxPixels)
      }),
    )
  })
})
