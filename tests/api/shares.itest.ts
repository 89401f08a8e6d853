import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeKey } from '@/lib/access/keys'
import { removeUnused } from '@/lib/asset/store'
import { closeDb, db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import type { Manifest } from '@/lib/plan/manifest'
import { editStoryboard } from '@/lib/project/edit'
import { getProject } from '@/lib/project/store'
import { noteVisit } from '@/lib/share/visit'
import { operationSchema } from '@/lib/storyboard/operations'
import { getRevision } from '@/lib/storyboard/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import type { Json } from './caller'
import { serveShares } from './share-caller'

const KEY = { 'x-api-key': 'open sesame' }

let studio: TestStudio
let web: Awaited<ReturnType<typeof serveShares>>
/** Two projects of two scenes, each with a film; the first without burnt subtitles. */
let fox: string
let lamp: string
let films: Record<string, string>

async function render(projectId: string): Promise<string> {
  const task = await studio.start(projectId)
  expect(await studio.ended(task.id)).toMatchObject({ status: 'done' })
  const film = await db().film.findFirstOrThrow({ where: { projectId }, orderBy: { createdAt: 'desc' } })
  return film.id
}

beforeAll(async () => {
  studio = await openStudio()
  Object.assign(env, { studioKey: 'open sesame', studioSecret: 'a secret of the test' })
  web = await serveShares()
  fox = await studio.makeProject('A fox ran. A lantern glowed.', (brief) => {
    brief.settings.subtitles = false
  })
  lamp = await studio.makeProject('The keeper lit the lamp. The sea was calm.')
  films = { [fox]: await render(fox), [lamp]: await render(lamp) }
})
afterAll(async () => {
  web.close()
  await studio.close()
  await closeDb()
})
beforeEach(() => {
  // Each test has its tries to itself.
  ;(globalThis as { studioLimits?: unknown }).studioLimits = undefined
})

/** The first scene's line. */
async function reword(projectId: string, value: string): Promise<void> {
  const { revision } = await getProject(projectId)
  const [scene] = (await getRevision(projectId, revision)).storyboard.scenes
  if (!scene) throw new Error('no scenes')
  const edits = [{ field: 'narration', value, before: scene.narration }]
  await editStoryboard(projectId, operationSchema.parse({ type: 'scene.update', sceneId: scene.id, edits }), {
    client: 'test',
  })
}

async function share(projectId: string, wanted: object = {}): Promise<Json> {
  const response = await web.json(`/api/projects/${projectId}/shares`, 'POST', wanted, KEY)
  expect(response.status).toBe(201)
  const link = (await response.json()) as Json
  return { ...link, path: new URL(link.url).pathname }
}
const change = (id: string, body: object) => web.json(`/api/shares/${id}`, 'PATCH', body, KEY)
const revoke = (id: string) => web.call(`/api/shares/${id}`, { method: 'DELETE', headers: KEY })
const bytesOf = async (path: string) => Buffer.from(await (await web.call(path)).arrayBuffer())

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

  it('cannot be guessed for long', async () => {
    const { path } = await share(lamp, { password: 'low tide' })
    const tries: number[] = []
    for (let i = 0; i < 9; i++) tries.push((await form(path, `guess ${i}`)).status)
    expect(tries.slice(0, 8)).toEqual(Array(8).fill(401))
    expect(tries[8]).toBe(429)
    const late = await form(path, 'low tide')
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
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

describe('downloading', () => {
  it('gives the film a name; where it is not allowed the film still plays', async () => {
    const { id, path } = await share(lamp)
    const file = await web.call(`${path}/film.mp4?download`)
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w .-]+\.mp4"; filename\*=UTF-8''/,
    )
    const free = await (await web.call(path)).text()
    expect(free).toContain('film.mp4?download')
    expect(free).not.toContain('controlslist')
    await change(id, { allowDownload: false })
    expect((await web.call(`${path}/film.mp4?download`)).status).toBe(403)
    const playing = await web.call(`${path}/film.mp4`, { headers: { range: 'bytes=0-' } })
    expect(playing.status).toBe(206)
    expect(playing.headers.get('content-disposition')).toBeNull()
    for (const page of [path, `${path}/embed`]) {
      const text = await (await web.call(page)).text()
      expect(text).not.toContain('?download')
      // The browser's own player would offer it, too.
      expect(text).toContain('controlslist="nodownload"')
    }
  })
})

describe('a new render', () => {
  it('does not change a shared film; its maker moves the link', async () => {
    const project = await studio.makeProject('A cat slept. A clock ticked.')
    const old = await render(project)
    const { id, path } = await share(project)
    const before = await bytesOf(`${path}/film.mp4`)
    await reword(project, 'A cat woke.')
    const now = await render(project)
    expect(now).not.toBe(old)
    expect((await bytesOf(`${path}/film.mp4`)).equals(before)).toBe(true)
    const list = (await (await web.call(`/api/projects/${project}/shares`, { headers: KEY })).json()) as Json
    expect(list.shares[0]).toMatchObject({ filmId: old, isOlder: true })

    expect((await change(id, { filmId: films[fox] })).status).toBe(404)
    expect((await bytesOf(`${path}/film.mp4`)).equals(before)).toBe(true)
    const moved = await change(id, { filmId: now })
    expect(await moved.json()).toMatchObject({ filmId: now, isOlder: false })
    expect((await bytesOf(`${path}/film.mp4`)).equals(before)).toBe(false)
  })
})

describe('the pictures of a shared film', () => {
  it('stay while a link leads to it, also when their takes are gone', async () => {
    const project = await studio.makeProject('An owl blinked. A branch moved.')
    const film = await db().film.findUniqueOrThrow({ where: { id: await render(project) } })
    const frame = (film.manifest as unknown as Manifest).scenes[0]?.assets.frame ?? ''
    const { id, path } = await share(project)
    await db().take.deleteMany({ where: { projectId: project } })
    expect(await removeUnused(frame)).toBe(0)
    expect((await web.call(`${path}/scenes/0`)).status).toBe(200)
    await revoke(id)
    expect(await removeUnused(frame)).toBeGreaterThan(0)
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
