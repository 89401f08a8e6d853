import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as keyRoute from '@/app/api/keys/[id]/route'
import * as keysRoute from '@/app/api/keys/route'
import * as sessionRoute from '@/app/api/session/route'
import { letIn } from '@/lib/access/door'
import { endKey, makeKey } from '@/lib/access/keys'
import { LIMITS, limiter } from '@/lib/access/limits'
import { PRINCIPAL_HEADER } from '@/lib/access/principal'
import type { Principal, Role } from '@/lib/access/schema'
import { openSession, SESSION_COOKIE } from '@/lib/access/session'
import { insertEndedSession, isSessionEnded } from '@/lib/access/store'
import { env } from '@/lib/base/env'
import { LENGTH_HEADER } from '@/lib/base/http-file'
import { createTestDatabase } from '@/tests/kit/database'

let server: Server
let address: string
let inside: { policy: string; principal: Principal | null } | undefined

beforeAll(async () => {
  await createTestDatabase()
  Object.assign(env, { studioKey: 'open sesame', studioSecret: 'a secret of the test' })
  server = createServer(async (request, response) => {
    if (!(await letIn(request, response, env))) return
    inside = {
      policy: String(request.headers['content-security-policy']),
      principal: JSON.parse(decodeURIComponent(String(request.headers[PRINCIPAL_HEADER]))),
    }
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

beforeEach(() => {
  inside = undefined
  // Each test has its tries to itself, and none comes back because the machine is slow.
  ;(globalThis as { studioLimits?: unknown }).studioLimits = undefined
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const knock = (headers: Record<string, string> = {}, path = '/', method = 'GET') =>
  fetch(`${address}${path}`, { headers, method, redirect: 'manual' })
const key = { 'x-api-key': 'open sesame' }
const cookie = (value: string) => ({ cookie: `theme=dark; ${SESSION_COOKIE}=${value}` })
const secretOf = async (role: Role) => (await makeKey({ name: `a ${role}`, role })).secret

describe('the door', () => {
  it('answers 401 without the key: JSON to programs, the login page to people', async () => {
    const program = await knock()
    expect(program.status).toBe(401)
    expect((await program.json()).error.code).toBe('unauthorized')
    const person = await knock({ accept: 'text/html,*/*' }, '/projects/x?scene=2')
    expect(person.status).toBe(303)
    expect(person.headers.get('location')).toBe('/login?next=%2Fprojects%2Fx%3Fscene%3D2')
  })

  it('says of a wrong key that it is wrong or revoked, and not which', async () => {
    const made = await makeKey({ name: 'gone', role: 'editor' })
    await endKey(made.key.id)
    const [wrong, revoked] = [
      await knock({ 'x-api-key': 'guess' }),
      await knock({ 'x-api-key': made.secret }),
    ]
    expect([wrong.status, revoked.status]).toEqual([401, 401])
    const { error } = await wrong.json()
    expect(error.message).toMatch(/wrong or was revoked.*\/settings/)
    expect(error.details).toMatchObject([{ field: 'X-API-Key' }])
    expect((await revoked.json()).error).toEqual(error)
    expect((await (await knock()).json()).error.message).toMatch(/^This studio is locked/)
  })

  it('does not take the key from the address, where logs and histories would keep it', async () => {
    expect((await knock({}, '/?key=open%20sesame')).status).toBe(401)
  })

  it('lets the key in, with security headers and a new nonce each time', async () => {
    const [first, second] = [await knock(key), await knock(key)]
    expect(first.status).toBe(200)
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
    expect(first.headers.get('x-frame-options')).toBe('DENY')
    const policy = first.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{22,}'(;|$)/)
    expect(policy).not.toBe(second.headers.get('content-security-policy'))
    expect(inside?.policy).toBe(second.headers.get('content-security-policy'))
  })

  it('refuses other sites, even with the key', async () => {
    expect((await knock({ ...key, origin: 'https://evil.example' })).status).toBe(403)
  })

  it('tells how long a file is, unless it is compressed on the way', async () => {
    const plain = await knock(key)
    expect(plain.headers.get('content-length')).toBe('5')
    expect(plain.headers.get(LENGTH_HEADER)).toBeNull()
    const squeezed = await knock(key, '/gzip', 'HEAD')
    expect(squeezed.headers.get('content-length')).toBeNull()
  })

  it('says behind it who asks, and believes nobody who says so himself', async () => {
    const forged = encodeURIComponent(JSON.stringify({ role: 'admin', name: 'me', key: 'open' }))
    await knock({ 'x-api-key': await secretOf('viewer'), [PRINCIPAL_HEADER]: forged })
    expect(inside?.principal).toMatchObject({ role: 'viewer', name: 'a viewer' })
    await knock({ [PRINCIPAL_HEADER]: forged }, '/login')
    expect(inside?.principal).toBeNull()
  })

  it('gives a role what it may, and no more', async () => {
    const status = async (role: Role, method: string, path: string) =>
      (await knock({ 'x-api-key': await secretOf(role) }, path, method)).status
    expect(await status('viewer', 'GET', '/api/projects')).toBe(200)
    expect(await status('viewer', 'POST', '/api/projects')).toBe(403)
    expect(await status('editor', 'POST', '/api/projects')).toBe(200)
    expect(await status('editor', 'GET', '/api/keys')).toBe(403)
    expect(await status('editor', 'GET', '/api/%6beys')).toBe(403)
    expect(await status('admin', 'GET', '/api/keys')).toBe(200)
  })

  it('lets a share link be embedded, and nothing else', async () => {
    const embedded = await knock({}, '/s/token/embed')
    expect(embedded.headers.get('x-frame-options')).toBeNull()
    expect(embedded.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect((await knock({}, '/s/token')).headers.get('content-security-policy')).toContain("ancestors 'none'")
  })

  it('counts wrong keys, then answers no guess any more, whoever is right', async () => {
    for (let i = 0; i < 10; i++) expect((await knock({ 'x-api-key': `guess ${i}` })).status).toBe(401)
    const late = await knock(key)
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(limiter('key').wait('somebody else')).toBe(0)
  })

  it('lets a key start work by the published API so often, then says when to come again', async () => {
    const [busy, other] = [await secretOf('editor'), await secretOf('editor')]
    const render = async (secret: string) => knock({ 'x-api-key': secret }, '/render', 'POST')
    for (let i = 0; i < LIMITS.published.burst; i++) expect((await render(busy)).status).toBe(200)
    const late = await render(busy)
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await render(other)).status).toBe(200)
    expect((await knock({ 'x-api-key': busy }, '/tasks/1')).status).toBe(200)
  })
})

describe('a session', () => {
  const login = (secret: string) =>
    sessionRoute.POST(
      new Request('http://localhost/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: secret }),
      }),
      { params: Promise.resolve({}) },
    )
  const sessionIn = (response: Response) =>
    /^studio_session=([^;]*);/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''

  it('begins with a key and stands for it, out of reach of scripts and other sites', async () => {
    const response = await login(await secretOf('editor'))
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax/)
    await knock(cookie(sessionIn(response)))
    expect(inside?.principal).toMatchObject({ role: 'editor' })
  })

  it('does not begin with a wrong key', async () => {
    const response = await login('nobody’s')
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('ends when its key is revoked, when its time is over, and when STUDIO_KEY is another', async () => {
    const made = await makeKey({ name: 'gone', role: 'editor' })
    const session = openSession(made.key.id)
    expect((await knock(cookie(session))).status).toBe(200)
    const ended = await keyRoute.DELETE(new Request('http://localhost/', { method: 'DELETE' }), {
      params: Promise.resolve({ id: made.key.id }),
    })
    expect(ended.status).toBe(200)
    expect((await knock(cookie(session))).status).toBe(401)
    expect((await knock({ 'x-api-key': made.secret })).status).toBe(401)

    expect((await knock(cookie(openSession('studio', Date.now() - 15 * 86_400_000)))).status).toBe(401)
    const own = openSession('studio')
    expect((await knock(cookie(own))).status).toBe(200)
    Object.assign(env, { studioKey: 'another one' })
    expect((await knock(cookie(own))).status).toBe(401)
    Object.assign(env, { studioKey: 'open sesame' })
  })

  it('is over for every copy of its cookie once somebody logs out, and no other session is', async () => {
    for (const secret of ['open sesame', await secretOf('editor')]) {
      const [mine, other] = [sessionIn(await login(secret)), sessionIn(await login(secret))]
      expect((await knock(cookie(mine))).status).toBe(200)
      const left = await sessionRoute.DELETE(
        new Request('http://localhost/api/session', { method: 'DELETE', headers: cookie(mine) }),
        { params: Promise.resolve({}) },
      )
      expect(left.headers.get('set-cookie')).toMatch(/^studio_session=; .*Max-Age=0/)
      expect((await knock(cookie(mine))).status).toBe(401)
      expect((await knock(cookie(other))).status).toBe(200)
    }
  })

  it('that ended is kept no longer than its cookie would have lasted', async () => {
    await insertEndedSession({ id: 'a'.repeat(64), until: new Date(Date.now() + 1_000) })
    vi.setSystemTime(Date.now() + 2_000)
    await insertEndedSession({ id: 'b'.repeat(64), until: new Date(Date.now() + 1_000) })
    expect(await isSessionEnded('a'.repeat(64))).toBe(false)
    expect(await isSessionEnded('b'.repeat(64))).toBe(true)
  })

  it.each(['', 'x', 'a.b', `${openSession('studio')}x`, openSession('studio').replace(/^./, 'A')])(
    'that is forged is nobody’s: %j',
    async (forged) => {
      expect((await knock(cookie(forged))).status).toBe(401)
    },
  )
})

describe('named keys', () => {
  it('are shown once, and kept as what they hash to', async () => {
    const secret = await secretOf('viewer')
    const list = await keysRoute.GET(new Request('http://localhost/api/keys'), {
      params: Promise.resolve({}),
    })
    const text = await list.text()
    expect(text).toContain(secret.slice(0, 8))
    expect(text).not.toContain(secret)
    expect(text).not.toContain('hash')
  })
})
