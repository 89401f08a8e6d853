import { expect, test } from 'vitest'
import { hashPassword, isPassword } from './password'

test('a password opens what it locked, and nothing else does', async () => {
  const kept = await hashPassword('Käse und Brot')
  expect(kept).not.toContain('Brot')
  expect(await isPassword('Käse und Brot'.normalize('NFD'), kept)).toBe(true)
  expect(await isPassword('Kase und Brot', kept)).toBe(false)
  expect(await isPassword('', kept)).toBe(false)
})

test('the same password is kept differently each time', async () => {
  expect(await hashPassword('once more')).not.toBe(await hashPassword('once more'))
})
