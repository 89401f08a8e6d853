import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { env } from '@/lib/base/env'
import { readToken, tokenBeforeMarks, tokenOf } from './token'

beforeAll(() => {
  env.studioSecret = 'a secret of the test'
})

const parts = fc.record({
  shareId: fc.uuid().map((id) => id.toLowerCase()),
  version: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
})

test('a token is its link’s own, however often it is worked out', () => {
  fc.assert(
    fc.property(parts, (share) => {
      const token = tokenOf(share)
      expect(token).toMatch(/^[\w-]{48}$/)
      expect(tokenOf(share)).toBe(token)
      expect(readToken(token)).toEqual(share)
    }),
  )
})

test('no token can be made up: any change of any letter is nobody’s', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
  fc.assert(
    fc.property(parts, fc.nat(47), fc.constantFrom(...letters), (share, at, letter) => {
      const token = tokenOf(share)
      fc.pre(token[at] !== letter)
      expect(readToken(token.slice(0, at) + letter + token.slice(at + 1))).toBeNull()
    }),
    { numRuns: 500 },
  )
})

test('the body of one link does not fit the signature of another', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      fc.pre(one.shareId !== other.shareId || one.version !== other.version)
      const [a, b] = [one, other].map((share) => Buffer.from(tokenOf(share), 'base64url'))
      if (!a || !b) throw new Error('no tokens')
      const mixed = Buffer.concat([a.subarray(0, 20), b.subarray(20)]).toString('base64url')
      expect(readToken(mixed)).toBeNull()
    }),
  )
})

test('a token has one spelling', () => {
  const token = tokenOf({ shareId: '00000000-0000-4000-8000-000000000000', version: 1 })
  for (const other of [
    `${token}=`,
    `${token} `,
    `.${token}`,
    token.replaceAll('A', 'A\n'),
    `${token}A`,
    '',
  ]) {
    expect(readToken(other)).toBeNull()
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readToken(text)).toBeNull()
    }),
  )
})

test('what a chat program glues to a link is told by its form', () => {
  const token = tokenOf({ shareId: '00000000-0000-4000-8000-000000000000', version: 1 })
  const nobodys = 'A'.repeat(48)
  for (const marks of ['.', '。', ')', '，', '）。', '"', '>', '_', '…', ' ']) {
    expect(tokenBeforeMarks(token + marks)).toBe(token)
    expect(tokenBeforeMarks(nobodys + marks)).toBe(nobodys)
  }
  for (const other of [token, '', '.', `${token}A`, `${token.slice(1)}.`, `${token}.A`, `.${token}.`]) {
    expect(tokenBeforeMarks(other)).toBeNull()
  }
})
