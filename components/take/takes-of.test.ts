import { describe, expect, it } from 'vitest'
import type { Workspace } from '@/lib/project/schema'
import { afterDiscard, flip, rivalOf, type ShownTake, takesOf } from './takes-of'

const take = (fingerprint: string): ShownTake => ({
  fingerprint,
  url: '',
  engine: 'draft/painter@1',
  seed: 1,
  label: '',
  width: 16,
  height: 9,
  durationMs: null,
  createdAt: '2026-01-01T00:00:00.000Z',
})
const takes = ['a', 'b', 'c'].map(take)

describe('the takes of a slot', () => {
  it('are those of its scene whose asset is known, oldest first, with what made them', () => {
    const view = (sceneId: string, slot: string, fingerprint: string) => ({
      ...{ sceneId, slot, fingerprint, label: '', createdAt: '2026-01-01T00:00:00.000Z' },
    })
    const asset = (fingerprint: string) => ({
      fingerprint,
      recipe: { kind: 'frame', engine: 'draft/painter@1', seed: 4, params: {}, inputs: {} },
      facts: { width: 32, height: 18, words: [] },
    })
    const workspace = {
      id: 'p',
      takes: [
        view('s', 'frame', 'a'),
        view('s', 'clip', 'b'),
        view('t', 'frame', 'c'),
        view('s', 'frame', 'd'),
      ],
      knowledge: { assets: ['a', 'b', 'c'].map(asset) },
    } as unknown as Workspace
    expect(takesOf(workspace, 's', 'frame')).toEqual([
      { ...take('a'), url: '/data/frames/p/s-a.png', seed: 4, width: 32, height: 18 },
    ])
  })

  it('are flipped through by keys, and end where they end', () => {
    const keys = (from: string) =>
      ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'x'].map((k) => flip(takes, from, k)?.fingerprint)
    expect(keys('a')).toEqual(['a', 'b', 'a', 'c', undefined])
    expect(keys('c')).toEqual(['b', 'c', 'a', 'c', undefined])
    expect(flip([], undefined, 'ArrowRight')).toBeUndefined()
  })

  it('are held against the chosen one, and the chosen one against its neighbour', () => {
    const rival = (shown: string, chosen: string | null) => rivalOf(takes, shown, chosen)?.fingerprint
    expect([rival('a', 'c'), rival('c', 'c'), rival('a', 'a'), rival('b', null), rival('b', 'gone')]).toEqual(
      [...['c', 'b', 'b', 'a', 'a']],
    )
    expect(rivalOf(takes.slice(0, 1), 'a', 'a')).toBeUndefined()
  })

  it('go on with a neighbour when one is thrown away', () => {
    expect(['a', 'b', 'c'].map((gone) => afterDiscard(takes, gone))).toEqual(['b', 'c', 'b'])
    expect(afterDiscard(takes.slice(0, 1), 'a')).toBeNull()
  })
})
