import { expect, test } from 'vitest'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { SLOTS } from '@/lib/storyboard/schema'
import { randomStoryboard } from '@/tests/kit/random-storyboard'
import { jsonOfKnowledge, knowledgeOf } from './knowledge'
import { plan } from './plan'

const CASES = Array.from({ length: 60 }, (_, i) => randomStoryboard(i))

test('a plan depends on what its input says, not on which objects say it', () => {
  for (const { board, known } of CASES) {
    const again = plan(structuredClone(board), knowledgeOf(structuredClone(jsonOfKnowledge(known))))
    expect(again).toEqual(plan(board, known))
  }
})

test('what is missing is named by its recipe, and what is stale says why', () => {
  for (const { board, known } of CASES) {
    for (const { slots } of plan(board, known).board) {
      for (const slot of SLOTS) {
        const { state, recipe, fingerprint, shown, chosen, why } = slots[slot]
        if (state === 'missing' && recipe) expect(fingerprint).toBe(fingerprintOf(recipe))
        const isStale = shown !== null && chosen === null && recipe !== null
        if (isStale && shown !== fingerprint) expect(why.length).toBeGreaterThan(0)
      }
    }
  }
})
