import { describe, expect, it } from 'vitest'
import { estimateMs, FIRST_GUESS, type Pace, withMore } from './estimate'

const [IMAGES, VIDEOS] = ['images/sd-turbo@1', 'videos/svd@1']
const pace: Pace = { types: { ...FIRST_GUESS, frame: 1_000, clip: 4_000, film: 3_000 }, engines: {} }
const onCards = (images: string, videos: string): Pace => ({
  ...pace,
  engines: { [IMAGES]: { ms: 300, group: images }, [VIDEOS]: { ms: 40_000, group: videos } },
})

describe('an estimate', () => {
  it('shares work between the slots, save the storyboard and the film, which are made alone', () => {
    expect(estimateMs({}, pace, 2)).toBe(0)
    expect(estimateMs({ frame: { '': 4 }, clip: { '': 2 } }, pace, 1)).toBe(12_000)
    expect(estimateMs({ frame: { '': 4 }, clip: { '': 2 } }, pace, 2)).toBe(6_000)
    expect(estimateMs({ storyboard: { '': 1 } }, pace, 2)).toBe(FIRST_GUESS.storyboard)
    expect(estimateMs({ frame: { '': 4 }, clip: { '': 2 }, film: { '': 1 } }, pace, 2)).toBe(9_000)
  })

  it('adds up on one card, and takes the longer of two, whatever the processors have to do meanwhile', () => {
    const load = { frame: { [IMAGES]: 12 }, clip: { [VIDEOS]: 12 }, segment: { '': 12 } }
    expect(estimateMs(load, onCards('gpu', 'gpu'), 2)).toBe(12 * 300 + 12 * 40_000)
    expect(estimateMs(load, onCards('a', 'b'), 2)).toBe(12 * 40_000)
    expect(estimateMs({ ...load, segment: { '': 1_000 } }, onCards('a', 'b'), 2)).toBe(500 * 2_500)
  })

  it('goes by the service while an engine has made nothing, and never by a draft of the same kind', () => {
    expect(estimateMs({ clip: { [VIDEOS]: 2 } }, pace, 2)).toBe(120_000)
    expect(estimateMs({ frame: { [IMAGES]: 3 }, clip: { 'draft/camera@1': 1 } }, pace, 1)).toBe(6_000)
    expect(estimateMs({ narration: { 'speech/x@1': 1 } }, pace, 1)).toBe(3_000)
  })

  it('grows by what is added', () => {
    expect(withMore({ frame: { a: 1 } }, 'frame', 'a', 2)).toEqual({ frame: { a: 3 } })
    expect(withMore({ frame: { a: 1 } }, 'clip', 'b', 2)).toEqual({ frame: { a: 1 }, clip: { b: 2 } })
  })
})
