import { get } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { noteVisit } from '@/lib/share/visit'
import type { Json } from './caller'
import { forgetTries, KEY, openShareStudio, type ShareStudio } from './share-studio'

let shares: ShareStudio
let web: ShareStudio['web']
let fox: ShareStudio['fox']
let lamp: ShareStudio['lamp']
let share: ShareStudio['share']
let change: ShareStudio['change']

beforeAll(async () => {
  shares = await openShareStudio()
  ;({ web, fox, lamp, share, change } = shares)
})
afterAll(() => shares.close())
beforeEach(() => {
  forgetTries()
  // No try comes back because the machine is slow.
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a password', () => {
  const form = (path: string, password: string) =>
    web.call(`${path}/unlock`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
      body: new URLSearchParams({ password }).toString(),
    })
  const cookieIn = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

  it('shuts everything below the link until it is given, and tells nothing of the film', async () => {
    const { path } = await share(lamp, { password: 'low tide' })
    const locked = await web.call(path)
    expect(locked.status).toBe(401)
    expect(await locked.text()).not.toMatch(/og:|poster|keeper/i)
    for (const name of ['film.mp4', 'poster.jpg', 'scenes/0', 'chapters.vtt', 'embed']) {
      expect((await web.call(`${path}/${name}`)).status, name).toBe(401)
    }
    const wrong = await form(path, 'high tide')
    expect(wrong.status).toBe(401)
    expect(wrong.headers.get('set-cookie')).toBeNull()
    const right = await form(path, 'low tide')
    expect(right.status).toBe(303)
    expect(right.headers.get('location')).toBe(path)
    expect(right.headers.get('set-cookie')).toMatch(new RegExp(`; Path=${path}; .*HttpOnly; SameSite=Lax`))
    const headers = { cookie: cookieIn(right) }
    expect((await web.call(path, { headers })).status).toBe(200)
    expect((await web.call(`${path}/film.mp4`, { headers })).status).toBe(200)
  })

  it('once given opens no other link, and not this one after it was changed', async () => {
    const [one, other] = [
      await share(lamp, { password: 'low tide' }),
      await share(lamp, { password: 'low tide' }),
    ]
    const headers = { cookie: cookieIn(await form(one.path, 'low tide')) }
    expect((await web.call(one.path, { headers })).status).toBe(200)
    expect((await web.call(other.path, { headers })).status).toBe(401)
    await change(one.id, { password: 'spring tide' })
    expect((await web.call(one.path, { headers })).status).toBe(401)
    await change(one.id, { password: null })
    expect((await web.call(one.path)).status).toBe(200)
  })

  it('asked for at an address that a browser kept leads back to the page', async () => {
    const { path } = await share(lamp, { password: 'one more' })
    const answer = await web.call(`${path}/unlock`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
  })

  it('cannot be guessed for long', async () => {
    const { path } = await share(lamp, { password: 'low tide' })
    const tries: number[] = []
    for (let i = 0; i < 9; i++) tries.push((await form(path, `guess ${i}`)).status)
    expect(tries.slice(0, 8)).toEqual(Array(8).fill(401))
    expect(tries[8]).toBe(429)
    const late = await form(path, 'low tide')
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await late.json()).toMatchObject({ error: { code: 'too_often' } })
  })

  it('is never shown or kept as it is', async () => {
    const { id } = await share(lamp, { password: 'low tide' })
    const list = await (await web.call('/api/shares', { headers: KEY })).text()
    expect(list).not.toContain('low tide')
    expect(list).not.toContain('scrypt')
    const row = await db().share.findUniqueOrThrow({ where: { id } })
    expect(row.password).toMatch(/^scrypt\$/)
  })
})

describe('whoever is refused at the door of a link', () => {
  const visit = async (language: string, path: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, accept: 'text/html', 'accept-language': language }
    const answer = await web.call(path, { ...init, headers })
    return { answer, text: await answer.text() }
  }
  const post = { method: 'POST', body: new URLSearchParams({ password: 'guess' }) }

  it.each([
    ['en', 'Too many tries', /Wait (\d+) seconds?, then try again/, 'Back to the film'],
    ['zh', '尝试次数过多', /请等 (\d+) 秒再试/, '返回影片'],
  ])('reads how long to wait, and finds back to the page (%s)', async (language, title, wait, back) => {
    const { path } = await share(lamp, { password: 'low tide' })
    for (let i = 0; i < 8; i++) await visit(language, `${path}/unlock`, post)
    const { answer, text } = await visit(language, `${path}/unlock`, post)
    expect(answer.status).toBe(429)
    expect(text).toContain(`<h1>${title}</h1>`)
    expect(wait.exec(text)?.[1]).toBe(answer.headers.get('retry-after'))
    expect(text).toContain(`href="${path}">${back}</a>`)
    expect(text).toContain('/share/share.css')
  })

  it('is told in words about a form of another site and an address that is none', async () => {
    const { path } = await share(lamp, { password: 'low tide' })
    const foreign = { ...post, headers: { origin: 'https://elsewhere.example' } }
    const forged = await visit('en', `${path}/unlock`, foreign)
    expect(forged.answer.status).toBe(403)
    expect(forged.text).toContain('This did not come from the film’s page')
    expect(forged.text).toContain(`href="${path}"`)
    const broken = await visit('zh', `${path}%2Ffilm`)
    expect(broken.answer.status).toBe(400)
    expect(broken.text).toContain('<h1>这里没有影片</h1>')
  })

  it('gets a page that stands by itself under an address that the studio does not answer to', async () => {
    const { path } = await share(lamp)
    Object.assign(env, { publicUrl: 'https://films.example' })
    try {
      const text = await new Promise<string>((resolve, reject) => {
        const headers = { host: 'other.example', accept: 'text/html', 'accept-language': 'en' }
        get(`${web.address}${path}`, { headers }, async (answer) => {
          expect(answer.statusCode).toBe(403)
          resolve((await answer.toArray()).join(''))
        }).on('error', reject)
      })
      expect(text).toContain('This is not the studio’s address')
      expect(text).toContain('--stage: #0b0b0d')
    } finally {
      Object.assign(env, { publicUrl: undefined })
    }
  })
})

describe('downloading', () => {
  it('gives the film a name; where it is not allowed the film still plays', async () => {
    const { id, path } = await share(lamp)
    const file = await web.call(`${path}/film.mp4?download`)
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w .-]+\.mp4"; filename\*=UTF-8''/,
    )
    const free = await (await web.call(path)).text()
    expect(free).toMatch(/href="[^"]+film\.mp4\?film=\w+&#38;download"/)
    expect(free).not.toContain('controlslist')
    await change(id, { allowDownload: false })
    expect((await web.call(`${path}/film.mp4?download`)).status).toBe(403)
    const told = await web.call(`${path}/film.mp4?download`, { headers: { accept: 'text/html' } })
    expect(told.status).toBe(403)
    expect(await told.text()).toContain('<h1>This film is for watching only</h1>')
    const playing = await web.call(`${path}/film.mp4`, { headers: { range: 'bytes=0-' } })
    expect(playing.status).toBe(206)
    expect(playing.headers.get('content-disposition')).toBeNull()
    for (const page of [path, `${path}/embed`]) {
      const text = await (await web.call(page)).text()
      expect(text).not.toMatch(/[?;]download/)
      // The browser's own player would offer it, too.
      expect(text).toContain('controlslist="nodownload"')
    }
  })
})

describe('views', () => {
  it('count a visitor once a day and keep nothing to know them by', async () => {
    const { id } = await share(fox)
    const visitor = { address: '203.0.113.7', userAgent: 'Firefox' }
    const day = Date.UTC(2026, 0, 1)
    await noteVisit(id, visitor, day)
    await noteVisit(id, visitor, day + 3_600_000)
    await noteVisit(id, { ...visitor, userAgent: 'Safari' }, day)
    await noteVisit(id, visitor, day + 86_400_000)
    await noteVisit(id, { ...visitor, userAgent: 'Slackbot-LinkExpanding 1.0' }, day)
    const rows = await db().shareView.findMany({ where: { shareId: id } })
    expect(rows).toHaveLength(3)
    expect(new Set(rows.map((row) => row.visitor)).size).toBe(3)
    expect(JSON.stringify(rows)).not.toContain('203.0.113.7')
  })

  it('are counted without a cookie', async () => {
    const { id, path } = await share(fox)
    for (let i = 0; i < 3; i++) {
      const page = await web.call(path, { headers: { 'user-agent': 'Firefox' } })
      expect(page.headers.get('set-cookie')).toBeNull()
    }
    const { shares } = (await (
      await web.call(`/api/projects/${fox}/shares`, { headers: KEY })
    ).json()) as Json
    expect(shares.find((link: Json) => link.id === id)).toMatchObject({ views: 1, viewsToday: 1 })
  })
})
