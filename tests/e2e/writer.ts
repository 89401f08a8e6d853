/**
 * What every browser test shares: a page in a known language that fails the test on an error in its console, and films
 * made through the same door the pages use.
 */
import { AxeBuilder } from '@axe-core/playwright'
import { type APIRequestContext, test as base, expect, type Locator, type Page } from '@playwright/test'
import type { ProjectView } from '@/lib/project/schema'

interface WriterOptions {
  language: 'en' | 'zh'
  /** Console errors the test provokes on purpose. */
  expectedErrors: RegExp | null
}

export const test = base.extend<WriterOptions>({
  language: ['en', { option: true }],
  expectedErrors: [null, { option: true }],
  page: async ({ page, language, expectedErrors, baseURL }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => {
      if (!expectedErrors?.test(error.message)) errors.push(error.message)
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !expectedErrors?.test(message.text())) errors.push(message.text())
    })
    await page
      .context()
      .addCookies([{ name: 'locale', value: language, url: baseURL ?? 'http://127.0.0.1:3000' }])
    await use(page)
    expect(errors, 'errors in the console').toEqual([])
  },
})

export { expect }

/** For what a runner makes: two work for all tests, and a clip of another one may be before it. */
export const WHEN_MADE = { timeout: 300_000 }

const FOX =
  '小狐狸阿橘捡到了一颗从天上掉下来的星星。星星在它的爪子里冷得发抖，光也越来越弱。阿橘抱着星星，走进了黑漆漆的森林。'

/** A story nobody told before: what was made for an older one would be used again, and there would be nothing to watch. */
export const newStory = (): string => `${FOX}那是第${Math.floor(Math.random() * 1e9)}个夜晚。`

interface FilmWish {
  title: string
  make?: 'film' | 'storyboard'
  story?: string
  sceneCount?: number
}

/** Starts a short film and gives its id; the title carries a random tail, so that tests do not meet each other's. */
export async function startFilm(
  request: APIRequestContext,
  wish: FilmWish,
): Promise<{ id: string; title: string }> {
  const title = `${wish.title} ${Math.random().toString(36).slice(2, 8)}`
  const answer = await request.post('/api/projects', {
    data: {
      story: wish.story ?? newStory(),
      sceneCount: wish.sceneCount ?? 2,
      make: wish.make ?? 'storyboard',
      title,
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { project_id: id } = (await answer.json()) as { project_id: string }
  return { id, title }
}

const QUARTER = { width: 640, height: 360 }

/**
 * As `startFilm`, rendered at a quarter of the usual pixels: for what is told of a film whatever its size, since most of
 * a film's time goes by the pixel.
 */
export async function startSmallFilm(
  request: APIRequestContext,
  wish: Omit<FilmWish, 'make'>,
): Promise<{ id: string; title: string }> {
  const film = await startFilm(request, { ...wish, make: 'storyboard' })
  await renderSmall(request, film.id)
  return film
}

/** Renders a storyboard, which may still be being written, at a quarter of the usual pixels. */
export async function renderSmall(request: APIRequestContext, id: string): Promise<void> {
  const read = async () =>
    ((await (await request.get(`/api/projects/${id}`)).json()) as ProjectView).storyboard
  await expect.poll(read, WHEN_MADE).not.toBeNull()
  const settings = (await read())?.settings
  const edits = (['film', 'frame'] as const).flatMap((what) =>
    (['width', 'height'] as const).map((side) => ({
      field: `${what}.${side}`,
      value: QUARTER[side],
      before: settings?.[what][side],
    })),
  )
  const small = { operation: { type: 'settings.update', edits }, client: 'small-film' }
  const edited = await request.post(`/api/projects/${id}/operations`, { data: small })
  expect(edited.status(), await edited.text()).toBe(200)
  const started = await request.post(`/api/projects/${id}/targets`, { data: { type: 'render' } })
  expect(started.status(), await started.text()).toBe(202)
}

/** Four scenes in English, each with a line of its own. */
const FOUR = [
  'Old Tomas lit the lamp of the lighthouse at dusk.',
  'A storm came in from the sea and the waves climbed the rocks.',
  'His granddaughter Mara saw a small boat far out on the water.',
  'At dawn the sea lay flat and the boat was safe.',
].join('\n\n')

/** A storyboard of four scenes, without anything made of it; `tail` makes its pictures unlike those of other tests. */
export async function startStoryboard(request: APIRequestContext, title: string) {
  const tail = `That was night ${Math.floor(Math.random() * 1e9)}.`
  const { id } = await startFilm(request, { title, story: `${FOUR} ${tail}`, sceneCount: 4 })
  const read = async (): Promise<ProjectView> =>
    (await (await request.get(`/api/projects/${id}`)).json()) as ProjectView
  const scenes = async () => (await read()).storyboard?.scenes ?? []
  await expect.poll(async () => (await scenes()).length, WHEN_MADE).toBe(4)
  return { id, read, scenes, path: `/projects/${id}` }
}

/** Resolves when the film can be played. */
export async function filmIsReady(request: APIRequestContext, id: string): Promise<void> {
  await expect
    .poll(
      async () =>
        ((await (await request.get(`/api/projects/${id}`)).json()) as { film: unknown }).film !== null,
      WHEN_MADE,
    )
    .toBe(true)
}

/** Always the same story: what one worker makes of it, the other uses. */
const TOLD_BEFORE = `${FOX}那是第一个夜晚。`
let master: Promise<string> | undefined

/** A finished film of one's own, of three scenes. Rendered once, then duplicated: a copy has nothing to make. */
export async function finishedFilm(request: APIRequestContext): Promise<{ id: string; title: string }> {
  master ??= startSmallFilm(request, { title: 'Finished', story: TOLD_BEFORE, sceneCount: 3 }).then(
    async ({ id }) => {
      await filmIsReady(request, id)
      return id
    },
  )
  const answer = await request.post(`/api/projects/${await master}/duplicate`)
  expect(answer.status(), await answer.text()).toBe(201)
  const { project_id: id } = (await answer.json()) as { project_id: string }
  const { title } = (await (await request.get(`/api/projects/${id}`)).json()) as ProjectView
  return { id, title }
}

/** What the page tells for a while; read out as well, from an element of its own, so the words alone stand twice. */
export const messages = (page: Page): Locator => page.getByRole('region', { name: 'Messages' })

/** The film in its player; the clip a card plays under the pointer is a video too, and comes and goes. */
export const player = (page: Page): Locator => page.locator('main figure video')

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

/** How far apart parts of a page stand, in pixels; for `expect.poll`, since a page may still be moving. */
export async function spreadOf(parts: readonly Locator[], measure: (box: Box) => number): Promise<number> {
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()))
  const places = boxes.map((box) => (box ? measure(box) : Number.NaN))
  return Math.max(...places) - Math.min(...places)
}

const ACCESS_RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No page holds a frame of somebody else, so axe runs inside it: a quarter of the time of one with a page of its own. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page whose style sheet is on its way has other colours.
  await page.waitForLoadState('load')
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: ACCESS_RULES }, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}
