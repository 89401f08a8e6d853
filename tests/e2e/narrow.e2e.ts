/** What has little room: nothing is cut off, nothing lies outside of the page. */
import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { expect, startStoryboard, test } from './writer'

const PHONE = { width: 390, height: 844 }

/** Whether every part lies inside of `frame`, from left to right. */
async function expectWithin(frame: Locator, parts: Locator[]): Promise<void> {
  for (const part of parts) {
    await expect(part).toBeVisible()
    // The page may still be moving.
    await expect(async () => {
      const [outer, box] = await Promise.all([frame.boundingBox(), part.boundingBox()])
      expect(box?.x, `${part}`).toBeGreaterThanOrEqual(outer?.x ?? 0)
      expect((box?.x ?? 0) + (box?.width ?? 0), `${part}`).toBeLessThanOrEqual(
        (outer?.x ?? 0) + (outer?.width ?? 0),
      )
    }).toPass({ timeout: 60_000 })
  }
}

/** How many pixels of its text are cut off, across and down. */
const cutOff = (text: Locator) =>
  text.evaluate((element) => [
    element.scrollWidth - element.clientWidth,
    element.scrollHeight - element.clientHeight,
  ])

const linesOf = (text: Locator) =>
  text.evaluate((element) => element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight))

async function makePortrait(request: APIRequestContext, id: string): Promise<void> {
  const sizes = [
    ['film.width', 1280, 720],
    ['film.height', 720, 1280],
  ] as const
  const edits = sizes.map(([field, before, value]) => ({ field, value, before }))
  const answer = await request.post(`/api/projects/${id}/operations`, {
    data: { operation: { type: 'settings.update', edits }, client: 'portrait' },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

async function expectWholePlayer(page: Page): Promise<void> {
  const figure = page.locator('main figure')
  const names = ['Play', 'Sound off', 'Loop this scene', 'Full screen']
  await expectWithin(
    figure,
    names.map((name) => figure.getByRole('button', { name, exact: true }).last()),
  )
  await expect.poll(() => linesOf(figure.getByText(/^0:00 \/ /))).toBeLessThan(1.5)
  await expect.poll(() => cutOff(figure.getByText(/^Scene 1/))).toEqual([0, 0])
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true })

  test('Two people on a film have the whole header, and the page stays where it is', async ({
    page,
    browser,
    request,
  }) => {
    const { path } = await startStoryboard(request, 'Two on phones')
    await page.goto(path)
    const another = await browser.newContext({ baseURL: new URL(page.url()).origin })
    await (await another.newPage()).goto(path)
    await expect(page.getByRole('button', { name: '2 people are here' })).toBeVisible()
    await expectWithin(page.locator('body'), [
      page.getByRole('link', { name: /^Queue/ }),
      page.getByRole('button', { name: '2 people are here' }),
    ])
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(PHONE.width)
    await another.close()
  })
})

for (const [size, hasTouch] of [
  [PHONE, true],
  [{ width: 1024, height: 768 }, false],
  [{ width: 1440, height: 900 }, false],
] as const) {
  test.describe(`${size.width} wide`, () => {
    test.use({ viewport: size, hasTouch })

    test('A writer reaches every button under the preview, wide or upright', async ({ page, request }) => {
      const { id, path } = await startStoryboard(request, 'Upright')
      await page.goto(path)
      await expectWholePlayer(page)
      if (size.width >= 1024) {
        const label = page.getByRole('button', { name: /^Render film/ }).locator('span')
        await expect.poll(() => cutOff(label)).toEqual([0, 0])
      }
      await makePortrait(request, id)
      await expect
        .poll(async () => {
          const box = await page.locator('main figure canvas').first().boundingBox()
          return (box?.height ?? 0) > (box?.width ?? 0)
        })
        .toBe(true)
      await expectWholePlayer(page)
    })
  })
}
