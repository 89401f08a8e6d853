import { expect, expectAccessible, messages, startStoryboard, test } from './writer'

test('A writer can undo and redo after a reload', async ({ page, request }) => {
  const { scenes, path } = await startStoryboard(request, 'Undo')
  const before = (await scenes())[0]
  await page.goto(path)
  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  await title.fill('Another title')
  await expect.poll(async () => (await scenes())[0]?.title).toBe('Another title')
  await page.getByRole('region', { name: 'Scenes' }).locator('[data-card]').nth(2).click()

  await page.reload()
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first()
  await expect(undo).toBeEnabled()
  await undo.hover()
  await expect(page.getByRole('tooltip', { name: /Undo: Scene 1: title/ })).toBeVisible()
  // Inside a text field as well: what is typed there is the page's to undo.
  await page.getByRole('textbox', { name: 'Narration' }).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(title).toHaveValue(before?.title ?? '')
  await expect(messages(page)).toContainText('Undone: Scene 1: title')
  await expect.poll(async () => (await scenes())[0]?.title).toBe(before?.title)

  await page.reload()
  await expect(page.getByRole('button', { name: 'Redo', exact: true })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(title).toHaveValue('Another title')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(title).toHaveValue(before?.title ?? '')
  await page.keyboard.press('Control+y')
  await expect(title).toHaveValue('Another title')
  await expect.poll(async () => (await scenes())[0]?.title).toBe('Another title')
})

test.describe('with nothing done yet', () => {
  test.use({ expectedErrors: /409/ })

  test('A writer can press undo, and is told so', async ({ page, request }) => {
    const { scenes, path } = await startStoryboard(request, 'Nothing')
    const before = await scenes()
    await page.goto(path)
    await expect(page.locator('[data-card]').first()).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(messages(page)).toContainText('There is nothing to undo.')
    expect(await scenes()).toEqual(before)
  })
})

test('A writer can bring an earlier storyboard back', async ({ page, request }) => {
  const { id, scenes, path } = await startStoryboard(request, 'Long ago')
  const [first, second] = await scenes()
  await page.goto(path)
  const narration = page.getByRole('textbox', { name: 'Narration' })
  await narration.fill(`${first?.narration} It was late.`)
  await expect.poll(async () => (await scenes())[0]?.narration).toMatch(/It was late/)
  const remove = { operation: { type: 'scene.remove', sceneId: second?.id }, client: 'somebody-else' }
  expect((await request.post(`/api/projects/${id}/operations`, { data: remove })).status()).toBe(200)

  await page.getByRole('button', { name: 'History' }).click()
  const history = page.getByRole('dialog', { name: 'History' })
  await expect(history.getByRole('button', { name: `Removed “${second?.title}”` })).toContainText(
    'Another writer',
  )
  await expect(history.getByRole('button', { name: 'Scene 1: narration' })).toContainText('You')
  await history.getByRole('button', { name: 'Storyboard written' }).click()
  await expect(history.getByRole('heading', { name: 'Going back would change 2 things:' })).toBeVisible()
  await expect(history.locator('del')).toContainText('It was late.')
  await expect(history.getByText('comes back')).toBeVisible()
  await expectAccessible(page)

  await history.getByRole('button', { name: 'Go back to this' }).click()
  await expect(history).toBeHidden()
  await expect.poll(async () => (await scenes()).length).toBe(4)
  await expect(narration).toHaveValue(first?.narration ?? '')
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect.poll(async () => (await scenes()).length).toBe(3)
  await expect(narration).toHaveValue(/It was late/)
})
