import { expect, expectAccessible, startStoryboard, test } from './writer'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' })

    test(`A writer can use every part of the editor with a screen reader (${colorScheme})`, async ({
      page,
      request,
    }) => {
      const { path } = await startStoryboard(request, 'Readable')
      await page.goto(path)
      await expect(page.locator('[data-card]').first()).toBeVisible()
      const places = page.getByRole('navigation', { name: 'How to see the storyboard' })
      const details = page.getByRole('region', { name: 'Details' })
      await expectAccessible(page)

      for (const tab of ['Cast', 'Film', 'Story', 'Scene']) {
        await details.getByRole('radio', { name: tab, exact: true }).click()
        await expectAccessible(page)
      }
      await page.locator('main').getByRole('radio', { name: 'Takes' }).click()
      await expectAccessible(page)

      await places.getByRole('button', { name: 'Board' }).click()
      await expect(page.locator('[data-stage] [data-card]').first()).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('radio', { name: 'List' }).click()
      await expectAccessible(page)
      await page.locator('[data-stage] [data-card]').first().focus()
      await page.keyboard.press('s')
      await expect(page.getByRole('dialog', { name: 'Split the scene' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')

      await places.getByRole('button', { name: 'JSON' }).click()
      await expect(page.getByRole('textbox', { name: 'Storyboard as JSON' })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'History', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')

      await places.getByRole('button', { name: 'Stage' }).click()
      await page.setViewportSize({ width: 390, height: 844 })
      for (const tab of ['Scenes', 'Details', 'Film']) {
        await page
          .getByRole('navigation', { name: 'Parts of the page' })
          .getByRole('button', { name: tab })
          .click()
        await expectAccessible(page)
      }
    })
  })
}
