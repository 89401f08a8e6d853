import { describe, expect, it } from 'vitest'
import { type AddressRules, isLoopback, refusedPlace } from './address'

const open: AddressRules = { host: '127.0.0.1', publicUrl: undefined, studioKey: undefined }
const locked: AddressRules = { host: '0.0.0.0', publicUrl: 'https://films.example', studioKey: 'a long key' }

describe('without a key', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])('Host %s may speak', (host) => {
    expect(refusedPlace({ host }, open)).toBeNull()
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
    expect(refusedPlace({ host }, open)).toBe('host')
  })
})

describe('a page', () => {
  const host = 'localhost:3000'
  it('of the studio itself may ask', () => {
    expect(
      refusedPlace({ host, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, open),
    ).toBeNull()
  })

  it.each(['https://evil.example', 'http://localhost:4000', 'null', 'file://', 'nonsense'])(
    'of %s may not',
    (origin) => {
      expect(refusedPlace({ host, origin }, open)).toBe('origin')
    },
  )

  it('of another site may link to the studio but not embed or fetch from it', () => {
    const cross = { host, 'sec-fetch-site': 'cross-site' }
    expect(refusedPlace({ ...cross, 'sec-fetch-mode': 'navigate' }, open)).toBeNull()
    expect(refusedPlace({ ...cross, 'sec-fetch-mode': 'no-cors' }, open)).toBe('origin')
  })
})

describe('with a key or a public address', () => {
  it('only the public name and loopback are hosts, once the public name is known', () => {
    expect(refusedPlace({ host: 'other.example' }, locked)).toBe('host')
    expect(refusedPlace({ host: 'localhost:3000' }, locked)).toBeNull()
    expect(refusedPlace({ host: '192.168.1.5:3000' }, { ...locked, publicUrl: undefined })).toBeNull()
  })

  it('a page behind a proxy is known by the public address', () => {
    const headers = { host: 'localhost:3000' }
    expect(refusedPlace({ ...headers, origin: 'https://films.example' }, locked)).toBeNull()
    expect(refusedPlace({ ...headers, origin: 'http://films.example' }, locked)).toBe('origin')
  })
})

describe('loopback', () => {
  it('is what never leaves the machine', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.9.1', '::1']) expect(isLoopback(host)).toBe(true)
    for (const host of ['0.0.0.0', '::', '192.168.0.1', 'example.org']) expect(isLoopback(host)).toBe(false)
  })
})
