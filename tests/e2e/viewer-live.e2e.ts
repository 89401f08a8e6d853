/** Whoever has a viewer's key sees what others do as it is done, and sends nothing of their own. */
import { expectNothingToChange, type Looking, openLooking, refusalsOf } from './looking'
import { expect, expectAccessible, test } from './writer'

let studio: Looking
test.beforeAll(async () => {
  studio = await openLooking('viewer-live')
})
test.afterAll(() => studio?.stop())

test('A viewer sees what an editor does as it is done, and asks the studio nothing that is refused', async ({
  page,
  browser,
  request,
}) => {
  const refused = refusalsOf(page.context())
  await studio.logIn(page, request, 'viewer')
  await page.goto(`${studio.address}/projects/${studio.filmId}`)
  const seen = page
    .getByRole('region', { name: 'Details' })
    .getByRole('textbox', { name: 'What the picture shows' })
  await expect(seen).toBeVisible()

  const other = await browser.newContext({ locale: 'en' })
  const desk = await other.newPage()
  await studio.logIn(desk, request, 'editor')
  await expect(desk.getByRole('heading', { name: 'Tell a story' })).toBeVisible()
  await desk.goto(`${studio.address}/projects/${studio.filmId}`)
  const field = desk
    .getByRole('region', { name: 'Details' })
    .getByRole('textbox', { name: 'What the picture shows' })
  // A picture that nobody knows yet: both pages ask whether it is there.
  const asked = page.waitForResponse((response) => response.url().endsWith('/known'))
  await field.fill('A lighthouse under a green moon')
  await expect(seen).toHaveValue('A lighthouse under a green moon')
  expect((await asked).status()).toBe(200)
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const history = page.getByRole('dialog', { name: 'History' })
  await history.getByRole('button', { name: /^Film: film size/ }).click()
  await expect(history.getByText('Going back would change one thing:')).toBeVisible()
  await expectNothingToChange(history)
  await page.keyboard.press('Escape')
  await expect(desk.getByRole('button', { name: /^Render film/ })).toBeVisible()
  await desk.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(seen).not.toHaveValue('A lighthouse under a green moon')
  // What concerns the whole studio is not an editor's either.
  await desk.goto(`${studio.address}/queue`)
  await expect(desk.getByRole('row').filter({ hasText: 'The Lighthouse' }).first()).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Pause the queue' })).toHaveCount(0)
  await desk.goto(`${studio.address}/settings`)
  await expect(desk.getByText('Only an admin changes what stands here.')).toBeVisible()
  await expect(desk.getByRole('combobox', { name: 'Storyboard' })).toBeDisabled()
  await expect(desk.getByRole('region', { name: 'Share links' })).toBeVisible()
  await other.close()
  expect(refused).toEqual([])
})

test('What an editor could not send from this browser is not sent by a viewer', async ({ page, request }) => {
  const refused = refusalsOf(page.context())
  await studio.logIn(page, request, 'viewer')
  const { revision, storyboard } = await studio.read(request)
  const scene = storyboard?.scenes[0]
  const operation = {
    type: 'scene.update',
    sceneId: scene?.id,
    edits: [{ field: 'title', value: 'Left behind', before: scene?.title }],
  }
  await page.evaluate(
    ([id, edits]) => localStorage.setItem(`studio.edits.${id}`, edits ?? ''),
    [studio.filmId, JSON.stringify([{ id: 'kept-1', operation, gesture: '' }])],
  )
  await page.goto(`${studio.address}/projects/${studio.filmId}`)
  const title = page.getByRole('region', { name: 'Details' }).getByRole('textbox', { name: 'Title' })
  await expect(title).toHaveValue(scene?.title ?? '')
  expect((await studio.read(request)).revision).toBe(revision)
  expect(refused).toEqual([])
})

test('A viewer sees work in hand and what became of it, and cannot stop or start any', async ({
  page,
  request,
}) => {
  const { headers } = studio
  const refused = refusalsOf(page.context())
  await studio.logIn(page, request, 'viewer')
  await request.post(`${studio.address}/api/queue/pause`, { headers })
  const wish = { title: 'Waiting', tail: ' It waited.' }
  const { project_id: id, task_id: task } = await studio.make(request, wish)
  const body = page.locator('body')
  await page.goto(`${studio.address}/projects/${id}`)
  await expect(page.getByRole('region', { name: 'Progress' })).toBeVisible()
  await expectNothingToChange(body)
  await expectAccessible(page)
  await page.goto(`${studio.address}/queue`)
  const row = page.getByRole('region', { name: 'Waiting' }).getByRole('row').filter({ hasText: 'Waiting' })
  await row.getByRole('button', { name: /^Show the work/ }).click()
  await expect(page.getByText('The queue is paused')).toBeVisible()
  for (const key of ['x', 'f', 'r', 'p']) await page.keyboard.press(key)
  await expectNothingToChange(body)
  await expectAccessible(page)

  await request.delete(`${studio.address}/api/tasks/${task}`, { headers })
  const ended = page.getByRole('region', { name: 'Ended within a day' })
  await expect(ended.getByRole('row').filter({ hasText: 'Cancelled' })).toBeVisible()
  await expectNothingToChange(body)
  await page.goto(`${studio.address}/projects/${id}`)
  await expect(page.getByText('Cancelled', { exact: false }).first()).toBeVisible()
  await expectNothingToChange(body)
  await request.post(`${studio.address}/api/queue/resume`, { headers })
  expect(refused).toEqual([])
})
