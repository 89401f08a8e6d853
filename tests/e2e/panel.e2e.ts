import { expect, startStoryboard, test, WHEN_MADE } from './writer'

test('A writer can reword one line, and only that scene is redone', async ({ page, request }) => {
  const { id, read, scenes, path } = await startStoryboard(request, 'Reword')
  const made = async () => {
    await request.post(`/api/projects/${id}/targets`, { data: { type: 'narration' } })
    await expect
      .poll(async () => (await read()).scenes.every((s) => s.slots.narration.state === 'ready'), WHEN_MADE)
      .toBe(true)
  }
  await made()
  const before = (await read()).scenes.map((scene) => scene.slots.narration.fingerprint)
  await page.goto(`${path}?scene=${(await scenes())[1]?.id}`)
  const line = page.getByRole('textbox', { name: 'Narration' })
  await line.press('End')
  await line.pressSequentially(' Nobody slept.')
  const voice = page.getByRole('region', { name: 'Details' }).getByText('Made before a change: narration')
  await expect(voice).toBeVisible()
  await expect.poll(async () => (await scenes())[1]?.narration).toContain('Nobody slept.')

  await page.getByRole('button', { name: /^Speak 1 line/ }).click()
  await expect.poll(async () => (await read()).scenes[1]?.slots.narration.state, WHEN_MADE).toBe('ready')
  const after = (await read()).scenes.map((scene) => scene.slots.narration.fingerprint)
  expect(after.map((fingerprint, i) => fingerprint === before[i])).toEqual([true, false, true, true])
  await expect(voice).toBeHidden()
})

test('The page of a film is as tall as its window, whatever the panel holds', async ({ page, request }) => {
  const { path } = await startStoryboard(request, 'As tall')
  await page.setViewportSize({ width: 1440, height: 700 })
  await page.goto(path)
  await expect(page.getByRole('textbox', { name: 'Narration' })).toBeVisible()
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  await expect.poll(height).toBe(700)
})

test('A writer can see what is wrong with a text without losing it', async ({ page, request }) => {
  const { scenes, path } = await startStoryboard(request, 'Long')
  await page.goto(path)
  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  const long = 'x'.repeat(201)
  await title.fill(long)
  await expect(page.getByText(/^Not saved/)).toBeVisible()
  await expect(title).toHaveValue(long)
  expect((await scenes())[0]?.title).not.toBe(long)
  await title.fill('Short')
  await expect(page.getByText(/^Not saved/)).toBeHidden()
  await expect.poll(async () => (await scenes())[0]?.title).toBe('Short')
})

test('A writer can undo and redo after a reload', async ({ page, request }) => {
  const { scenes, path } = await startStoryboard(request, 'Back and forth')
  const before = (await scenes())[0]?.title
  await page.goto(path)
  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  await title.fill('Another title')
  await expect.poll(async () => (await scenes())[0]?.title).toBe('Another title')
  await page.reload()
  await expect(title).toHaveValue('Another title')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(title).toHaveValue(before ?? '')
  await expect.poll(async () => (await scenes())[0]?.title).toBe(before)
  await page.reload()
  await expect(title).toHaveValue(before ?? '')
  await title.focus()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(title).toHaveValue('Another title')
})

test('A writer can change a character and see which scenes it touches', async ({ page, request }) => {
  const { id, read, path } = await startStoryboard(request, 'Who is who')
  await request.post(`/api/projects/${id}/targets`, { data: { type: 'frames' } })
  await expect
    .poll(async () => (await read()).scenes.every((s) => s.slots.frame.state === 'ready'), WHEN_MADE)
    .toBe(true)
  const cast = (await read()).storyboard?.cast ?? []
  const seen = (await read()).storyboard?.scenes.map((scene) => scene.cast.includes(cast[0]?.id ?? '')) ?? []
  await page.goto(path)
  await page.getByRole('radio', { name: 'Cast' }).click()
  const numbers = page.getByRole('button', { name: /^Go to scene/ })
  const touched = seen.flatMap((isSeen, i) => (isSeen ? [`Go to scene ${i + 1}`] : []))
  await expect(numbers.first()).toBeVisible()
  const member = page.getByRole('region', { name: 'Details' }).getByRole('listitem').first()
  await expect(member.getByRole('button', { name: /^Go to scene/ })).toHaveCount(touched.length)
  await member.getByRole('textbox', { name: 'What they look like' }).fill('old man, green hat')
  await expect
    .poll(async () => (await read()).scenes.map((scene) => scene.slots.frame.state === 'stale'))
    .toEqual(seen)
})

test('A writer can watch the storyboard before anything is made', async ({ page, request }) => {
  const { path } = await startStoryboard(request, 'Animatic')
  await page.goto(path)
  const screen = page.locator('main figure canvas').first()
  const ink = () =>
    screen.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      }
      let sum = 0
      for (let i = 0; i < data.length; i += 997) sum = (sum * 31 + (data[i] ?? 0)) >>> 0
      return sum
    })
  await expect.poll(ink).not.toBe(0)
  const still = await ink()
  await page.locator('main').click({ position: { x: 4, y: 4 } })
  await page.keyboard.press('Space')
  await expect.poll(ink).not.toBe(still)
  await expect(page.getByRole('button', { name: 'Pause' }).first()).toBeVisible()
})

test('A writer can see a picture follow the words as they are typed', async ({ page, request }) => {
  const { path } = await startStoryboard(request, 'Words')
  await page.goto(path)
  const sketch = page.getByRole('img', { name: 'How the draft painter sees it' })
  await expect(sketch).toBeVisible()
  const shot = () => sketch.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  await expect.poll(async () => (await shot()).length).toBeGreaterThan(2_000)
  const before = await shot()
  await page
    .getByRole('textbox', { name: 'What the picture shows' })
    .fill('a red fox in a snowy forest at night')
  await expect.poll(shot).not.toBe(before)
})
