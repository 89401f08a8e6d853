import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import models from '@/inference/contract/models.json'
import { modelCardSchema } from '@/lib/engine/connection/card'
import type { PromptParts } from '@/lib/engine/contract'
import { countTokens, joinPrompt } from './prompt'

const turbo = modelCardSchema.parse(models.images.data[0])
const plain = modelCardSchema.parse(models.plain.data[0])
const girl = { name: 'Mei', description: 'little girl, black hair, red coat' }

const parts = (changes: Partial<PromptParts> = {}): PromptParts => ({
  scene: 'a lighthouse on a cliff at night, storm',
  cast: [girl],
  style: 'paper-cut',
  negative: '',
  ...changes,
})

describe('a prompt', () => {
  it('is style, scene and whoever is seen, in this order', () => {
    expect(joinPrompt(parts(), turbo)).toBe(
      'paper-cut. a lighthouse on a cliff at night, storm. Mei: little girl, black hair, red coat',
    )
  })

  it('keeps style and cast when a long scene would push them out of what CLIP reads', () => {
    const scene = Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ')
    const text = joinPrompt(parts({ scene }), turbo)
    expect(text).toMatch(/^paper-cut\. word0 word1 /)
    expect(text).toContain('Mei: little girl, black hair, red coat')
    expect(text).not.toContain('word89')
  })

  it('is whole for a model that reads more', () => {
    const scene = Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ')
    expect(joinPrompt(parts({ scene }), plain)).toContain('word89')
  })

  it('leaves out a name in letters the model cannot read, not the description', () => {
    const cast = [{ name: '小梅', description: 'little girl, red coat' }]
    expect(joinPrompt(parts({ cast }), turbo)).toMatch(/storm\. little girl, red coat$/)
  })

  it('describes one character in the same words whatever happens in the scene', () => {
    const texts = ['a boat', 'a market at noon, many people, red lanterns', 'a dark room'].map((scene) =>
      joinPrompt(parts({ scene }), turbo),
    )
    for (const text of texts) expect(text.endsWith('Mei: little girl, black hair, red coat')).toBe(true)
  })

  it('never outgrows what CLIP reads, nor the service’s limit', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 900 })
    const member = fc.record({ name: fc.string({ maxLength: 90 }), description: words })
    const any = fc.record({
      scene: words,
      style: words,
      negative: words,
      cast: fc.array(member, { maxLength: 8 }),
    })
    fc.assert(
      fc.property(any, (said) => {
        const text = joinPrompt(said, turbo)
        expect(countTokens(text)).toBeLessThanOrEqual(75)
        expect(joinPrompt(said, plain).length).toBeLessThanOrEqual(4_000)
      }),
    )
  })
})
