import { expect, startFilm, test } from './writer'

test('A writer can rename a film, and every page shows the new title', async ({ page, request }) => {
  const { id, title } = await startFilm(request, { title: 'Old name' })
  await page.goto('/')
  const poster = page.getByRole('article').filter({ hasText: title })
  await poster.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const field = page.getByRole('textbox', { name: 'Title' })
  await expect(field).toBeFocused()
  await field.fill(`New ${title}`)
  await field.press('Enter')
  await page.getByRole('link', { name: `New ${title}` }).click()
  await page.waitForURL(`/projects/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`New ${title}`)

  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  // The panel has a title as well, the scene's.
  await page.locator('header').getByRole('textbox', { name: 'Title' }).fill('thrown away')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`New ${title}`)
})

test('A writer can duplicate a film', async ({ page, request }) => {
  const { title } = await startFilm(request, { title: 'Twice' })
  await page.goto('/')
  const posters = page.getByRole('article').filter({ hasText: title })
  await posters.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(posters).toHaveCount(2)
})

test('A writer can delete a film and take it back', async ({ page, request }) => {
  const { title } = await startFilm(request, { title: 'Deleted' })
  await page.goto('/')
  const poster = page.getByRole('article').filter({ hasText: title })
  await poster.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(poster).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(poster).toBeVisible()
  await page.reload()
  await expect(poster).toBeVisible()
})

test('A writer can find a film by a few letters', async ({ page, request }) => {
  const { title } = await startFilm(request, { title: 'Needle' })
  await page.goto('/')
  await expect(page.getByRole('article').filter({ hasText: title })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(title)
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByRole('searchbox').fill('no film has this name')
  await expect(page.getByRole('heading', { name: /^Nothing is called/ })).toBeVisible()
  await page.getByRole('button', { name: 'Show all films' }).click()
  await expect(page.getByRole('article').filter({ hasText: title })).toBeVisible()
})
