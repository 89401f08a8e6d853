import { expect, test } from 'vitest'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { changesTo } from './changes'

const now = aStoryboard({ scenes: [aScene({ id: 'a', title: 'Now' }), aScene({ id: 'b', title: 'B' })] })

test('going back tells what comes, what goes and what is another text', () => {
  const [a] = now.scenes
  const then = {
    ...now,
    scenes: [{ ...a, title: 'Then' } as (typeof now.scenes)[number], aScene({ id: 'c', title: 'C' })],
  }
  expect(changesTo(now, then).map(({ kind, name }) => [kind, name])).toEqual([
    ['back', 'C'],
    ['gone', 'B'],
    ['changed', 'Now'],
  ])
  expect(changesTo(now, then).at(-1)?.fields).toEqual([{ field: 'title', from: 'Now', to: 'Then' }])
})

test('nothing to change is nothing', () => {
  expect(changesTo(now, now)).toEqual([])
})
