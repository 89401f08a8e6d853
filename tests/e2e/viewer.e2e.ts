import type { APIRequestContext, BrowserContext, Locator, Page } from '@playwright/test'
import type { ProjectView } from '@/lib/project/schema'
import { serveForTests } from '../../scripts/test/serve.mjs'
import { expect, expectAccessible, player, test } from './writer'

const KEY = 'a key that only this test of viewers knows'
const STORY =
  'Old Tomas lit the lamp of the lighthouse at dusk.\n\nAt dawn the sea lay flat and Mara saw that the boat was safe.'

let studio: Awaited<ReturnType<typeof serveForTests>>
let filmId: string
test.beforeAll(async ({ request }) => {
  test.setTimeout(420_000)
  studio = await serveForTests(process.cwd(), { name: 'viewer', env: { STUDIO_KEY: KEY } })
  const made = await request.post(`${studio.address}/api/projects`, {
    headers: { 'x-api-key': KEY },
    data: { story: STORY, sceneCount: 2, make: 'film', title: 'The Lighthouse' },
  })
  expect(made.status(), await made.text()).toBe(201)
  filmId = (await made.json()).project_id
  await expect.poll(async () => (await read(request)).film, { timeout: 300_000 }).not.toBeNull()
})
test.afterAll(() => studio?.stop())

const read = async (request: APIRequestContext): Promise<ProjectView> =>
  (
    await request.get(`${studio.address}/api/projects/${filmId}`, { headers: { 'x-api-key': KEY } })
  ).json() as Promise<ProjectView>

async function logIn(page: Page, request: APIRequestContext, role: 'viewer' | 'editor'): Promise<void> {
  const answer = await request.post(`${studio.address}/api/keys`, {
    headers: { 'x-api-key': KEY },
    data: { name: 'Mei', role },
  })
  await page.goto(`${studio.address}/login`)
  await page.getByLabel('Key').fill((await answer.json()).secret)
  await page.getByRole('button', { name: 'Come in' }).click()
  await expect(page).toHaveURL(`${studio.address}/`)
}

/** What the server refused to any page of this browser. */
function refusalsOf(context: BrowserContext): string[] {
  const refused: string[] = []
  context.on('response', (response) => {
    if (response.status() >= 400)
      refused.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`)
  })
  return refused
}

const CHANGING =
  /^(Tell|Make|Render|Import|Undo|Redo|Draw|Move|Speak|Set in motion|Another number|Upgrade|Add|Up$|Down$|Remove|New scene|Actions|Use this take|Pin|Unpin|Throw away|Bring|Format|Go back to this|Cancel|To the front|Try|Go on|Pause the queue|Rename|Delete|Share|Connect|Change|Test)/

async function expectNothingToChange(place: Locator): Promise<void> {
  const buttons = place
    .getByRole('button', { name: CHANGING })
    .or(place.getByRole('menuitem', { name: CHANGING }))
  expect(await buttons.allInnerTexts()).toEqual([])
}

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
  test.setTimeout(240_000)
  const refused = refusalsOf(page.context())
  const before = (await read(request)).revision
  await logIn(page, request, 'viewer')
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

  expect((await read(request)).revision).toBe(before)
  expect(refused).toEqual([])
})

test('A viewer sees what an editor does as it is done, and asks the studio nothing that is refused', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(120_000)
  const refused = refusalsOf(page.context())
  await logIn(page, request, 'viewer')
  await page.goto(`${studio.address}/projects/${filmId}`)
  const seen = page
    .getByRole('region', { name: 'Details' })
    .getByRole('textbox', { name: 'What the picture shows' })
  await expect(seen).toBeVisible()

  const other = await browser.newContext({ locale: 'en' })
  const desk = await other.newPage()
  await logIn(desk, request, 'editor')
  await expect(desk.getByRole('heading', { name: 'Tell a story' })).toBeVisible()
  await desk.goto(`${studio.address}/projects/${filmId}`)
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
  await history.getByRole('button', { name: /^Storyboard written/ }).click()
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
  await logIn(page, request, 'viewer')
  const { revision, storyboard } = await read(request)
  const scene = storyboard?.scenes[0]
  const operation = {
    type: 'scene.update',
    sceneId: scene?.id,
    edits: [{ field: 'title', value: 'Left behind', before: scene?.title }],
  }
  await page.evaluate(
    ([id, edits]) => localStorage.setItem(`studio.edits.${id}`, edits ?? ''),
    [filmId, JSON.stringify([{ id: 'kept-1', operation, gesture: '' }])],
  )
  await page.goto(`${studio.address}/projects/${filmId}`)
  const title = page.getByRole('region', { name: 'Details' }).getByRole('textbox', { name: 'Title' })
  await expect(title).toHaveValue(scene?.title ?? '')
  expect((await read(request)).revision).toBe(revision)
  expect(refused).toEqual([])
})

test('A viewer sees work in hand and what became of it, and cannot stop or start any', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  const headers = { 'x-api-key': KEY }
  const refused = refusalsOf(page.context())
  await logIn(page, request, 'viewer')
  await request.post(`${studio.address}/api/queue/pause`, { headers })
  const made = await request.post(`${studio.address}/api/projects`, {
    headers,
    data: { story: `${STORY} It waited.`, sceneCount: 2, make: 'film', title: 'Waiting' },
  })
  const { project_id: id, task_id: task } = await made.json()
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
