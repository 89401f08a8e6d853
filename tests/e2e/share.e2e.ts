/** Share links, from a studio that is locked: whoever watches has no key, no session and another browser. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { play, stranger, test } from './sharing'
import { expect, expectAccessible, spreadOf, WHEN_MADE } from './writer'

test.use({ reducedMotion: 'reduce', expectedErrors: /4(01|10) / })

test('A writer makes a link, and somebody without a key watches the film by it', async ({
  page,
  browser,
  sharing,
}) => {
  const dialog = await sharing.shareDialog(page)
  await dialog.getByLabel('For whom').fill('Grandma')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const row = dialog.getByRole('listitem').filter({ hasText: 'Grandma' })
  await expect(row.getByRole('button', { name: 'Copy' })).toBeFocused()
  await expect(dialog.getByRole('status')).toHaveText('The link is ready.')
  const url = (await row.locator('code').textContent()) ?? ''
  expect(url).toMatch(new RegExp(`^${sharing.address}/s/[\\w-]{48}$`))
  await row.getByRole('button', { name: 'QR code' }).click()
  const picture = row.getByRole('img', { name: 'QR code of the link' })
  await expect(picture).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/share-dialog-1440.png' })
  await row.getByRole('button', { name: 'QR code' }).click()
  await expect(picture).toBeHidden()
  // On a phone what is done with a link stays in one row.
  await page.setViewportSize({ width: 390, height: 844 })
  const inRow = [
    row.getByRole('button', { name: 'QR code' }),
    row.getByRole('link'),
    row.getByRole('button', { name: 'Revoke' }),
  ]
  await expect.poll(() => spreadOf(inRow, (box) => box.y + box.height / 2)).toBeLessThan(1)
  await page.setViewportSize({ width: 1440, height: 900 })

  const guest = await stranger(browser)
  expect((await guest.goto(url))?.status()).toBe(200)
  await expect(guest.getByRole('heading', { level: 1, name: sharing.film.title })).toBeVisible()
  await expectAccessible(guest)
  await play(guest)
  const scenes = guest.getByRole('navigation', { name: 'Scenes' }).getByRole('button')
  await expect(scenes).toHaveCount(2)
  await scenes.nth(1).click()
  await expect(scenes.nth(1)).toHaveAttribute('aria-current', 'true')
  // The link opens the film and nothing else of the studio.
  await guest.goto(sharing.address)
  await expect(guest).toHaveURL(/\/login/)
  expect((await guest.request.get(`${sharing.address}/api/projects/${sharing.film.id}`)).status()).toBe(401)
  await guest.context().close()

  await page.reload()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(row).toContainText('1 view')
})

test('The owner finds every link of the studio in one place, and ends one there', async ({
  page,
  sharing,
}) => {
  const { url } = await sharing.makeLink({ label: 'For the list' })
  await sharing.openAsOwner(page, '/settings')
  const links = page.getByRole('region', { name: 'Share links' })
  const row = links.getByRole('listitem').filter({ hasText: 'For the list' })
  await expect(row.getByText(url)).toBeVisible()
  await expect(row.getByRole('link', { name: sharing.film.title })).toHaveAttribute(
    'href',
    `/projects/${sharing.film.id}`,
  )
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row.getByText('Revoked')).toBeVisible()
  expect((await page.request.get(url)).status()).toBe(410)
})

test('A viewer gives the password once, and a wrong one opens nothing', async ({ browser, sharing }) => {
  const { url } = await sharing.makeLink({ password: 'low tide' })
  const guest = await stranger(browser)
  expect((await guest.goto(url))?.status()).toBe(401)
  await expect(guest.locator('video')).toHaveCount(0)
  await expectAccessible(guest)
  await guest.getByLabel('Password').fill('high tide')
  await guest.getByRole('button', { name: 'Watch the film' }).click()
  await expect(guest.getByRole('alert')).toContainText('not the password')
  await guest.getByLabel('Password').fill('low tide')
  await guest.getByRole('button', { name: 'Watch the film' }).click()
  await play(guest)
  await guest.reload()
  await expect(guest.locator('video')).toBeVisible()
  await guest.context().close()
})

for (const [locale, watch, title, wait, back] of [
  ['en-US', 'Watch the film', 'Too many tries', /Wait \d seconds?/, 'Back to the film'],
  ['zh-CN', '观看影片', '尝试次数过多', /请等 \d 秒/, '返回影片'],
] as const) {
  test(`Whoever tries passwords too often reads how long to wait, and finds back (${locale})`, async ({
    browser,
    sharing,
  }) => {
    const { url } = await sharing.makeLink({ password: 'low tide' })
    const guest = await stranger(browser, { locale, viewport: { width: 390, height: 800 } })
    await guest.goto(url)
    await guest.locator('input').fill('low tide')
    const guess = () => guest.request.post(`${url}/unlock`, { form: { password: 'high tide' } })
    // All at once, and no waiting for those that are looked at: a free try comes back every few seconds.
    const guesses = Array.from({ length: 12 }, guess)
    await Promise.any(guesses.map(async (answer) => expect((await answer).status()).toBe(429)))
    await guest.getByRole('button', { name: watch }).click()
    await expect(guest.getByRole('heading', { name: title })).toBeVisible()
    await expect(guest.getByText(wait)).toBeVisible()
    await expectAccessible(guest)
    await guest.screenshot({ path: `test-results/share-often-${locale}.png` })
    await guest.getByRole('link', { name: back }).click()
    await expect(guest).toHaveURL(url)
    await expect(guest.locator('input')).toBeVisible()
    await Promise.all(guesses)
    await guest.context().close()
  })
}

test('A link ends by itself when its time has run out', async ({ browser, sharing }) => {
  const { id, url } = await sharing.makeLink()
  const guest = await stranger(browser)
  expect((await guest.goto(url))?.status()).toBe(200)
  const expiresAt = new Date(Date.now() + 2_000).toISOString()
  expect((await sharing.owner.patch(`/api/shares/${id}`, { data: { expiresAt } })).status()).toBe(200)
  await expect.poll(async () => (await guest.request.get(url)).status()).toBe(410)
  expect((await guest.goto(url))?.status()).toBe(410)
  await expect(guest.getByRole('heading', { name: 'This link is over' })).toBeVisible()
  await expectAccessible(guest)
  await guest.context().close()
})

test('A viewer whose link is moved to a newer film is told so, and watches that one', async ({
  page,
  browser,
  sharing,
}) => {
  const { url } = await sharing.makeLink({ label: 'On the move' })
  const guest = await stranger(browser)
  const other = await guest.context().newPage()
  for (const one of [guest, other]) await one.goto(url)
  await play(guest)

  const view = async () => await (await sharing.owner.get(`/api/projects/${sharing.film.id}`)).json()
  const before = await view()
  const [scene] = before.storyboard.scenes
  const edits = [{ field: 'title', value: 'Another title', before: scene.title }]
  const operation = { type: 'scene.update', sceneId: scene.id, edits }
  const edited = await sharing.owner.post(`/api/projects/${sharing.film.id}/operations`, {
    data: { client: 'owner', operation },
  })
  expect(edited.status(), await edited.text()).toBe(200)
  await sharing.owner.post(`/api/projects/${sharing.film.id}/targets`, { data: { type: 'render' } })
  await expect.poll(async () => (await view()).film.id, WHEN_MADE).not.toBe(before.film.id)
  const row = (await sharing.shareDialog(page)).getByRole('listitem').filter({ hasText: 'On the move' })
  await row.getByRole('button', { name: 'Move to the newest film' }).click()
  await expect(row.getByRole('button', { name: 'Copy' })).toBeFocused()

  await other.getByRole('link', { name: 'Download the film' }).click()
  await expect(other.getByRole('heading', { name: 'This link shows a newer film' })).toBeVisible()
  await expectAccessible(other)
  await other.getByRole('link', { name: 'Watch the newer film' }).click()
  await expect(other.getByText('Another title')).toBeVisible()

  // From memory, where nothing of the film is asked for again.
  await guest.locator('video').evaluate((video: HTMLVideoElement) => void video.play())
  await expect(guest.getByText('This link shows a newer film now.')).toBeVisible()
  await guest.getByRole('link', { name: 'Watch the newer film' }).click()
  await expect(guest.getByText('Another title')).toBeVisible()
  await expect(guest.getByText('This link shows a newer film now.')).toBeHidden()
  await play(guest)
  await guest.context().close()
})

test('A link with the end of a sentence glued to it opens its film', async ({ browser, sharing }) => {
  const { url } = await sharing.makeLink()
  const guest = await stranger(browser)
  for (const marks of ['.', '。', ')', '%E3%80%82', '，']) {
    expect((await guest.goto(url + marks))?.status(), marks).toBe(200)
    await expect(guest).toHaveURL(url)
  }
  const nobodys = `${sharing.address}/s/${'A'.repeat(48)}`
  const answer = await guest.request.get(`${nobodys}.`, { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([308, new URL(nobodys).pathname])
  await guest.context().close()
})

test('A film that may not be kept plays all the same', async ({ browser, sharing }) => {
  const { url } = await sharing.makeLink({ allowDownload: false })
  const guest = await stranger(browser)
  await guest.goto(url)
  await expect(guest.getByRole('link', { name: 'Download the film' })).toHaveCount(0)
  expect((await guest.request.get(`${url}/film.mp4?download`)).status()).toBe(403)
  await play(guest)
  await guest.context().close()
})

test('A shared film stands in somebody else’s page, and the page in no frame', async ({
  browser,
  sharing,
}) => {
  const { url } = await sharing.makeLink()
  const guest = await stranger(browser)
  // On this machine too: a browser lets no page of the internet frame what is here.
  const blog = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<iframe title="film" src="${url}/embed" width="640" height="360"></iframe>`),
  )
  blog.listen(0, '127.0.0.1')
  await once(blog, 'listening')
  await guest.goto(`http://localhost:${(blog.address() as AddressInfo).port}/`)
  await expect(guest.frameLocator('iframe').locator('video')).toBeVisible()
  const page = await guest.request.get(url)
  expect(page.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  await guest.context().close()
  blog.close()
})

for (const [language, locale] of [
  ['en', 'en-US'],
  ['zh', 'zh-CN'],
] as const) {
  for (const width of [1440, 390]) {
    test(`The page of a shared film fits ${width} pixels (${language})`, async ({ browser, sharing }) => {
      const { url } = await sharing.makeLink()
      const guest = await stranger(browser, { locale, viewport: { width, height: 900 } })
      await guest.goto(url)
      await expect
        .poll(() => guest.locator('video').evaluate((video: HTMLVideoElement) => video.readyState))
        .toBeGreaterThan(0)
      const overflow = () =>
        guest.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(await overflow()).toBe(0)
      await guest.screenshot({ path: `test-results/share-${language}-${width}.png`, fullPage: true })
      await guest.context().close()
    })
  }
}
