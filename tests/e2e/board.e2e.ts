import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { expect, startStoryboard, test } from './writer'

async function openBoard(page: Page, request: APIRequestContext) {
  const { id, scenes: read, path } = await startStoryboard(request, 'Board')
  await page.goto(path)
  const cards = page.getByRole('region', { name: 'Scenes' }).locator('[data-card]')
  await expect(cards.first()).toBeVisible()
  return { id, read, cards, first: (await read()).map((scene) => scene.id) }
}

const order = (read: () => Promise<{ id: string }[]>) =>
  expect.poll(async () => (await read()).map((s) => s.id))

test('A writer can split a scene at a word and merge it again', async ({ page, request }) => {
  const { read, cards } = await openBoard(page, request)
  const before = await read()
  await cards.nth(1).focus()
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: 'Split the scene' })
  await expect(dialog).toBeVisible()
  const slider = dialog.getByRole('slider')
  await slider.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await dialog.getByRole('button', { name: 'Split here' }).click()
  await expect.poll(async () => (await read()).length).toBe(5)
  const split = await read()
  const [one, two] = [split[1]?.narration ?? '', split[2]?.narration ?? '']
  expect(`${one} ${two}`).toBe(before[1]?.narration)
  expect(one.split(' ')).toHaveLength(2)

  await cards.nth(1).hover()
  await page.getByRole('button', { name: 'Actions for scene 2' }).click()
  await page.getByRole('menuitem', { name: 'Merge with the next' }).click()
  await expect.poll(async () => (await read())[1]?.narration).toBe(before[1]?.narration)
  expect(await read()).toHaveLength(4)
})

test('A writer can reorder scenes by keyboard alone', async ({ page, request }) => {
  const { read, cards, first } = await openBoard(page, request)
  const [a, b, c, d] = first
  await page.keyboard.press('Tab')
  await cards.first().focus()
  await page.keyboard.press('Alt+ArrowDown')
  await order(read).toEqual([b, a, c, d])
  await expect(page.getByText('Now scene 2 of 4')).toBeAttached()
  await expect(page.locator(`[data-scene="${a}"] [data-card]`)).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await order(read).toEqual([b, c, a, d])
  await page.keyboard.press('Alt+ArrowUp')
  await order(read).toEqual([b, a, c, d])
  await page.keyboard.press('ControlOrMeta+z')
  await order(read).toEqual([b, c, a, d])
})

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (!a || !b) throw new Error('nothing to drag')
  await page.mouse.move(a.x + a.width / 2, a.y + 30)
  await page.mouse.down()
  await page.mouse.move(a.x + a.width / 2 + 6, a.y + 44, { steps: 3 })
  await page.mouse.move(b.x + b.width / 2, b.y + b.height - 6, { steps: 8 })
  await page.mouse.up()
}

test('A writer can drag a scene to another place', async ({ page, request }) => {
  const { read, cards, first } = await openBoard(page, request)
  const [a, b, c, d] = first
  await drag(page, cards.nth(0), cards.nth(1))
  await order(read).toEqual([b, a, c, d])
})

test('A writer can move words over the boundary between two scenes', async ({ page, request }) => {
  const { read, cards } = await openBoard(page, request)
  const before = await read()
  await cards.nth(0).hover()
  await page.getByRole('button', { name: 'Actions for scene 1' }).click()
  await page.getByRole('menuitem', { name: 'Move words over the boundary' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move words over the boundary' })
  await dialog.getByRole('slider').focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await read())[0]?.narration).not.toBe(before[0]?.narration)
  const now = await read()
  const joined = (list: typeof now) => `${list[0]?.narration} ${list[1]?.narration}`
  expect(joined(now)).toBe(joined(before))
  expect(now[1]?.narration.startsWith('dusk.')).toBe(true)
})

test('A writer can duplicate, insert, remove and bring back scenes', async ({ page, request }) => {
  const { read, cards, first } = await openBoard(page, request)
  const [a, b, c, d] = first
  await cards.nth(0).focus()
  await page.keyboard.press('ControlOrMeta+d')
  await expect.poll(async () => (await read()).length).toBe(5)
  const copy = (await read())[1]
  expect(copy).toMatchObject({ narration: (await read())[0]?.narration, seeds: (await read())[0]?.seeds })

  await page.getByRole('button', { name: 'New scene after scene 1' }).click({ force: true })
  await expect.poll(async () => (await read()).length).toBe(6)
  expect((await read())[1]?.narration).toBe('')

  await cards.nth(1).focus()
  await page.keyboard.press('Shift+Space')
  await cards.nth(2).click({ modifiers: ['Shift'] })
  await expect(page.getByText('2 scenes selected')).toBeAttached()
  await cards.nth(2).focus()
  await page.keyboard.press('Delete')
  await order(read).toEqual([a, b, c, d])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await read()).length).toBe(6)
})
