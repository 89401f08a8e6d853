import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, messages, startFilm, test } from './writer'

test('A writer can take a project out as a ZIP and bring it in again', async ({ page, request }) => {
  const { id, title } = await startFilm(request, { title: 'Carried', make: 'storyboard' })
  await page.goto(`/projects/${id}`)
  const exported = page.getByRole('button', { name: 'Export', exact: true })
  await expect(exported).toBeVisible()
  await exported.click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Whole project (ZIP)' }).click()
  const file = await (await download).path()
  await page.goto('/')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import' }).click()
  await (await chooser).setFiles({
    name: 'film.zip',
    mimeType: 'application/zip',
    buffer: await readFile(file),
  })
  await page.waitForURL((url) => url.pathname.startsWith('/projects/') && !url.pathname.endsWith(id))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

/** As a file manager drops it. */
async function drop(page: Page, file: { name: string; type: string; text: string }): Promise<void> {
  const transfer = await page.evaluateHandle(({ name, type, text }) => {
    const data = new DataTransfer()
    data.items.add(new File([text], name, { type }))
    return data
  }, file)
  const films = page.getByRole('region', { name: 'Films' })
  await films.dispatchEvent('dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop it here to import it')).toBeVisible()
  await films.dispatchEvent('drop', { dataTransfer: transfer })
}

test('A writer can drop a story among the films', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Films' })).toBeVisible()
  await drop(page, {
    name: 'The Dropped Tale.md',
    type: 'text/markdown',
    text: '# The Dropped Tale\n\nA leaf fell. It landed.',
  })
  await page.waitForURL(/\/projects\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Dropped Tale')
})

test.describe('a file that is none', () => {
  test.use({ expectedErrors: /4(00|22)/ })

  test('is refused when it is dropped, too, and becomes no film', async ({ page, request }) => {
    await page.goto('/')
    await expect(page.getByRole('region', { name: 'Films' })).toBeVisible()
    const text = '{ "title": "Never a film", "scenes": 3 }'
    await drop(page, { name: 'board.json', type: 'application/json', text })
    await expect(messages(page)).toContainText('“board.json” was not imported')
    await expect(page).toHaveURL('/')
    expect(await (await request.get('/api/projects')).text()).not.toContain('Never a film')
  })

  test('is refused, and the writer reads why', async ({ page }) => {
    await page.goto('/')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import' }).click()
    const buffer = Buffer.from('PK\u0003\u0004 this is no ZIP')
    await (await chooser).setFiles({ name: 'broken.zip', mimeType: 'application/zip', buffer })
    await expect(messages(page)).toContainText('“broken.zip” was not imported')
    await expect(page).toHaveURL('/')
  })
})

test('A writer can print the storyboard', async ({ page, request }) => {
  const { id, title } = await startFilm(request, { title: 'On paper', make: 'storyboard' })
  await page.goto(`/projects/${id}`)
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible()
  await page.goto(`/projects/${id}/print`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
})
