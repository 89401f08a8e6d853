/** A locked studio with a film of its own, its owner who makes links, and strangers who follow them. */
import { type APIRequestContext, type Browser, type Locator, type Page, request } from '@playwright/test'
import { serveForTests } from '../../scripts/test/serve.mjs'
import { test as base, expect, filmIsReady, startSmallFilm, WHEN_MADE } from './writer'

const KEY = 'a key of the test'

interface Made {
  id: string
  url: string
}

interface Sharing {
  address: string
  owner: APIRequestContext
  film: { id: string; title: string }
  makeLink(options?: object): Promise<Made>
  openAsOwner(page: Page, path: string): Promise<void>
  shareDialog(page: Page): Promise<Locator>
  close(): Promise<void>
}

async function openSharing(): Promise<Sharing> {
  const { address, stop } = await serveForTests(process.cwd(), { name: 'share', env: { STUDIO_KEY: KEY } })
  const owner = await request.newContext({ baseURL: address, extraHTTPHeaders: { 'x-api-key': KEY } })
  const film = await startSmallFilm(owner, { title: 'Shared' })
  await filmIsReady(owner, film.id)

  async function openAsOwner(page: Page, path: string): Promise<void> {
    const login = await page.context().request.post(`${address}/api/session`, { data: { key: KEY } })
    expect(login.status()).toBe(200)
    await page.context().addCookies([{ name: 'locale', value: 'en', url: address }])
    await page.goto(address + path)
  }

  return {
    address,
    owner,
    film,
    openAsOwner,
    async makeLink(options = {}) {
      const answer = await owner.post(`/api/projects/${film.id}/shares`, { data: options })
      expect(answer.status(), await answer.text()).toBe(201)
      return (await answer.json()) as Made
    },
    async shareDialog(page) {
      await openAsOwner(page, `/projects/${film.id}`)
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      return page.getByRole('dialog', { name: 'Share the film' })
    },
    async close() {
      await owner.dispose()
      await stop()
    },
  }
}

/** One studio for all that is told of links, in each worker. */
export const test = base.extend<object, { sharing: Sharing }>({
  sharing: [
    // biome-ignore lint/correctness/noEmptyPattern: the first argument tells Playwright what a fixture needs.
    async ({}, use) => {
      const sharing = await openSharing()
      await use(sharing)
      await sharing.close()
    },
    { scope: 'worker', timeout: WHEN_MADE.timeout },
  ],
})

/** Browsers without a window are taken for robots, whose visits are not counted. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36'

/** A browser that has never been here. */
export async function stranger(browser: Browser, options: object = {}): Promise<Page> {
  return await (await browser.newContext({ locale: 'en-US', userAgent, ...options })).newPage()
}

const playing = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime > 0.2 && !video.paused)

/** Plays the page's film, and waits until it moves. */
export async function play(page: Page): Promise<void> {
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.play())
  await expect.poll(() => playing(page)).toBe(true)
}
