import type { Page } from '@playwright/test'
import command from '@/components/i18n/messages/en/command.json' with { type: 'json' }
import { expect, expectAccessible, startStoryboard, test } from './writer'

const { name: NAMES, group: GROUPS } = command
type Group = keyof typeof NAMES

/** Only where there is something to do it to: a film, work in hand, a take, the JSON on screen, a failure. */
const SOMETIMES = [
  NAMES.view.film,
  NAMES.make.stale,
  NAMES.make.cancel,
  NAMES.make.share,
  NAMES.edit.moveUp,
  NAMES.go.palette,
  NAMES.go.back,
]

async function openPalette(page: Page) {
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  return palette
}

async function run(page: Page, words: string) {
  const palette = await openPalette(page)
  await page.keyboard.insertText(words)
  await expect(palette.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}

async function expectOffered(page: Page, groups: readonly Group[]) {
  const palette = await openPalette(page)
  for (const group of groups) {
    const offered = await palette
      .getByRole('group', { name: GROUPS[group] })
      .getByRole('option')
      .allInnerTexts()
    // Beside the name stands its key.
    const names = offered.map((text) => text.split('\n')[0])
    const wanted = Object.values(NAMES[group]).filter((name) => !SOMETIMES.includes(name))
    expect(names, group).toEqual(expect.arrayContaining(wanted))
  }
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
}

test('A writer can reach every action from the command palette', async ({ page, request }) => {
  const { scenes, path } = await startStoryboard(request, 'Palette')
  await page.goto(path)
  await expect(page.locator('[data-card]').first()).toBeVisible()
  await expectOffered(page, ['edit', 'make', 'play', 'view', 'look', 'go'])

  await run(page, 'duplicate')
  await expect.poll(async () => (await scenes()).length).toBe(5)
  await run(page, '撤销')
  await expect.poll(async () => (await scenes()).length).toBe(4)
  await run(page, '显示看板')
  await expect(page.getByRole('radio', { name: 'Cards' })).toBeVisible()
  await run(page, 'Mara')
  await expect(page.getByRole('textbox', { name: 'Narration' })).toHaveValue(/Mara/)
  await run(page, 'scene 1')
  await expect(page.getByRole('textbox', { name: 'Narration' })).toHaveValue(/Tomas/)
  await run(page, 'dark theme')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await run(page, 'go to the queue')
  await page.waitForURL('/queue')
  await expectOffered(page, ['look', 'go'])
  await run(page, '去书桌')
  await page.waitForURL('/')
  await expectOffered(page, ['desk', 'look', 'go'])
  await run(page, 'status page')
  await page.waitForURL('/status')
  await run(page, 'Palette')
  await page.waitForURL(path)
})

test('A writer can find what was used last at the top of the palette', async ({ page }) => {
  await page.goto('/')
  await run(page, 'tell a story')
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toBeFocused()
  const palette = await openPalette(page)
  const lately = palette.getByRole('group', { name: 'Lately' }).getByRole('option')
  await expect(lately).toHaveText(['Tell a story'])
  await expect(palette.getByRole('option').first()).toHaveText('Tell a story')
  await page.keyboard.type('nothing has this name')
  await expect(palette.getByText('Nothing is called that.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toBeFocused()
})

test('A writer who opens a dialog by its name is led back to its button', async ({ page, request }) => {
  const { path } = await startStoryboard(request, 'Focus')
  await page.goto(path)
  await expect(page.locator('[data-card]').first()).toBeVisible()
  for (const [words, dialog, button] of [
    ['export files', 'Export', 'Export'],
    ['history of', 'History', 'History'],
  ] as const) {
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await run(page, words)
    await expect(page.getByRole('dialog', { name: dialog })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: button, exact: true })).toBeFocused()
  }
})

test('A writer can read every key that works here, and each does one thing', async ({ page, request }) => {
  const { path } = await startStoryboard(request, 'Keys')
  await page.goto(path)
  await expect(page.locator('[data-card]').first()).toBeVisible()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  const rows = dialog.locator('dl > div')
  const keys = await rows.evaluateAll((all) =>
    all.flatMap((row) =>
      [...row.querySelectorAll('dd > span > span')].map((key) =>
        [...key.querySelectorAll('kbd')].map((cap) => cap.textContent).join('+'),
      ),
    ),
  )
  expect(keys).toEqual(expect.arrayContaining(['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+K', 'Space', '?', 'Alt+↑']))
  expect(new Set(keys).size).toBe(keys.length)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await openPalette(page)
  await expectAccessible(page)
})
