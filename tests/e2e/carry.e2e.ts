import { readFile } from 'node:fs/promises'
import type { APIRequestContext, Page } from '@playwright/test'
import type { ProjectView } from '@/lib/project/schema'
import { serveForTests } from '../../scripts/test/serve.mjs'
import { expect, expectAccessible, finishedFilm, messages, player, test, WHEN_MADE } from './writer'

/** The dialog with the files that take a while. */
async function openExports(page: Page) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Film at another size…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  return dialog
}

const viewOf = async (request: APIRequestContext, address: string): Promise<ProjectView> =>
  (await request.get(address)).json()

test('A writer carries a finished film away and into an empty studio', async ({ page, request }) => {
  const { id, title } = await finishedFilm(request)
  await page.goto(`/projects/${id}`)

  const dialog = await openExports(page)
  await expectAccessible(page)
  // The film as it is needs no making.
  await dialog.getByLabel('Size of the film').selectOption({ label: '640 × 360, as rendered' })
  await expect(dialog.getByRole('button', { name: 'Make the film file' })).toBeDisabled()

  // A smaller one: it is fetched as soon as it is there.
  await dialog.getByLabel('Size of the film').selectOption({ label: '426 × 240' })
  const small = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Make the film file' }).click()
  expect((await small).suggestedFilename()).toMatch(/426x240\.mp4$/)
  const smallRow = dialog.getByRole('listitem', { name: 'Film, 426 × 240, captions in the picture' })
  await expect(smallRow.getByRole('link', { name: 'Download' })).toBeVisible()
  await expect(messages(page).getByText(/Ready to download/)).toHaveCount(0)

  // Without captions: stopped on the way, and made after all. Whoever went on working hears of it once.
  await dialog.getByLabel('Size of the film').selectOption({ label: '640 × 360, as rendered' })
  await dialog.getByRole('switch', { name: 'Captions in the picture' }).click()
  await dialog.getByRole('button', { name: 'Make the film file' }).click()
  const plain = dialog.getByRole('listitem', { name: 'Film, 640 × 360, without captions' })
  await expect(plain.getByRole('progressbar')).toBeVisible()
  await plain.getByRole('button', { name: 'Cancel' }).click()
  await expect(plain.getByText('Cancelled')).toBeVisible()
  await plain.getByRole('button', { name: 'Make again' }).click()
  await expect(plain.getByRole('progressbar')).toBeVisible()
  await page.keyboard.press('Escape')
  const told = messages(page).getByText('Ready to download: Film, 640 × 360, without captions')
  await expect(told).toHaveCount(1, WHEN_MADE)
  // It goes by itself, unless somebody points at it.
  await told.hover()
  await expectAccessible(page)
  const uncaptioned = page.waitForEvent('download')
  await messages(page).getByRole('button', { name: 'Download' }).click()
  expect((await uncaptioned).suggestedFilename()).toMatch(/640x360\.mp4$/)
  await openExports(page)
  await expect(plain.getByRole('link', { name: 'Download' })).toBeVisible()
  await expect(told).toHaveCount(0)
  await expectAccessible(page)

  const packing = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Whole project (ZIP)' }).click()
  const packed = await (await packing).path()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused()

  const there = await serveForTests(process.cwd(), { name: 'empty', env: {} })
  try {
    await page.goto(there.address)
    await page.context().addCookies([{ name: 'locale', value: 'en', url: there.address }])
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import' }).click()
    const file = { name: 'film.zip', mimeType: 'application/zip', buffer: await readFile(packed) }
    await (await chooser).setFiles(file)
    await page.waitForURL(/\/projects\//)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(player(page)).toBeVisible()
    const arrived = await viewOf(request, `${there.address}/api${new URL(page.url()).pathname}`)
    expect(arrived.render).toMatchObject({ toMake: 0, scenesToRemake: 0 })
    expect(arrived.film?.stale).toBe(false)
    const bytes = await (await request.get(`${there.address}${arrived.film?.url}`)).body()
    const own = await viewOf(request, `/api/projects/${id}`)
    expect(bytes.equals(await (await request.get(own.film?.url ?? '')).body())).toBe(true)
  } finally {
    await there.stop()
  }
})
