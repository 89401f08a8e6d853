/** A locked studio with one film, and people in it whose keys may do this or that. */
import {
  type APIRequestContext,
  type BrowserContext,
  type Locator,
  type Page,
  request,
} from '@playwright/test'
import type { ProjectView } from '@/lib/project/schema'
import { serveForTests } from '../../scripts/test/serve.mjs'
import { expect, renderSmall, WHEN_MADE } from './writer'

const KEY = 'a key that only this test of viewers knows'
const STORY =
  'Old Tomas lit the lamp of the lighthouse at dusk.\n\nAt dawn the sea lay flat and Mara saw that the boat was safe.'

export interface Looking {
  address: string
  filmId: string
  /** What an admin sends. */
  headers: { 'x-api-key': string }
  read(request: APIRequestContext): Promise<ProjectView>
  /** Another film of the same story. */
  make(
    request: APIRequestContext,
    wish: { title: string; tail?: string; make?: 'storyboard' },
  ): Promise<{ project_id: string; task_id: string }>
  logIn(page: Page, request: APIRequestContext, role: 'viewer' | 'editor'): Promise<void>
  stop(): Promise<void>
}

/** `The Lighthouse`, finished. */
export async function openLooking(name: string): Promise<Looking> {
  const { address, stop } = await serveForTests(process.cwd(), { name, env: { STUDIO_KEY: KEY } })
  const headers = { 'x-api-key': KEY }
  const make: Looking['make'] = async (asking, { title, tail = '', make = 'film' }) => {
    const data = { story: STORY + tail, sceneCount: 2, make, title }
    const made = await asking.post(`${address}/api/projects`, { headers, data })
    expect(made.status(), await made.text()).toBe(201)
    return await made.json()
  }
  const owner = await request.newContext({ baseURL: address, extraHTTPHeaders: headers })
  const { project_id: filmId } = await make(owner, { title: 'The Lighthouse', make: 'storyboard' })
  await renderSmall(owner, filmId)
  const read: Looking['read'] = async (asking) =>
    (await asking.get(`${address}/api/projects/${filmId}`, { headers })).json() as Promise<ProjectView>
  await expect.poll(async () => (await read(owner)).film, WHEN_MADE).not.toBeNull()
  await owner.dispose()
  return {
    address,
    filmId,
    headers,
    read,
    make,
    stop,
    async logIn(page, asking, role) {
      const answer = await asking.post(`${address}/api/keys`, { headers, data: { name: 'Mei', role } })
      await page.goto(`${address}/login`)
      await page.getByLabel('Key').fill((await answer.json()).secret)
      await page.getByRole('button', { name: 'Come in' }).click()
      await page.waitForURL(`${address}/`)
    },
  }
}

/** What the server refused to any page of this browser. */
export function refusalsOf(context: BrowserContext): string[] {
  const refused: string[] = []
  context.on('response', (response) => {
    if (response.status() >= 400)
      refused.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`)
  })
  return refused
}

const CHANGING =
  /^(Tell|Make|Render|Import|Undo|Redo|Draw|Move|Speak|Set in motion|Another number|Upgrade|Add|Up$|Down$|Remove|New scene|Actions|Use this take|Pin|Unpin|Throw away|Bring|Format|Go back to this|Cancel|To the front|Try|Go on|Pause the queue|Rename|Delete|Share|Connect|Change|Test)/

export async function expectNothingToChange(place: Locator): Promise<void> {
  const buttons = place
    .getByRole('button', { name: CHANGING })
    .or(place.getByRole('menuitem', { name: CHANGING }))
  expect(await buttons.allInnerTexts()).toEqual([])
}
