import { describe, expect, it } from 'vitest'
import { type AccessRules, isLoopback, refusalOf } from './access'

const open: AccessRules = { host: '127.0.0.1', publicUrl: undefined, studioKey: undefined }
const locked: AccessRules = { host: '0.0.0.0', publicUrl: 'https://films.example', studioKey: 'a long key' }
const withKey = { 'x-api-key': 'a long key' }

describe('without a key', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])('Host %s may speak', (host) => {
    expect(refusalOf({ host }, open)).toBeNull()
  })

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example:3000',
    '127.0.0.1.nip.io',
    'a b',
    'localhost:x',
  ])('Host %s is refused: it may be a name rebound to this machine', (host) => {
    expect(refusalOf({ host }, open)).toBe('host')
  })
})

describe('a page', () => {
  const host = 'localhost:3000'
  it('of the studio itself may ask', () => {
    expect(
      refusalOf({ host, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, open),
    ).toBeNull()
  })

  it.each(['https://evil.example', 'http://localhost:4000', 'null', 'file://', 'nonsense'])(
    'of %s may not',
    (origin) => {
      expect(refusalOf({ host, origin }, open)).toBe('origin')
    },
  )

  it('of another site may link to the studio but not embed or fetch from it', () => {
    const cross = { host, 'sec-fetch-site': 'cross-site' }
    expect(refusalOf({ ...cross, 'sec-fetch-mode': 'navigate' }, open)).toBeNull()
    expect(refusalOf({ ...cross, 'sec-fetch-mode': 'no-cors' }, open)).toBe('origin')
  })
})

describe('with a key', () => {
  it('nobody comes in without it', () => {
    const host = 'films.example'
    expect(refusalOf({ host }, locked)).toBe('key')
    expect(refusalOf({ host, 'x-api-key': 'a long kex' }, locked)).toBe('key')
    expect(refusalOf({ host, 'x-api-key': '' }, locked)).toBe('key')
    expect(refusalOf({ host, ...withKey }, locked)).toBeNull()
  })

  it('only the public name and loopback are hosts, once the public name is known', () => {
    expect(refusalOf({ host: 'other.example', ...withKey }, locked)).toBe('host')
    expect(refusalOf({ host: 'localhost:3000', ...withKey }, locked)).toBeNull()
    expect(
      refusalOf({ host: '192.168.1.5:3000', ...withKey }, { ...locked, publicUrl: undefined }),
    ).toBeNull()
  })

  it('a page behind a proxy is known by the public address', () => {
    const headers = { host: 'localhost:3000', ...withKey }
    expect(refusalOf({ ...headers, origin: 'https://films.example' }, locked)).toBeNull()
    expect(refusalOf({ ...headers, origin: 'http://films.example' }, locked)).toBe('origin')
  })
})

describe('loopback', () => {
  it('is what never leaves the machine', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.9.1', '::1']) expect(isLoopback(host)).toBe(true)
    for (const host of ['0.0.0.0', '::', '192.168.0.1', 'example.org']) expect(isLoopback(host)).toBe(false)
  })
})
