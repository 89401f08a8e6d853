/** A link that is revoked while somebody watches, from the net or from what their browser holds. */
import type { Page } from '@playwright/test'
import { play, stranger, test } from './sharing'
import { expect, expectAccessible } from './writer'

test.use({ reducedMotion: 'reduce', expectedErrors: /4(01|10) / })

const wholeInMemory = (page: Page) =>
  page
    .locator('video')
    .evaluate(
      ({ buffered, duration }: HTMLVideoElement) => buffered.length > 0 && buffered.end(0) >= duration - 0.1,
    )

/** For what is measured while a page may still be moving. */
const WITHIN = { timeout: 60_000 }

/** Nothing of the film is left in the browser. */
const isEmpty = (page: Page) =>
  page
    .locator('video')
    .evaluate((video: HTMLVideoElement) => video.paused && video.networkState === video.NETWORK_EMPTY)

test('A film that is playing stops being served the moment its link is revoked', async ({
  browser,
  sharing,
}) => {
  const { id, url } = await sharing.makeLink()
  const guest = await stranger(browser)
  await guest.goto(url)
  await play(guest)
  const nextRange = () =>
    guest.evaluate(
      async (address) => (await fetch(address, { headers: { Range: 'bytes=1000-1999' } })).status,
      `${url}/film.mp4`,
    )
  expect(await nextRange()).toBe(206)
  expect((await sharing.owner.delete(`/api/shares/${id}`)).status()).toBe(200)
  expect(await nextRange()).toBe(410)
  // Under another address: what it has in memory a browser plays without asking.
  await guest.locator('video').evaluate((video: HTMLVideoElement) => {
    const source = video.querySelector('source')
    if (source) source.src = `${source.src}&again`
    video.load()
  })
  const over = guest.getByText('This film cannot be played any further')
  await expect(over).toBeVisible()
  // Captions in the picture do not shine through.
  const stage = guest.locator('.stage')
  await expect(async () => expect(await over.boundingBox()).toEqual(await stage.boundingBox())).toPass(WITHIN)
  await expectAccessible(guest)
  expect((await guest.reload())?.status()).toBe(410)
  await guest.context().close()
})

for (const [when, go] of [
  ['begins it again', (video: HTMLVideoElement) => void video.play()],
  [
    'looks for another place in it',
    (video: HTMLVideoElement) => {
      video.currentTime = 0
    },
  ],
] as const) {
  test(`A film that is whole in memory is over for whoever ${when} after its link is revoked`, async ({
    browser,
    sharing,
  }) => {
    const { id, url } = await sharing.makeLink()
    const guest = await stranger(browser)
    await guest.goto(url)
    await guest.locator('video').evaluate((video: HTMLVideoElement) => video.play())
    await expect.poll(() => wholeInMemory(guest)).toBe(true)
    await guest.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
    expect((await sharing.owner.delete(`/api/shares/${id}`)).status()).toBe(200)
    await guest.locator('video').evaluate(go)
    await expect(guest.getByText('This film cannot be played any further')).toBeVisible()
    await expect.poll(() => isEmpty(guest)).toBe(true)
    await expectAccessible(guest)
    await guest.context().close()
  })
}

test('A film that plays on from memory is over by itself after its link is revoked', async ({
  browser,
  sharing,
}) => {
  const { id, url } = await sharing.makeLink()
  const guest = await stranger(browser)
  await guest.goto(url)
  await guest.locator('video').evaluate((video: HTMLVideoElement) => {
    // Slow enough that it is not at its end before the page asks again.
    video.playbackRate = 0.1
    return video.play()
  })
  await expect.poll(() => wholeInMemory(guest)).toBe(true)
  expect((await sharing.owner.delete(`/api/shares/${id}`)).status()).toBe(200)
  // The page asks every ten seconds.
  const over = guest.getByText('This film cannot be played any further')
  await expect(over).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => isEmpty(guest)).toBe(true)
  await guest.context().close()
})
