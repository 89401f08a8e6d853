import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeUnused } from '@/lib/asset/store'
import { db } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import type { Manifest } from '@/lib/plan/manifest'
import type { Json } from './caller'
import { forgetTries, KEY, openShareStudio, type ShareStudio } from './share-studio'

let shares: ShareStudio
let studio: ShareStudio['studio']
let web: ShareStudio['web']
let fox: ShareStudio['fox']
let films: ShareStudio['films']
let render: ShareStudio['render']
let reword: ShareStudio['reword']
let share: ShareStudio['share']
let change: ShareStudio['change']
let revoke: ShareStudio['revoke']
let bytesOf: ShareStudio['bytesOf']

beforeAll(async () => {
  shares = await openShareStudio()
  ;({ studio, web, fox, films, render, reword, share, change, revoke, bytesOf } = shares)
})
afterAll(() => shares.close())
beforeEach(forgetTries)

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

  it('is never mixed with the film that an open page shows', async () => {
    const project = await studio.makeProject('A door was open. A wind came.')
    await render(project)
    const { id, path } = await share(project)
    const page = await (await web.call(path)).text()
    const addresses = [...page.matchAll(/(?:src|poster)="([^"]*\?film=\w+)"/g)].map(
      ([, address]) => address ?? '',
    )
    expect(addresses.length).toBeGreaterThanOrEqual(4)
    const download = /href="([^"]*download)"/.exec(page)?.[1]?.replace('&#38;', '&') ?? ''
    expect((await web.call(download)).headers.get('content-disposition')).toMatch(/^attachment/)
    const range = { headers: { range: 'bytes=0-99' } }
    for (const address of addresses) expect((await web.call(address, range)).status, address).toBe(206)
    await reword(project, 'A door was shut.')
    await change(id, { filmId: await render(project) })
    for (const address of addresses) expect((await web.call(address, range)).status, address).toBe(410)
    expect((await web.call(path)).status).toBe(200)
    expect((await web.call(`${path}/film.mp4`, range)).status).toBe(206)
    expect((await web.call(download)).status).toBe(410)
    for (const [language, title, newer] of [
      ['en', 'This link shows a newer film', 'Watch the newer film'],
      ['zh', '这个链接已指向更新的影片', '观看新影片'],
    ] as const) {
      const headers = { accept: 'text/html', 'accept-language': language }
      const told = await web.call(download, { headers })
      expect(told.status).toBe(410)
      const text = await told.text()
      expect(text).toContain(`<h1>${title}</h1>`)
      expect(text).toContain(`href="${path}">${newer}</a>`)
    }
    await revoke(id)
    const over = await web.call(download, { headers: { accept: 'text/html' } })
    expect(over.status).toBe(410)
    expect(await over.text()).toContain('<h1>This link is over</h1>')
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

describe('a scene that fell back', () => {
  it('is marked on the page of the link, in words and in both languages, without what went wrong inside', async () => {
    const project = await studio.makeProject('A singer came. Her voice was gone. She bowed.')
    studio.engines.voice.before = async (request) => {
      if ((request as { text: string }).text.startsWith('Her voice')) {
        throw new StudioError('engine_failed', 'secret of the engine')
      }
    }
    await render(project)
    studio.engines.voice.before = async () => undefined
    const { path } = await share(project)
    const page = async (language: string) =>
      await (await web.call(path, { headers: { 'accept-language': language } })).text()
    const scenes = (await page('en')).match(/<li><button[\s\S]*?<\/li>/g) ?? []
    expect(scenes.map((scene) => scene.includes('A draft engine stepped in here: Voice'))).toEqual([
      false,
      true,
      false,
    ])
    expect(await page('zh')).toContain('这里由草稿引擎代替完成：旁白')
    expect(await page('en')).not.toContain('secret of the engine')
    expect(await page('en')).toContain('the studio’s draft engines')
  })
})
