import { expect, it } from 'vitest'
import { jsonOfKnowledge, type Knowledge, knowledgeOf, takeKey } from './knowledge'

const recipe = {
  kind: 'narration',
  engine: 'test/voice@1',
  seed: 1,
  params: { text: '灯' },
  inputs: {},
} as const
const known: Knowledge = {
  assets: new Map([['a1', { fingerprint: 'a1', recipe, facts: { durationMs: 900, words: [] } }]]),
  takes: new Map([[takeKey('one', 'narration'), ['a0', 'a1']]]),
  failures: new Map([['b1', { code: 'engine_failed', message: 'out of memory' }]]),
  fixedLength: new Set(['videos/svd@1']),
  reference: new Set(),
  ffmpeg: 'ffmpeg/test',
  anchors: { one: 1024 },
}

it('knowledge arrives in the page as it left, without what else a row of the database holds', () => {
  const row = { fingerprint: 'a1', recipe, facts: { durationMs: 900, words: [] }, key: 'audio/a1.wav' }
  const sent = jsonOfKnowledge({ ...known, assets: new Map([['a1', row]]) })
  expect(knowledgeOf(JSON.parse(JSON.stringify(sent)))).toEqual(known)
})
