import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import type { Page } from '@playwright/test'
import { openService, type ServiceAnswers, sendJson, type TestService } from '@/tests/kit/service'
import { expect, expectAccessible, startStoryboard, test, WHEN_MADE } from './writer'

const MODEL = 'images/stabilityai/sd-turbo@b261bac6fd2c'
const contract = (name: string) => JSON.parse(readFileSync(`inference/contract/${name}.json`, 'utf8'))
const models = contract('models').images
const health = contract('health')

/** Draws one colour by the seed, as large as it is asked to. */
function draw(size: string, seed: number): string {
  const [width = 64, height = 64] = size.split('x').map(Number)
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = `hsl(${seed % 360} 60% 50%)`
  brush.fillRect(0, 0, width, height)
  return canvas.toBuffer('image/png').toString('base64')
}

const images: ServiceAnswers = ({ path, body }, response) => {
  if (path === '/readyz') return sendJson(response, health.readyz.body)
  if (path === '/v1/models') return sendJson(response, models)
  if (path !== '/v1/images/batch') return sendJson(response, {}, 404)
  const { items, size } = JSON.parse(String(body))
  const say = (event: object) => response.write(`${JSON.stringify(event)}\n`)
  say({ event: 'accepted', items: items.length, model: models.data[0].id })
  for (const { id, seed } of items) {
    const about = { seed, model: models.data[0].id, steps: 2, width: 1, height: 1 }
    say({ event: 'item', item: id, b64_json: draw(size, seed), ...about })
  }
  say({ event: 'done', items: items.length, errors: 0 })
  response.end()
}

let service: TestService
test.beforeEach(async () => {
  service = await openService(images)
})
test.afterEach(async ({ request }) => {
  // Other tests know only the draft engines.
  await request.delete('/api/engines/images')
  await service.close().catch(() => undefined)
})

const details = (page: Page) => page.getByRole('region', { name: 'Details' })

async function connect(page: Page): Promise<void> {
  await page.goto('/settings')
  const card = page.getByRole('region', { name: 'Pictures' })
  await expect(card.getByText('not connected')).toBeVisible()
  await card.getByRole('button', { name: 'Connect' }).click()
  const addresses = card.getByLabel(/^Addresses/)
  await addresses.fill('not an address')
  await card.getByRole('button', { name: 'Save and test' }).click()
  await expect(card.getByText('An address looks like')).toBeVisible()
  await addresses.fill(service.url)
  await card.getByRole('button', { name: 'Save and test' }).click()
  await expect(card.getByText('It is ready.')).toBeVisible()
}

test('A writer can connect a GPU by its address, and see what stands behind it', async ({ page }) => {
  await connect(page)
  const card = page.getByRole('region', { name: 'Pictures' })
  await expect(card.getByText('stabilityai/sd-turbo · NVIDIA GeForce RTX 4090, float16')).toBeVisible()
  await expect(card.getByText('5 of 24 GB of memory used')).toBeVisible()
  await expect(card.getByText('Set here')).toBeVisible()
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Change' }).click()
  await card.getByRole('button', { name: 'Give a key' }).click()
  await card.getByLabel('Key').fill('sk-secret')
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Save and test' }).click()
  await expect.poll(() => service.requests.at(-1)?.headers.authorization).toBe('Bearer sk-secret')
  await card.getByRole('button', { name: 'Change' }).click()
  await expect(card.getByText('A key is set.')).toBeVisible()
  await card.getByRole('button', { name: 'Back to the environment’s' }).click()
  await expect(card.getByText('not connected')).toBeVisible()
})

test('A writer can upgrade two scenes, choose the engine for a film, and see when it is away', async ({
  page,
  request,
}) => {
  const { id, read, path } = await startStoryboard(request, 'Harbour')
  const frames = async () => (await read()).scenes.map((scene) => scene.slots.frame)
  await request.post(`/api/projects/${id}/targets`, { data: { type: 'frames' } })
  await expect
    .poll(async () => (await frames()).every(({ state }) => state === 'ready'), WHEN_MADE)
    .toBe(true)
  // One picture is chosen by hand: an upgrade leaves it alone.
  const [third, scene] = [(await frames())[2], (await read()).scenes[2]]
  const edits = [{ field: 'pins.frame', value: third?.fingerprint, before: null }]
  const operation = { type: 'scene.update', sceneId: scene?.id, edits }
  await request.post(`/api/projects/${id}/operations`, { data: { operation, client: 'test' } })
  await connect(page)

  await page.goto(path)
  await expect(page.locator('[data-card]').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('combobox').fill('upgrade')
  await page.getByRole('option', { name: 'Upgrade scenes to another engine' }).click()
  const dialog = page.getByRole('dialog', { name: 'Upgrade scenes' })
  await expect(dialog.getByLabel('Engine')).toHaveValue(MODEL)
  await dialog.getByRole('radio', { name: 'From – to' }).click()
  await dialog.getByLabel('To scene').fill('3')
  await expect(dialog.getByText(/^It makes 2 pictures, about/)).toBeVisible()
  await expect(dialog.getByText('One scene keeps the take somebody chose.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Upgrade and make' }).click()
  const makers = async () => (await frames()).map(({ state, engine }) => (state === 'ready' ? engine : state))
  await expect.poll(makers, WHEN_MADE).toEqual([MODEL, MODEL, 'draft/painter@1', 'draft/painter@1'])
  await expect(page.locator('[data-card]').first().getByText('sd-turbo')).toBeVisible()

  await details(page).getByRole('radio', { name: 'Film', exact: true }).click()
  const picture = details(page).getByLabel('Picture', { exact: true })
  await picture.selectOption({ label: 'sd-turbo · ready' })
  await expect.poll(async () => (await read()).storyboard?.settings.engines.frame).toBe(MODEL)
  // What the model takes is offered, and nothing else.
  await expect(details(page).getByLabel('Steps')).toHaveAttribute('placeholder', 'usually 2')
  await expect(details(page).getByLabel('Guidance')).toHaveCount(0)
  await expectAccessible(page)

  await service.close()
  await expect(picture.locator('option:checked')).toHaveText('sd-turbo · away', WHEN_MADE)
  await expect(details(page).getByText('away', { exact: true })).toBeVisible()
  await page.goto('/settings')
  const card = page.getByRole('region', { name: 'Pictures' })
  await expect(card.getByText('away', { exact: true }).first()).toBeVisible()
  await card.getByRole('button', { name: 'Test' }).click()
  await expect(card.getByText('It does not serve. The reason stands above.')).toBeVisible()
  await page.goto('/status')
  await expect(page.getByRole('region', { name: 'Engines on GPUs and elsewhere' })).toContainText(service.url)
})
