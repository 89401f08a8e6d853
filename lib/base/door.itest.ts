import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LENGTH_HEADER, letIn } from './door'

const rules = {
  host: '127.0.0.1',
  publicUrl: undefined,
  studioKey: 'open sesame',
  mode: 'production' as const,
}
let server: Server
let address: string
let inside = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!letIn(request, response, rules)) return
    inside = String(request.headers['content-security-policy'])
    response.setHeader(LENGTH_HEADER, '5')
    if (request.url === '/gzip') response.setHeader('content-encoding', 'gzip')
    response.flushHeaders()
    response.end('hello')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const knock = (headers: Record<string, string> = {}, path = '/') => fetch(`${address}${path}`, { headers })
const key = { 'x-api-key': 'open sesame' }

describe('the door', () => {
  it('answers 401 without the key: JSON to programs, a page to browsers', async () => {
    const program = await knock()
    expect(program.status).toBe(401)
    expect((await program.json()).error.code).toBe('unauthorized')
    const browser = await knock({ accept: 'text/html,*/*' })
    expect(browser.status).toBe(401)
    expect(browser.headers.get('content-type')).toContain('text/html')
    expect(await browser.text()).toContain('X-API-Key')
  })

  it('does not take the key from the address, where logs and histories would keep it', async () => {
    expect((await knock({}, '/?key=open%20sesame')).status).toBe(401)
  })

  it('lets the key in, with security headers and a new nonce each time', async () => {
    const [first, second] = [await knock(key), await knock(key)]
    expect(first.status).toBe(200)
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
    const policy = first.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{22,}'(;|$)/)
    expect(policy).not.toBe(second.headers.get('content-security-policy'))
    expect(inside).toBe(second.headers.get('content-security-policy'))
  })

  it('refuses other sites, even with the key', async () => {
    expect((await knock({ ...key, origin: 'https://evil.example' })).status).toBe(403)
  })

  it('tells how long a file is, unless it is compressed on the way', async () => {
    const plain = await knock(key)
    expect(plain.headers.get('content-length')).toBe('5')
    expect(plain.headers.get(LENGTH_HEADER)).toBeNull()
    const squeezed = await fetch(`${address}/gzip`, { headers: key, method: 'HEAD' })
    expect(squeezed.headers.get('content-length')).toBeNull()
  })
})
