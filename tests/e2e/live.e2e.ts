import type { BrowserContext, Page, Route } from '@playwright/test'
import { expect, startStoryboard, test, WHEN_MADE } from './writer'

/** Another person at another machine: a browser of their own. */
async function anotherWriter(page: Page, path: string): Promise<{ page: Page; context: BrowserContext }> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: 'en-US' })
  const theirs = await context.newPage()
  await theirs.goto(path)
  await expect(theirs.locator('[data-card]').first()).toBeVisible()
  return { page: theirs, context }
}

const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true })
const narration = (page: Page) => page.getByRole('textbox', { name: 'Narration' })

test('Two writers can see each other, and edits of different fields merge', async ({ page, request }) => {
  const { scenes, path } = await startStoryboard(request, 'Together')
  await page.goto(path)
  const { page: theirs, context } = await anotherWriter(page, path)
  await expect(page.getByRole('button', { name: '2 people are here' })).toBeVisible()
  await theirs.locator('[data-card]').nth(2).click()
  await page.getByRole('button', { name: '2 people are here' }).click()
  await expect(page.getByText('Scene 3', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await theirs.locator('[data-card]').nth(0).click()

  await title(page).fill('My title')
  await narration(theirs).fill('Their line.')
  await expect(title(theirs)).toHaveValue('My title')
  await expect(narration(page)).toHaveValue('Their line.')
  await expect
    .poll(async () => (await scenes())[0])
    .toMatchObject({ title: 'My title', narration: 'Their line.' })
  await context.close()
  await expect(page.getByRole('button', { name: 'Only you are here' })).toBeVisible()
})

test.describe('when two change the same field', () => {
  test.use({ expectedErrors: /409/ })

  test('A writer is asked, with both texts, and nothing is overwritten', async ({ page, request }) => {
    const { id, scenes, path } = await startStoryboard(request, 'Conflict')
    const [first] = await scenes()
    await page.goto(path)
    await expect(title(page)).toHaveValue(first?.title ?? '')
    // The other's edit is on the server before this page has heard of it.
    const sayItFirst = async (route: Route) => {
      await request.post(`/api/projects/${id}/operations`, {
        data: {
          client: 'somebody',
          operation: {
            type: 'scene.update',
            sceneId: first?.id,
            edits: [{ field: 'title', value: 'Theirs', before: first?.title }],
          },
        },
      })
      await route.continue()
    }
    await page.route('**/operations', sayItFirst, { times: 1 })
    await title(page).fill('Mine')
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this too' })
    await expect(dialog.getByText('Theirs', { exact: true })).toBeVisible()
    await expect(dialog.getByText('Mine', { exact: true })).toBeVisible()
    expect((await scenes())[0]?.title).toBe('Theirs')
    await dialog.getByRole('button', { name: 'Use mine' }).click()
    await expect.poll(async () => (await scenes())[0]?.title).toBe('Mine')
  })
})

test.describe('when the connection breaks', () => {
  test.use({ expectedErrors: /Failed to load resource|WebSocket|net::ERR|importScripts/ })

  test('A writer can go on writing, and afterwards sees exactly what the studio has', async ({
    page,
    context,
    request,
  }) => {
    const { id, scenes, path } = await startStoryboard(request, 'Offline')
    const before = await scenes()
    await page.goto(path)
    await expect(title(page)).toBeVisible()
    await context.setOffline(true)
    await title(page).fill('Written offline')
    await expect(page.getByText('Not saved yet')).toBeVisible()
    await request.post(`/api/projects/${id}/operations`, {
      data: { client: 'somebody', operation: { type: 'scene.remove', sceneId: before[3]?.id } },
    })
    await context.setOffline(false)
    await expect(page.getByText('Saved', { exact: true })).toBeVisible(WHEN_MADE)
    await expect
      .poll(async () => (await scenes()).map((s) => s.title))
      .toEqual(['Written offline', ...before.slice(1, 3).map((s) => s.title)])
    await expect(page.locator('[data-card]')).toHaveCount(3)
  })
})

test('A writer can see a picture arrive that another has asked for', async ({ page, request }) => {
  const { id, path } = await startStoryboard(request, 'Pictures')
  await page.goto(path)
  await expect(page.locator('[data-card]').first()).toBeVisible()
  await request.post(`/api/projects/${id}/targets`, { data: { type: 'frames' } })
  await expect(page.locator('[data-scene] img[src^="/data/frames/"]').first()).toBeVisible(WHEN_MADE)
})
