import { expect, expectAccessible, finishedFilm, player, startFilm, test, WHEN_MADE } from './writer'

test('A writer can change to Chinese and back', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: '中文' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('讲个故事')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.goto('/status')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('运行状态')
  await page.getByRole('button', { name: '语言' }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Status')
})

test('A writer can choose the theme, and the first paint keeps it', async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const html = await (await page.context().request.get(baseURL ?? '/')).text()
  expect(html).toContain('data-theme="dark"')
})

test('A writer can see what each part of the studio says', async ({ page }) => {
  await page.goto('/status')
  await expect(page.getByRole('rowheader', { name: 'database' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'runner' })).toContainText('Well')
})

test.describe('at an address that leads nowhere', () => {
  test.use({ expectedErrors: /404/ })

  test('A writer can find the way back', async ({ page }) => {
    await page.goto('/projects/00000000-0000-4000-8000-000000000000')
    await expect(page.getByRole('heading', { name: 'There is no such film' })).toBeVisible()
    await expectAccessible(page)
    await page.goto('/nowhere')
    await expect(page.getByRole('heading', { name: 'Nothing lies here' })).toBeVisible()
    await page.getByRole('link', { name: 'To the desk' }).click()
    await expect(page.getByRole('textbox', { name: 'Tell a story' })).toBeVisible()
  })
})

test.describe('when the connection breaks', () => {
  test.use({ expectedErrors: /Failed to load resource|WebSocket/ })

  test('A writer can trust the desk again as soon as the studio is back', async ({
    page,
    context,
    request,
  }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Films' })).toBeVisible()
    await context.setOffline(true)
    await expect(page.getByText('Reconnecting…')).toBeVisible()
    const { title } = await startFilm(request, { title: 'Meanwhile' })
    await context.setOffline(false)
    await expect(page.getByText('Reconnecting…')).toBeHidden()
    await expect(page.getByRole('article').filter({ hasText: title })).toBeVisible()
  })
})

/** Each theme once and each language once: what a screen reader needs depends on neither, contrast on the theme alone. */
for (const [colorScheme, language] of [
  ['light', 'en'],
  ['dark', 'zh'],
] as const) {
  test.describe(`${colorScheme}, ${language}`, () => {
    test.use({ colorScheme, language, reducedMotion: 'reduce' })

    test(`A writer can use every page with a screen reader (${colorScheme}, ${language})`, async ({
      page,
      request,
    }) => {
      const draft = await startFilm(request, { title: 'Draft' })
      await page.goto(`/projects/${draft.id}`)
      await expect(page.locator('main figure')).toBeVisible(WHEN_MADE)
      await expectAccessible(page)
      const film = await finishedFilm(request)
      await page.goto(`/projects/${film.id}`)
      await expect(player(page)).toBeVisible()
      await expectAccessible(page)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page)
      await page.goto('/')
      await expect(page.getByRole('article').first()).toBeVisible()
      await expectAccessible(page)
      await page.setViewportSize({ width: 1440, height: 900 })
      await expectAccessible(page)
      await page.goto('/status')
      await expect(page.getByRole('table')).toBeVisible()
      await expectAccessible(page)
      await page.goto('/settings')
      await expect(page.locator('[data-service]')).toHaveCount(4)
      await expectAccessible(page)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page)
    })
  })
}
