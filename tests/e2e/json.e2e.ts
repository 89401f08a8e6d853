import type { Page } from '@playwright/test'
import { expect, startStoryboard, test } from './writer'

const showJson = (page: Page) =>
  page
    .getByRole('navigation', { name: 'How to see the storyboard' })
    .getByRole('button', { name: 'JSON' })
    .click()

async function openJson(page: Page, path: string) {
  await page.goto(path)
  await showJson(page)
  const text = page.getByRole('textbox', { name: 'Storyboard as JSON' })
  await expect(text).toBeVisible()
  return text
}

/** Finds and replaces as a person does, in the editor's own panel. */
async function replace(page: Page, find: string, by: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f')
  await page.locator('.cm-search input[name=search]').fill(find)
  await page.locator('.cm-search input[name=replace]').fill(by)
  await page.locator('.cm-search button[name=replaceAll]').click()
  await page.keyboard.press('Escape')
}

test('A writer can edit the JSON, sees errors at their place, and broken JSON changes nothing', async ({
  page,
  request,
}) => {
  const { scenes, path } = await startStoryboard(request, 'Typed')
  const before = await scenes()
  const text = await openJson(page, path)
  await text.click()
  await replace(page, `"title": ${JSON.stringify(before[0]?.title)}`, '"title": "Typed as JSON"')
  await expect.poll(async () => (await scenes())[0]?.title).toBe('Typed as JSON')

  await replace(page, '"camera": "', '"camera": "spin-')
  const problems = page.getByRole('list', { name: 'Problems' })
  await expect(problems.getByRole('button').first()).toHaveText(/scenes\.0\.camera must be one of/)
  await problems.getByRole('button').first().click()
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible()
  expect((await scenes())[0]?.camera).toBe(before[0]?.camera)

  await page.reload()
  await showJson(page)
  await expect(problems.getByRole('button').first()).toBeVisible()
  await page.getByRole('button', { name: 'Back to the storyboard' }).click()
  await expect(problems).toBeHidden()
  expect((await scenes()).map((scene) => scene.camera)).toEqual(before.map((scene) => scene.camera))
})

test.describe('with a take that is nowhere', () => {
  test.use({ expectedErrors: /400|422/ })

  test('A writer reads where it stands, and loses nothing that was typed', async ({ page, request }) => {
    const { scenes, path } = await startStoryboard(request, 'Pinned')
    const title = (await scenes())[0]?.title
    const text = await openJson(page, path)
    await text.click()
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/operations') && !answer.ok())
    await replace(page, '"pins": {}', `"pins": { "frame": "${'ab'.repeat(32)}" }`)
    await refused
    const problems = page.getByRole('list', { name: 'Problems' })
    await expect(problems.getByRole('button').first()).toHaveText(/scenes\.0\.pins\.frame names a take/)
    await replace(page, `"title": ${JSON.stringify(title)}`, '"title": "Typed beside it"')
    await expect(problems.getByRole('button').first()).toBeVisible()
    await replace(page, `"pins": { "frame": "${'ab'.repeat(32)}" }`, '"pins": {}')
    await expect.poll(async () => (await scenes())[0]?.title).toBe('Typed beside it')
    await expect(problems).toBeHidden()
  })
})

test('A writer can see in the JSON what is changed on the board', async ({ page, request }) => {
  const { path } = await startStoryboard(request, 'Both ways')
  await openJson(page, path)
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Changed in the panel')
  // Only what is in sight is on the page; the editor's own search scrolls there.
  await page.locator('.cm-content').click()
  await page.keyboard.press('ControlOrMeta+f')
  await page.locator('.cm-search input[name=search]').fill('Changed in the panel')
  await page.locator('.cm-search button[name=next]').click()
  await expect(page.locator('.cm-searchMatch')).toHaveText('Changed in the panel')
})
