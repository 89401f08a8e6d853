import { expect, finishedFilm, newStory, player, startSmallFilm, test, WHEN_MADE } from './writer'

const videoFacts = (video: HTMLVideoElement) => ({
  time: video.currentTime,
  duration: video.duration,
  width: video.videoWidth,
})

test.describe('in Chinese', () => {
  test.use({ language: 'zh' })

  test('A writer can paste a story and watch it become a film', async ({ page, context, request }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/')
    await page.evaluate((story) => navigator.clipboard.writeText(story), newStory())
    await page.getByRole('textbox', { name: '讲个故事' }).focus()
    await page.keyboard.press('ControlOrMeta+v')
    await expect(page.getByText(/字 · 成片约/)).toBeVisible()
    await page.getByRole('button', { name: '制作影片' }).click()

    await page.waitForURL(/\/projects\//)
    const scenes = page.getByRole('region', { name: '分镜' })
    await expect(scenes.getByRole('listitem').first()).toBeVisible(WHEN_MADE)
    await expect(page.getByRole('region', { name: '进度' })).toBeVisible()
    await expect(scenes.getByRole('listitem').first().locator('img').first()).toBeVisible(WHEN_MADE)

    const video = player(page)
    await expect(video).toBeVisible(WHEN_MADE)
    await page.keyboard.press('Space')
    await expect.poll(async () => (await video.evaluate(videoFacts)).time).toBeGreaterThan(0.5)

    const view = await (await request.get(`/api${new URL(page.url()).pathname}`)).json()
    const facts = await video.evaluate(videoFacts)
    expect(facts.width).toBe(view.film.width)
    expect(Math.abs(facts.duration * 1000 - view.film.durationMs)).toBeLessThan(100)
    await expect(scenes.getByRole('listitem')).toHaveCount(view.storyboard.scenes.length)
    await expect(page.getByRole('link', { name: '下载影片' })).toHaveAttribute('href', view.film.url)
  })
})

test('A writer can stop a film half-way and go on from what was kept', async ({ page, request }) => {
  const { id } = await startSmallFilm(request, { title: 'Half-way', sceneCount: 4 })
  await page.goto(`/projects/${id}`)
  const scenes = page.getByRole('region', { name: 'Scenes' })
  await expect(scenes.locator('li img[src^="/data/"]').first()).toBeVisible(WHEN_MADE)
  await page.getByRole('region', { name: 'Progress' }).getByRole('button', { name: 'Cancel' }).click()

  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  await expect(page.getByText(/Kept: \d+ picture/)).toBeVisible()
  await page.getByRole('button', { name: 'Go on from here' }).click()
  await expect(page.getByRole('region', { name: 'Progress' })).toBeVisible()
  await expect(player(page)).toBeVisible(WHEN_MADE)
})

test('A writer can find a scene in the film by its card and by the keys', async ({ page, request }) => {
  const { id } = await finishedFilm(request)
  await page.goto(`/projects/${id}`)
  const video = player(page)
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(0)
  const cards = page.getByRole('region', { name: 'Scenes' }).locator('[data-card]')

  await cards.nth(1).click()
  await expect(cards.nth(1)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText(/^Scene 2 · from/)).toBeVisible()
  const second = (await video.evaluate(videoFacts)).time
  expect(second).toBeGreaterThan(1)

  await page.getByRole('heading', { level: 2 }).first().click()
  await page.keyboard.press('ArrowDown')
  await expect(cards.nth(2)).toHaveAttribute('aria-current', 'true')
  expect((await video.evaluate(videoFacts)).time).toBeGreaterThan(second)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})
