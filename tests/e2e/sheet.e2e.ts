import { buffer } from 'node:stream/consumers'
import type { Locator, Page } from '@playwright/test'
import { ZipFile } from 'yazl'
import { expect, expectAccessible, messages, test } from './writer'

const STORY = 'Old Tomas had kept the lighthouse for forty winters.'

function aWordDocument(text: string): Promise<Buffer> {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const xml = `<w:document xmlns:w="${w}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(xml), 'word/document.xml')
  zip.end()
  return buffer(zip.outputStream)
}

test.describe('with input the studio refuses', () => {
  test.use({ expectedErrors: /Failed to load resource/ })

  test('A writer can correct a refused story, since nothing typed is lost', async ({ page }) => {
    await page.goto('/')
    const story = page.getByRole('textbox', { name: 'Tell a story' })
    await story.fill('🦊🌟')
    await page.getByRole('button', { name: 'Make the film' }).click()
    await expect(page.getByText(/^The story needs words/)).toBeVisible()
    await expect(story).toHaveValue('🦊🌟')
    await expect(story).toHaveAttribute('aria-invalid', 'true')
    await story.fill(STORY)
    await expect(page.getByText(/^The story needs words/)).toBeHidden()
  })

  test('A writer can go on writing while the studio is away', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('textbox', { name: 'Tell a story' }).fill(STORY)
    await page.route('**/api/projects', (route) => route.abort())
    await page.getByRole('button', { name: 'Make the film' }).click()
    await expect(page.getByText('The film was not started. Your story is kept here.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue(STORY)
  })
})

test('A writer can leave the page and find the draft as it was', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('textbox', { name: 'Tell a story' }).fill(STORY)
  await page.getByRole('radio', { name: '9:16' }).click()
  await page.getByRole('textbox', { name: 'Scenes' }).fill('7')
  await page.getByRole('switch', { name: 'Subtitles' }).click()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue(STORY)
  await expect(page.getByRole('radio', { name: '9:16' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Scenes' })).toHaveValue('7')
  await expect(page.getByRole('switch', { name: 'Subtitles' })).not.toBeChecked()
})

const holding = (page: Page, name: string, bytes: readonly number[]) =>
  page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(content)], fileName))
      return transfer
    },
    [name, bytes] as const,
  )

async function drop(
  page: Page,
  name: string,
  bytes: readonly number[],
  place: Locator = page.locator('#story'),
) {
  await place.dispatchEvent('drop', { dataTransfer: await holding(page, name, bytes) })
}

test('A writer can drop a text file on the sheet', async ({ page }) => {
  await page.goto('/')
  // GB 18030 for 狐狸.
  await drop(page, 'fox.txt', [0xba, 0xfc, 0xc0, 0xea])
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue('狐狸')
  await drop(page, 'fox.pdf', [0x25, 0x50])
  await expect(page.getByText('“fox.pdf” is not a text.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue('狐狸')
})

test('A writer can take back the story whose place a file took', async ({ page }) => {
  await page.goto('/')
  const story = page.getByRole('textbox', { name: 'Tell a story' })
  const undo = messages(page).getByRole('button', { name: 'Undo' })
  await drop(page, 'fox.txt', [...Buffer.from('A fox.')])
  await expect(story).toHaveValue('A fox.')
  await story.fill(STORY)
  await drop(page, 'owl.txt', [...Buffer.from('An owl.')])
  await expect(story).toHaveValue('An owl.')
  // Where the sheet was empty, nothing is to be taken back: this is the first and only message.
  await expect(undo).toHaveCount(1)
  await undo.click()
  await expect(story).toHaveValue(STORY)
  await expect(story).toBeFocused()

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file' }).click()
  await (await chooser).setFiles({
    name: 'hare.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('A hare.'),
  })
  await expect(story).toHaveValue('A hare.')
  await expect(story).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.insertText(' It ran.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(story).toHaveValue('A hare.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(story).toHaveValue(STORY)
  await page.reload()
  await expect(story).toHaveValue(STORY)
})

test('A writer can take the story back on the page after, too', async ({ page }) => {
  await page.goto('/')
  const story = page.getByRole('textbox', { name: 'Tell a story' })
  await story.fill(STORY)
  await drop(page, 'owl.txt', [...Buffer.from('An owl.')])
  await expect(story).toHaveValue('An owl.')
  await page.getByRole('link', { name: /^Queue/ }).click()
  await page.waitForURL('/queue')
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await page.goto('/')
  await expect(story).toHaveValue(STORY)
})

test('A writer can drop a file anywhere on the sheet, and beside it the page stays', async ({ page }) => {
  await page.goto('/')
  const story = page.getByRole('textbox', { name: 'Tell a story' })
  const places = [
    page.getByRole('radio', { name: '9:16' }),
    page.getByRole('textbox', { name: 'Scenes' }),
    page.getByRole('button', { name: 'Storyboard only' }),
  ]
  for (const [i, place] of places.entries()) {
    await drop(page, 'fox.txt', [...Buffer.from(`Fox ${i}.`)], place)
    await expect(story).toHaveValue(`Fox ${i}.`)
  }
  const dataTransfer = await holding(page, 'owl.txt', [...Buffer.from('An owl.')])
  const staysOn = (place: Locator) =>
    place.evaluate(
      (element, data) =>
        ['dragover', 'drop'].map((type) => {
          const init = { dataTransfer: data, bubbles: true, cancelable: true }
          return !element.dispatchEvent(new DragEvent(type, init))
        }),
      dataTransfer,
    )
  expect(await staysOn(page.locator('header'))).toEqual([true, true])
  expect(await staysOn(page.locator('body'))).toEqual([true, true])
  await expect(story).toHaveValue('Fox 2.')
})

test('A writer can drop Markdown on the sheet and has its words', async ({ page }) => {
  await page.goto('/')
  const text = '# Fox\n\nThe **fox** ran to [the moon](a.html).\n\n- a den'
  await drop(page, 'fox.md', [...Buffer.from(text)])
  const words = '# Fox\n\nThe fox ran to the moon.\n\na den.'
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue(words)
})

test('A writer can bring a Word document by dropping it on the sheet', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('textbox', { name: 'Tell a story' }).fill(STORY)
  await drop(page, 'owl.docx', [...(await aWordDocument('The owl sang to the moon.'))])
  const bring = page.getByRole('button', { name: 'Import “owl.docx”' })
  await expect(bring).toBeFocused()
  await expectAccessible(page)
  // Esc goes one step back; the same file can be brought again.
  await page.keyboard.press('Escape')
  await expect(bring).toBeHidden()
  await expect(page.getByRole('button', { name: 'Open a file' })).toBeFocused()
  await drop(page, 'owl.docx', [...(await aWordDocument('The owl sang to the moon.'))])
  await expect(bring).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/projects\//)
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue(STORY)
})

for (const [language, width, choices, what] of [
  ['en', 1440, /the studio’s usual choices/, /This Word document is damaged/],
  ['en', 390, /the studio’s usual choices/, /This Word document is damaged/],
  ['zh', 1440, /工作室的默认设置/, /这个 Word 文档已损坏/],
  ['zh', 390, /工作室的默认设置/, /这个 Word 文档已损坏/],
] as const) {
  test.describe(`in ${language}, ${width} wide`, () => {
    test.use({ language, viewport: { width, height: 900 }, expectedErrors: /Failed to load resource/ })

    test('A writer hears in the own language why a file was not imported', async ({ page }) => {
      await page.goto('/')
      await drop(page, 'fox.docx', [0x50, 0x4b])
      const bring = page.getByRole('button', { name: 'fox.docx' })
      await expect(page.locator('#offer-what')).toHaveText(choices)
      await expect(bring).toBeFocused()
      await bring.click()
      await expect(page.getByText(what).first()).toBeVisible()
      await expect(bring).toBeFocused()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
  })
}

test('A writer can begin with a sample story', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('region', { name: 'Or begin with one of these' }).getByRole('button').first().click()
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue(/lighthouse/)
  await expect(page.getByText(/a film of about/)).toBeVisible()
})

test('A writer can see at once that a story is missing', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Make the film' }).click()
  await expect(page.getByText(/^There is no story yet/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toBeFocused()
})
