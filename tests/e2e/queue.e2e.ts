import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { test } from './own-studio'
import { expect, expectAccessible, messages, startFilm } from './writer'

test.use({ studioName: 'queue' })
test.afterEach(({ request }) => resume(request))

const resume = async (request: APIRequestContext) => {
  await request.post('/api/queue/resume')
}
/** The page says so before the server has it. */
async function pause(page: Page): Promise<void> {
  const paused = page.waitForResponse((answer) => answer.url().endsWith('/api/queue/pause'))
  await page.getByRole('button', { name: 'Pause the queue' }).click()
  expect((await paused).status()).toBe(200)
}

const rowOf = (page: Page, title: string): Locator => page.getByRole('row').filter({ hasText: title })

/** A project whose storyboard is written. */
async function aDraft(request: APIRequestContext, title: string): Promise<{ id: string; title: string }> {
  const film = await startFilm(request, { title })
  await expect
    .poll(async () => (await (await request.get(`/api/projects/${film.id}`)).json()).revision)
    .toBe(1)
  return film
}

async function startFrames(request: APIRequestContext, id: string): Promise<void> {
  const answer = await request.post(`/api/projects/${id}/targets`, { data: { type: 'frames' } })
  expect(answer.status()).toBe(202)
}

test('A writer can pause the queue, move a film to the front and go on', async ({ page, request }) => {
  await page.goto('/queue')
  await pause(page)
  await expect(page.getByRole('note').filter({ hasText: 'The queue is paused' })).toBeVisible()
  const first = await startFilm(request, { title: 'First', make: 'film' })
  const second = await startFilm(request, { title: 'Second', make: 'film' })
  const waiting = page.getByRole('region', { name: 'Waiting' }).getByRole('row')
  const placeOf = async (title: string) =>
    (await waiting.allInnerTexts()).findIndex((text) => text.includes(title))
  await expect(rowOf(page, second.title)).toBeVisible()
  expect(await placeOf(second.title)).toBeGreaterThan(await placeOf(first.title))

  await rowOf(page, second.title).getByRole('button', { name: 'To the front' }).click()
  await expect(rowOf(page, second.title)).toContainText('next in line')
  await expect(rowOf(page, second.title).getByRole('button', { name: 'To the front' })).toBeHidden()
  expect(await placeOf(second.title)).toBeLessThan(await placeOf(first.title))

  await page.reload()
  await expect(rowOf(page, second.title)).toContainText('next in line')
  await page.getByRole('button', { name: 'Resume the queue' }).click()
  const begun = page.getByRole('region', { name: 'Begun' })
  await expect(begun.getByRole('row').filter({ hasText: second.title })).toBeVisible()
  for (const { title } of [first, second]) {
    await rowOf(page, title).getByRole('button', { name: 'Cancel' }).click()
    await expect(rowOf(page, title)).toContainText('Cancelled just now')
  }
})

test('A writer can see why something failed and retry it', async ({ page, request }) => {
  const { id, title } = await aDraft(request, 'Halting')
  await page.goto('/queue')
  await pause(page)
  await startFrames(request, id)
  const row = page.getByRole('region', { name: 'Waiting' }).getByRole('row').filter({ hasText: title })
  await row.getByRole('button', { name: /^Show the work/ }).click()
  const second = page.getByRole('row', { name: /^Scene 2 · Picture/ })
  await expect(second).toContainText(/in line/)
  await second.getByRole('button', { name: 'Cancel' }).click()
  await expect(messages(page)).toContainText(`Cancelled: scene 2, the picture. “${title}” will stop there;`)
  await expect(second).toBeHidden()
  await page.getByRole('button', { name: 'Resume the queue' }).click()

  const failed = page.getByRole('region', { name: 'Failed' }).getByRole('row').filter({ hasText: title })
  await expect(failed).toContainText(
    'Stopped at scene 2, the picture. Somebody cancelled this piece of work.',
  )
  await expect(failed).toContainText('Kept: 1 picture.')
  const film = await page.context().newPage()
  await film.goto(`/projects/${id}`)
  const told = film.getByRole('alert').filter({ hasText: 'The work stopped before it was finished' })
  await expect(told).toContainText('Stopped at scene 2, the picture. Somebody cancelled this piece of work.')
  await expect(told).not.toContainText('This was cancelled')
  await film.close()
  await failed.getByRole('button', { name: 'Try again' }).click()
  const ended = page.getByRole('region', { name: 'Ended within a day' })
  await expect(ended.getByRole('row').filter({ hasText: title }).first()).toContainText('All picturesDone')
  await expect(failed).toBeHidden()
})

test('A writer can work the queue by keyboard alone', async ({ page, request }) => {
  const { id, title } = await aDraft(request, 'Keys')
  await page.goto('/queue')
  await expect(page.getByRole('button', { name: 'Pause the queue' })).toBeVisible()
  const paused = page.waitForResponse((answer) => answer.url().endsWith('/api/queue/pause'))
  await page.keyboard.press('p')
  await paused
  await expect(page.getByText('The queue is paused')).toBeVisible()
  await startFrames(request, id)
  const unfold = rowOf(page, title).getByRole('button', { name: /^Show the work/ })
  await expect(unfold).toBeVisible()
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown')
      return unfold.evaluate((button) => button === document.activeElement)
    })
    .toBe(true)
  await page.keyboard.press('Enter')
  await expect(unfold).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('row', { name: /^Scene 1 · Picture/ })).toBeVisible()
  await expect(unfold).toBeFocused()
  await page.keyboard.press('ArrowDown')
  // Pictures of one film may begin in any order among themselves.
  await expect(page.locator('[data-row-start]:focus')).toHaveText(/^Scene \d/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('x')
  await expect(rowOf(page, title).filter({ hasText: 'All pictures' })).toContainText('Cancelled')
  await page.keyboard.press('p')
  await expect(page.getByText('The queue is paused')).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Pause or resume the queue')
})

test('A writer can see from every page that something is in hand, or that the queue is paused', async ({
  page,
  request,
}) => {
  await page.goto('/')
  await request.post('/api/queue/pause')
  await expect(page.getByRole('link', { name: /^Queue.*paused/ })).toBeVisible()
  await startFilm(request, { title: 'In hand' })
  await expect(page.getByRole('link', { name: /^Queue.*\d in hand/ })).toBeVisible()
  await page.getByRole('link', { name: /^Queue/ }).click()
  await page.waitForURL('/queue')
})

test('A writer can name the film while its storyboard is being written', async ({ page, request }) => {
  await request.post('/api/queue/pause')
  const { id } = await startFilm(request, { title: 'Unnamed' })
  await page.goto(`/projects/${id}`)
  const progress = page.getByRole('region', { name: 'Progress' })
  await expect(progress).toContainText('The queue is paused')
  await expect(progress).not.toContainText('left')
  await expect(progress.getByRole('button', { name: 'Resume the queue' })).toBeVisible()
  await expect(page.getByText('Reading your story')).toBeHidden()
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  const title = page.locator('header').getByRole('textbox', { name: 'Title' })
  await title.fill('The star')
  await resume(request)
  await expect(page.locator('[data-card]').first()).toBeVisible()
  await expect(title).toHaveValue('The star')
  await title.pressSequentially(' of the fox')
  const renamed = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await title.press('Enter')
  await renamed
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The star of the fox')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    test.use({ colorScheme, language: 'zh', reducedMotion: 'reduce' })

    test(`A writer can read the queue with a screen reader (${colorScheme})`, async ({ page, request }) => {
      const { id, title } = await aDraft(request, 'Spoken')
      await request.post('/api/queue/pause')
      await startFrames(request, id)
      await page.goto('/queue')
      await rowOf(page, title).getByRole('button', { name: /^展开/ }).click()
      await expectAccessible(page)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page)
    })
  })
}
