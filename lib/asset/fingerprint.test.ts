import { describe, expect, it } from 'vitest'
import { canonicalJson, fingerprintOf } from './fingerprint'
import type { Recipe } from './recipe'

const frame: Recipe = {
  kind: 'frame',
  engine: 'draft/painter@1',
  seed: 7,
  params: { prompt: '一位独行武者 at dusk', width: 1024, height: 576 },
  inputs: {},
}
const clip: Recipe = {
  kind: 'clip',
  engine: 'draft/camera@1',
  seed: 0,
  params: { camera: 'push-in', frames: 96, ratio: 1.5 },
  inputs: { frame: 'ab'.padEnd(64, '0') },
}

describe('fingerprints', () => {
  // A change here makes every film in the world stale: it is a new engine version at the least.
  it('are what they were in the first release', () => {
    expect(fingerprintOf(frame)).toBe('143d80b065df303629e61f2955fe7db971a20787683b7f5e0a5cc5514e1f4bbc')
    expect(fingerprintOf(clip)).toBe('32a857549a23218c3449e7dc25ed0e956c81732c68c34d59ec9335d89797b2d6')
  })

  it('do not depend on the order of members', () => {
    const { inputs, params, seed, engine, kind } = frame
    const turned = {
      inputs,
      params: Object.fromEntries(Object.entries(params).reverse()),
      seed,
      engine,
      kind,
    }
    expect(fingerprintOf(turned)).toBe(fingerprintOf(frame))
  })

  it('do not depend on how a system composes its letters', () => {
    const composed = fingerprintOf({ ...frame, params: { prompt: 'caf\u00e9' } })
    expect(fingerprintOf({ ...frame, params: { prompt: 'cafe\u0301' } })).toBe(composed)
  })

  it('change with every member', () => {
    const changed: Recipe[] = [
      { ...frame, kind: 'clip' },
      { ...frame, engine: 'draft/painter@2' },
      { ...frame, seed: 8 },
      { ...frame, params: { ...frame.params, width: 1022 } },
      { ...frame, inputs: { frame: 'a' } },
    ]
    expect(new Set([frame, ...changed].map(fingerprintOf)).size).toBe(6)
  })

  it('survive broken text: a lone surrogate is one replacement character', () => {
    expect(canonicalJson({ a: 'x\ud83d' })).toBe('{"a":"x\ufffd"}')
  })
})

describe('canonical JSON', () => {
  it('writes members in the order of their UTF-16 units and numbers as ECMAScript does (RFC 8785)', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, 1: 3, '\u00f6': 1e21, a: [0.000001, 1e-7, -0] })).toBe(
      '{"\\r":2,"1":3,"a":[0.000001,1e-7,0],"\u00f6":1e+21,"\u20ac":1}',
    )
  })

  it('leaves undefined members out and refuses numbers JSON does not have', () => {
    expect(canonicalJson({ ...frame, seed: undefined } as unknown as Recipe)).not.toContain('seed')
    expect(() => canonicalJson(Number.NaN)).toThrow()
    expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow()
  })
})
