/** Whoever has a viewer's key sees everything of a film, and is offered nothing that changes it. */
import type { Locator } from '@playwright/test'
import { expectNothingToChange, type Looking, openLooking, refusalsOf } from './looking'
import { expect, expectAccessible, player, test } from './writer'

let studio: Looking
test.beforeAll(async () => {
  studio = await openLooking('viewer')
})
test.afterAll(() => studio?.stop())

/** Every field of a place can be read and none of them typed into or switched. */
async function expectToBeRead(place: Locator): Promise<void> {
  const fields = place.locator('input, textarea, select, [role="switch"], [role="radio"], [aria-pressed]')
  const open = await fields.evaluateAll((all) =>
    all
      .filter((one) => !one.matches(':disabled, :read-only:is(input, textarea)'))
      .map(
        (one) =>
          one.getAttribute('aria-label') ?? one.getAttribute('data-field') ?? one.outerHTML.slice(0, 160),
      ),
  )
  expect(open).toEqual([])
}

test('A viewer can see films and everything about them, and is offered nothing that a viewer may not do', async ({
  page,
  request,
}) => {
  const refused = refusalsOf(page.context())
  const before = (await studio.read(request)).revision
  await studio.logIn(page, request, 'viewer')
  const body = page.locator('body')

  await expect(page.getByRole('heading', { name: 'You are here to look' })).toBeVisible()
  await expect(page.getByText('Ask whoever runs the studio for an editor’s key')).toBeVisible()
  await expect(page.getByRole('link', { name: 'The Lighthouse' })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expectNothingToChange(body)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'The Lighthouse' }).click()
  await expect(page.getByRole('heading', { name: 'The Lighthouse' })).toBeVisible()
  await expect(player(page)).toBeVisible()
  await page.keyboard.press('k')
  await expect
    .poll(() => player(page).evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(0.2)
  await page.keyboard.press('k')
  await expectNothingToChange(body)
  await expectAccessible(page)

  const details = page.getByRole('region', { name: 'Details' })
  const tabs = details.getByRole('radiogroup', { name: 'What the panel shows' })
  const narration = details.getByRole('textbox', { name: 'Narration' })
  await expect(narration).toHaveValue(/lighthouse/)
  await expect(narration).not.toBeEditable()
  await narration.click()
  await page.keyboard.type('changed')
  await expect(narration).not.toHaveValue(/changed/)
  await expect(details.getByText('Your key lets you look')).toBeVisible()
  await expect(details.getByRole('button', { name: 'Hear the line' })).toBeVisible()
  for (const tab of ['Scene', 'Cast', 'Film', 'Story']) {
    await tabs.getByRole('radio', { name: tab, exact: true }).click()
    await expect(tabs.getByRole('radio', { name: tab, exact: true })).toBeChecked()
    await expectNothingToChange(body)
    await expectToBeRead(details.locator('> div > :not([role="radiogroup"])'))
    await expectAccessible(page)
  }

  await page.locator('main').getByRole('radio', { name: 'Takes' }).click()
  await expect(page.getByRole('region', { name: 'Takes of the picture' }).getByRole('option')).toHaveCount(1)
  await page.getByRole('listbox').press('x')
  await page.getByRole('listbox').press('a')
  await expectNothingToChange(body)
  await expectAccessible(page)
  await page.locator('main').getByRole('radio', { name: 'Preview' }).click()
  await expect(page.getByRole('figure')).toBeVisible()

  const places = page.getByRole('navigation', { name: 'How to see the storyboard' })
  await places.getByRole('button', { name: 'Board' }).click()
  const cards = page.locator('[data-stage] [data-card]')
  await expect(cards).toHaveCount(2)
  await expectNothingToChange(body)
  await cards.nth(1).focus()
  for (const key of [
    'Delete',
    'Backspace',
    'n',
    's',
    'Control+d',
    'Alt+ArrowUp',
    'Alt+ArrowLeft',
    'Control+z',
    'Control+Enter',
  ])
    await page.keyboard.press(key)
  await cards.nth(1).dragTo(cards.nth(0))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(cards).toHaveCount(2)
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'List' }).click()
  await expectNothingToChange(body)
  await expectAccessible(page)

  await places.getByRole('button', { name: 'JSON' }).click()
  const json = page.getByRole('textbox', { name: 'Storyboard as JSON' })
  await expect(json).toContainText('"cast"')
  await json.click()
  await page.keyboard.type('changed')
  await page.keyboard.press('Delete')
  await expect(json).not.toContainText('changed')
  await expectNothingToChange(body)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'History', exact: true }).click()
  const history = page.getByRole('dialog', { name: 'History' })
  await history.getByRole('listitem').first().getByRole('button').click()
  await expect(history.getByText('This is the storyboard as it is now.')).toBeVisible()
  await expectNothingToChange(history)
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /ZIP/ })).toBeVisible()
  await expectNothingToChange(page.getByRole('menu'))
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('option', { name: 'Show the board' })).toBeVisible()
  for (const name of [
    'Undo',
    'Render the film',
    'Remove the scene',
    'Rename the film',
    'Share the film',
    'Export files',
  ])
    await expect(palette.getByRole('option', { name, exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')

  const pages: [string, Locator][] = [
    ['/queue', page.getByRole('row').filter({ hasText: 'The Lighthouse' })],
    ['/settings', page.getByRole('combobox', { name: 'Storyboard' })],
    ['/status', page.getByRole('table')],
  ]
  for (const [path, content] of pages) {
    await page.goto(studio.address + path)
    await expect(content.first()).toBeVisible()
    for (const key of ['p', 'x', 'r', 'f']) await page.keyboard.press(key)
    await expectNothingToChange(body)
    await expectAccessible(page)
  }

  expect((await studio.read(request)).revision).toBe(before)
  expect(refused).toEqual([])
})

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark', reducedMotion: 'reduce' })

  test('A viewer can read every page and every part of a film', async ({ page, request }) => {
    await studio.logIn(page, request, 'viewer')
    await expect(page.getByRole('heading', { name: 'You are here to look' })).toBeVisible()
    await expectAccessible(page)
    await page.goto(`${studio.address}/projects/${studio.filmId}`)
    await expect(player(page)).toBeVisible()
    await expectAccessible(page)
    const tabs = page.getByRole('radiogroup', { name: 'What the panel shows' })
    for (const tab of ['Scene', 'Cast', 'Film', 'Story']) {
      await tabs.getByRole('radio', { name: tab, exact: true }).click()
      await expectAccessible(page)
    }
    const places = page.getByRole('navigation', { name: 'How to see the storyboard' })
    for (const place of ['Board', 'JSON']) {
      await places.getByRole('button', { name: place }).click()
      await expectAccessible(page)
    }
    for (const path of ['/queue', '/settings', '/status']) {
      await page.goto(studio.address + path)
      await expect(page.getByRole('main')).toBeVisible()
      await expectAccessible(page)
    }
  })
})
