import { describe, expect, it } from 'vitest'
import type { FrameRequest } from '@/lib/engine/contract'
import { readScene } from '../reading/read-scene'
import { lookOf } from './look'

const LILY = { name: 'Lily', description: 'little girl, black hair, red coat, straw hat' }
const PLAIN = { name: 'Anselm', description: '' }

function looks(scene: string, cast: FrameRequest['prompt']['cast']) {
  const prompt = { scene, cast, style: '', negative: '' }
  return readScene({ prompt, width: 160, height: 90, steps: null, guidance: null, seed: 9 }).people.map(
    lookOf,
  )
}

describe('the look of a person', () => {
  it('is the same in every scene', () => {
    for (const member of [LILY, PLAIN]) {
      const [first] = looks('on the beach at dawn', [member])
      const [second] = looks('a blue coat hangs in a stormy city at night, an old woman passes', [member])
      expect(second).toEqual(first)
    }
  })

  it('follows the words of the description', () => {
    expect(looks('', [LILY])[0]).toMatchObject({
      gender: 'female',
      age: 'child',
      outfit: 'coat',
      main: '#c8402f',
      hairColour: '#2a2a30',
      hat: 'straw',
    })
    expect(looks('', [{ name: '老王', description: '老人，白胡子，蓝色长袍，斗笠' }])[0]).toMatchObject({
      gender: 'male',
      age: 'old',
      outfit: 'robe',
      main: '#3f6fa8',
      beard: 'long',
      hat: 'bamboo',
    })
  })

  it('differs between names that say nothing else', () => {
    const some = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'].map((name) =>
      JSON.stringify(looks('', [{ name, description: '' }])[0]),
    )
    expect(new Set(some).size).toBe(some.length)
  })
})
