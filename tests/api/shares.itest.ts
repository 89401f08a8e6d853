import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeKey } from '@/lib/access/keys'
import { db } from '@/lib/base/db'
import type { Manifest } from '@/lib/plan/manifest'
import type { Json } from './caller'
import { forgetTries, KEY, openShareStudio, type ShareStudio } from './share-studio'

let shares: ShareStudio
let web: ShareStudio['web']
let fox: ShareStudio['fox']
let lamp: ShareStudio['lamp']
let films: ShareStudio['films']
let share: ShareStudio['share']
let change: ShareStudio['change']
let revoke: ShareStudio['revoke']

beforeAll(async () => {
  shares = await openShareStudio()
  ;({ web, fox, lamp, films, share, change, revoke } = shares)
})
afterAll(() => shares.close())
beforeEach(forgetTries)

describe('a link', () => {
  it('opens one film to anybody, and nothing else of the studio', async () => {
    const { path } = await share(fox)
    const page = await web.call(path)
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('<video')
    expect(text).toContain(`property="og:image" content="${web.address}${path}/poster.jpg"`)
    expect(text).toContain('name="twitter:card" content="summary_large_image"')
    expect(text).toContain(`src=&#34;${web.address}${path}/embed&#34;`)
    // Nothing in it leads back into the studio.
    expect(text).not.toContain(fox)
    expect(text).not.toMatch(/[0-9a-f]{64}|\/data\/|\/projects\//)
    expect((await web.call('/api/shares')).status).toBe(401)
    expect((await web.call(`/api/projects/${fox}/shares`)).status).toBe(401)
  })

  it('is found with the end of a sentence glued to it, whether or not it is one', async () => {
    const { path } = await share(fox)
    for (const known of [path, `/s/${'A'.repeat(48)}`]) {
      for (const marks of ['.', '。', ')', '，', '%2E', '%29', '%E3%80%82']) {
        const answer = await web.call(known + marks)
        expect([answer.status, answer.headers.get('location')], marks).toEqual([308, known])
        expect(await answer.text()).toBe('')
      }
    }
    expect((await web.call(`${path}A`)).status).toBe(404)
  })

  it('serves film, poster, subtitles, chapters and pictures, each asked about each time', async () => {
    const { path } = await share(fox)
    for (const [name, type] of [
      ['film.mp4', 'video/mp4'],
      ['poster.jpg', 'image/jpeg'],
      ['subtitles.vtt', 'text/vtt; charset=utf-8'],
      ['chapters.vtt', 'text/vtt; charset=utf-8'],
      ['scenes/0', 'image/png'],
      ['scenes/1', 'image/png'],
    ]) {
      const response = await web.call(`${path}/${name}`)
      expect(response.status, name).toBe(200)
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('cache-control')).toBe('private, no-cache')
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(30)
    }
    const part = await web.call(`${path}/film.mp4`, { headers: { range: 'bytes=4-7' } })
    expect(part.status).toBe(206)
    expect(await part.text()).toBe('ftyp')
  })

  it('offers a subtitle track only where they are not in the picture', async () => {
    const [soft, burnt] = [await share(fox), await share(lamp)]
    expect(await (await web.call(soft.path)).text()).toContain('kind="subtitles"')
    expect(await (await web.call(burnt.path)).text()).not.toContain('kind="subtitles"')
    expect((await web.call(`${burnt.path}/subtitles.vtt`)).status).toBe(404)
  })

  it('is not there for a token that nobody was given', async () => {
    const { path } = await share(fox)
    for (const wrong of ['/s/nothing', `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`]) {
      expect((await web.call(wrong)).status).toBe(404)
      expect((await web.call(`${wrong}/film.mp4`)).status).toBe(404)
    }
  })

  it('can be listed and copied again', async () => {
    const made = await share(lamp, { label: 'for Ada' })
    const { shares } = (await (
      await web.call(`/api/projects/${lamp}/shares`, { headers: KEY })
    ).json()) as Json
    expect(shares.find((link: Json) => link.id === made.id)).toMatchObject({
      url: made.url,
      label: 'for Ada',
    })
    const all = (await (await web.call('/api/shares', { headers: KEY })).json()) as Json
    expect(new Set(all.shares.map((link: Json) => link.projectId))).toEqual(new Set([fox, lamp]))
    const viewer = { 'x-api-key': (await makeKey({ name: 'looks', role: 'viewer' })).secret }
    expect((await web.call('/api/shares', { headers: viewer })).status).toBe(403)
  })
})

describe('a link that is over', () => {
  it('answers 410 at once when it is revoked, also to the next range of a film that is playing', async () => {
    const { id, path } = await share(fox)
    const first = await web.call(`${path}/film.mp4`, { headers: { range: 'bytes=0-99' } })
    expect(first.status).toBe(206)
    await first.arrayBuffer()
    expect((await revoke(id)).status).toBe(200)
    for (const name of ['', '/film.mp4', '/poster.jpg', '/scenes/0', '/embed', '/chapters.vtt']) {
      expect((await web.call(`${path}${name}`, { headers: { range: 'bytes=100-199' } })).status).toBe(410)
    }
    // A browser that has the film already is told so, too.
    const etag = first.headers.get('etag') ?? ''
    expect((await web.call(`${path}/film.mp4`, { headers: { 'if-none-match': etag } })).status).toBe(410)
    expect(await (await web.call(path)).text()).toContain('This link is over')
  })

  it('stays over: nothing changes it, and revoking it again is no error', async () => {
    const { id } = await share(fox)
    await revoke(id)
    expect((await change(id, { expiresAt: null })).status).toBe(409)
    expect((await revoke(id)).status).toBe(200)
  })

  it('answers 410 once its time has run out, and opens again when it is given more', async () => {
    const { id, path } = await share(fox, { expiresAt: new Date(Date.now() + 60_000).toISOString() })
    expect((await web.call(path)).status).toBe(200)
    await db().share.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect((await web.call(path)).status).toBe(410)
    expect((await web.call(`${path}/film.mp4`)).status).toBe(410)
    expect((await change(id, { expiresAt: null })).status).toBe(200)
    expect((await web.call(path)).status).toBe(200)
  })

  it('is over while its project lies in the bin', async () => {
    const { path } = await share(lamp)
    await db().project.update({ where: { id: lamp }, data: { deletedAt: new Date() } })
    expect((await web.call(`${path}/film.mp4`)).status).toBe(410)
    await db().project.update({ where: { id: lamp }, data: { deletedAt: null } })
    expect((await web.call(`${path}/film.mp4`)).status).toBe(200)
  })
})

describe('bad input', () => {
  it.each([
    [{ expiresAt: '2001-01-01T00:00:00Z' }, 'expiresAt'],
    [{ expiresAt: 'tomorrow' }, 'expiresAt'],
    [{ password: 'abc' }, 'password'],
    [{ label: 'x'.repeat(81) }, 'label'],
    [{ allowDownload: 'yes' }, 'allowDownload'],
    [{ filmId: 'newest' }, 'filmId'],
  ])('names the field and makes no link: %j', async (body, field) => {
    const before = await db().share.count()
    const response = await web.json(`/api/projects/${fox}/shares`, 'POST', body, KEY)
    expect(response.status).toBe(400)
    expect(((await response.json()) as Json).error.details[0].field).toBe(field)
    expect(await db().share.count()).toBe(before)
  })

  it('of another project is nobody’s', async () => {
    const foreign = await web.json(`/api/projects/${fox}/shares`, 'POST', { filmId: films[lamp] }, KEY)
    expect(foreign.status).toBe(404)
    const none = await web.json(`/api/projects/${randomUUID()}/shares`, 'POST', {}, KEY)
    expect(none.status).toBe(404)
  })
})

describe('what a token reaches', () => {
  it('is its own film’s, whatever path is asked for', async () => {
    const [own, foreign] = [await share(fox), await share(lamp)]
    const row = await db().film.findUniqueOrThrow({ where: { id: films[lamp] ?? '' } })
    const manifest = row.manifest as unknown as Manifest
    const prints = [row.fingerprint, ...manifest.scenes.flatMap((scene) => Object.values(scene.assets))]
    const names = ['film.mp4', 'poster.jpg', 'subtitles.vtt', 'chapters.vtt', 'scenes/0', 'scenes/1']
    const strangers = new Set(
      await Promise.all(
        (await db().asset.findMany({ where: { fingerprint: { in: prints } } })).map((asset) => asset.digest),
      ),
    )
    const mine = new Set<string>()
    for (const name of names) mine.add((await web.call(`${own.path}/${name}`)).headers.get('etag') ?? '')
    const piece = fc.oneof(
      fc.constantFrom(...names, ...prints, lamp, fox, row.id, foreign.id, foreign.path.slice(3)),
      fc.constantFrom('..', '.', '%2e%2e', 'data', 'final', 'frames', 'scenes', 's', 'api', 'embed'),
      fc.integer({ min: -2, max: 400 }).map((n) => `scenes/${n}`),
      fc.constantFrom(...prints).map((print) => `${print}.mp4`),
      fc.string({ maxLength: 12 }).map(encodeURIComponent),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', '?download', `?film=${row.id}`, `?projectId=${lamp}`),
        async (pieces, query) => {
          const response = await fetchRaw(`${own.path}/${pieces.join('/')}${query}`)
          const etag = response.etag
          expect(strangers.has(etag.replaceAll('"', ''))).toBe(false)
          if (response.status === 200 && etag) expect(mine.has(etag)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** `fetch` resolves `..` before anything leaves the browser; a stranger's program does not. */
async function fetchRaw(path: string): Promise<{ status: number; etag: string }> {
  const { hostname, port } = new URL(web.address)
  return await new Promise((resolve, reject) => {
    request({ hostname, port, path, method: 'HEAD' }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, etag: response.headers.etag ?? '' })
    })
      .on('error', reject)
      .end()
  })
}
