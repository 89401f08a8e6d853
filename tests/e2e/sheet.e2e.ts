import { expect, test } from './writer'

const STORY = 'Old Tomas had kept the lighthouse for forty winters.'

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

test('A writer can drop a text file on the sheet', async ({ page }) => {
  await page.goto('/')
  const drop = async (name: string, bytes: number[]) => {
    const files = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(content)], fileName))
        return transfer
      },
      [name, bytes] as const,
    )
    await page.getByRole('textbox', { name: 'Tell a story' }).dispatchEvent('drop', { dataTransfer: files })
  }
  // GB 18030 for 狐狸.
  await drop('fox.txt', [0xba, 0xfc, 0xc0, 0xea])
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue('狐狸')
  await drop('fox.docx', [0x50, 0x4b])
  await expect(page.getByText('“fox.docx” is not a text file.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Tell a story' })).toHaveValue('狐狸')
})

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
