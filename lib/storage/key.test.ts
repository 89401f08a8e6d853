import { describe, expect, it } from 'vitest'
import { ASSET_KINDS, checkedKey, storageKey } from './key'

const fingerprint = `ab${'0'.repeat(62)}`

describe('storage keys', () => {
  it('are chosen from kind, fingerprint and extension alone', () => {
    expect(storageKey('frame', fingerprint, 'png')).toBe(`frames/ab/${fingerprint}.png`)
    expect(storageKey('narration', fingerprint, 'wav')).toBe(`audio/ab/${fingerprint}.wav`)
    expect(storageKey('film', fingerprint, 'manifest.json')).toBe(`final/ab/${fingerprint}.manifest.json`)
  })

  it('exist for every kind of asset, and pass their own check', () => {
    for (const kind of ASSET_KINDS) expect(checkedKey(storageKey(kind, fingerprint, 'mp4'))).toContain('/ab/')
  })

  it.each([
    '../../etc/passwd',
    `frames/ab/../ab/${fingerprint}.png`,
    `frames/cd/${fingerprint}.png`,
    `frames/ab/${fingerprint}`,
    `frames/ab/${fingerprint}.png/..`,
    `frames/ab/${fingerprint}.png\0`,
    `frames/ab/${fingerprint}.png\n`,
    `tmp/ab/${fingerprint}.png`,
    `FRAMES/ab/${fingerprint}.png`,
    '',
  ])('never lead out of the storage folder: %j', (key) => {
    expect(() => checkedKey(key)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
  })

  it('are refused when fingerprint or extension are not what they claim', () => {
    expect(() => storageKey('frame', '../../../x', 'png')).toThrow()
    expect(() => storageKey('frame', fingerprint, '../png')).toThrow()
  })
})
