/**
 * Takes the pictures of the documentation: `npx tsx scripts/docs-pictures.ts`. Every page, in both languages, at 1440
 * and 390 pixels, into docs/images. It serves the built studio on a database of its own and makes a film first.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright'
import { buildPages } from './start/build.mjs'
import { findBrowser } from './test/browser.mjs'
import { serveForTests } from './test/serve.mjs'

const FOLDER = 'docs/images'
const STORIES = { en: 'examples/stories/lighthouse.en.txt', zh: 'examples/stories/fox.zh.txt' } as const
type Language = keyof typeof STORIES
const SIZES = { '': { width: 1440, height: 900 }, '-390': { width: 390, height: 844 } } as const
const QUIET = { run: (_title: string, work: () => Promise<void>) => work(), note: () => undefined }

async function makeFilm(address: string, language: Language): Promise<string> {
  const made = await fetch(`${address}/api/projects`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ story: await readFile(STORIES[language], 'utf8'), make: 'film' }),
  })
  const { project_id, task_id } = (await made.json()) as { project_id: string; task_id: string }
  for (;;) {
    const task = (await (await fetch(`${address}/tasks/${task_id}`)).json()) as { status: string }
    if (task.status === 'done') return project_id
    if (task.status === 'error') throw new Error(`no film: ${JSON.stringify(task)}`)
    await pause(500)
  }
}

interface Place {
  name: string
  path: string
  /** Leads to what the picture shows. */
  open?: (page: Page) => Promise<void>
  wideOnly?: boolean
}

const placesOf = (id: string): Place[] => [
  { name: 'desk', path: '/' },
  { name: 'queue', path: '/queue' },
  { name: 'status', path: '/status' },
  { name: 'settings', path: '/settings' },
  { name: 'project', path: `/projects/${id}` },
  {
    name: 'board',
    path: `/projects/${id}`,
    wideOnly: true,
    open: (page) => page.locator('header nav button').nth(1).click(),
  },
  {
    name: 'json',
    path: `/projects/${id}`,
    wideOnly: true,
    open: async (page) => {
      await page.locator('header nav button').nth(2).click()
      await page.locator('.cm-content').waitFor()
    },
  },
  {
    name: 'takes',
    path: `/projects/${id}`,
    wideOnly: true,
    open: (page) => page.locator('[data-stage] [role=radio]').last().click(),
  },
]

async function take(browser: Browser, address: string, language: Language, id: string): Promise<void> {
  for (const [suffix, viewport] of Object.entries(SIZES)) {
    for (const place of placesOf(id)) {
      if (place.wideOnly && suffix !== '') continue
      const context = await browser.newContext({ viewport, colorScheme: suffix === '' ? 'light' : 'dark' })
      await context.addCookies([{ name: 'locale', value: language, url: address }])
      const page = await context.newPage()
      await page.goto(`${address}${place.path}`, { waitUntil: 'networkidle' })
      await place.open?.(page)
      // Pictures that are drawn in the page come a moment after its text.
      await pause(1_500)
      const file = path.join(FOLDER, `${place.name}-${language}${suffix}.jpg`)
      await page.screenshot({ path: file, type: 'jpeg', quality: 82 })
      await context.close()
      console.log(file)
    }
  }
}

// The packaged browser looks for fonts in a folder of its own, where no Chinese ones are.
if (existsSync('/etc/fonts')) process.env.FONTCONFIG_PATH ??= '/etc/fonts'
const root = process.cwd()
await buildPages(root, QUIET)
const studio = await serveForTests(root)
const browser = await chromium.launch(await findBrowser())
try {
  for (const language of ['en', 'zh'] as const) {
    await take(browser, studio.address, language, await makeFilm(studio.address, language))
  }
} finally {
  await browser.close()
  await studio.stop()
}
process.exit(0)
