import { expect, test, vi } from 'vitest'
import { anAnimatic } from '@/tests/kit/animatic'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import type { AnimaticScene } from '../animatic'
import type { PictureSource } from '../pictures'
import type { Reel, ReelOrder } from './reel'
import { openReels } from './reels'

const SIZE = { width: 320, height: 180 }

/** A loader that delivers when it is told to. */
function projectionRoom() {
  const asked: { key: string; order: ReelOrder; done: PromiseWithResolvers<void> }[] = []
  const closed: string[] = []
  const reel = (key: string, rough = false): Reel => ({
    key,
    rough,
    draw: () => {},
    rest: () => {},
    close: () => closed.push(key),
  })
  const load = (source: PictureSource, order: ReelOrder) => {
    const done = Promise.withResolvers<void>()
    asked.push({ key: source.key, order, done })
    return done.promise
  }
  return { asked, closed, reel, reels: openReels(SIZE, load, () => {}) }
}

function aim(changes: Partial<AnimaticScene>): AnimaticScene {
  const [scene] = anAnimatic(aStoryboard({ scenes: [aScene({ id: 'one' })] })).scenes
  if (!scene) throw new Error('one scene')
  return { ...scene, ...changes }
}
const clip = (key: string): PictureSource => ({ kind: 'clip', key, url: `/${key}`, frames: 0, fps: 0 })

test('what cannot be had gives way to the next best', async () => {
  const { reels, asked, reel } = projectionRoom()
  reels.aim([aim({ pictures: [clip('gone'), clip('there')] })])
  asked[0]?.done.reject(new Error('404'))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.order.show(reel('there'))
  expect(reels.find('one')?.key).toBe('there')
  reels.close()
})

test('a changed source keeps the old picture on the screen until the new one is there', () => {
  const { reels, asked, closed, reel } = projectionRoom()
  reels.aim([aim({ pictures: [clip('old')] })])
  asked[0]?.order.show(reel('old'))
  asked[0]?.done.resolve()
  reels.aim([aim({ pictures: [clip('new')] })])
  expect(reels.find('one')?.key).toBe('old')
  asked[1]?.order.show(reel('new'))
  expect(reels.find('one')?.key).toBe('new')
  expect(closed).toEqual(['old'])
})

test('typed faster than painted, an older picture never follows a newer one', () => {
  const { reels, asked, closed, reel } = projectionRoom()
  for (const key of ['a', 'b', 'c']) reels.aim([aim({ pictures: [clip(key)] })])
  asked[1]?.order.show(reel('b'))
  expect(reels.find('one')?.key).toBe('b')
  asked[0]?.order.show(reel('a'))
  expect(reels.find('one')?.key).toBe('b')
  asked[2]?.order.show(reel('c'))
  expect(reels.find('one')?.key).toBe('c')
  expect(closed).toEqual(['a', 'b'])
})

test('a scene that is let go takes its memory and its orders with it', () => {
  const { reels, asked, closed, reel } = projectionRoom()
  reels.aim([aim({ pictures: [clip('a')] })])
  asked[0]?.order.show(reel('a'))
  reels.aim([aim({ id: 'two', pictures: [clip('b')] })])
  expect(closed).toEqual(['a'])
  expect(asked[0]?.order.signal.aborted).toBe(true)
  asked[0]?.order.show(reel('a, late'))
  expect(closed).toEqual(['a', 'a, late'])
  expect(reels.find('one')).toBeUndefined()
})

test('only the scene on air is hurried', () => {
  const { reels, asked } = projectionRoom()
  reels.aim([aim({ pictures: [clip('a')] }), aim({ id: 'two', pictures: [clip('b')] })])
  expect(asked.map(({ order }) => order.hurry)).toEqual([true, false])
})
