import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { io } from 'socket.io-client'
import { needOf } from '@/lib/access/rules'
import { meets, ROLES, type Role } from '@/lib/access/schema'
import { serveForTests } from '../../scripts/test/serve.mjs'
import { expect, expectAccessible, spreadOf, test } from './writer'

const KEY = 'a key that only this test knows'

let studio: Awaited<ReturnType<typeof serveForTests>>
test.beforeAll(async () => {
  studio = await serveForTests(process.cwd(), {
    name: 'locked',
    env: { STUDIO_KEY: KEY, LOG_LEVEL: 'trace', CALLBACK_PRIVATE: '1' },
  })
})
test.afterAll(() => studio?.stop())

async function tryKey(page: Page, key: string): Promise<void> {
  await page.getByLabel('Key').fill(key)
  await page.getByRole('button', { name: 'Come in' }).click()
}

/** Resolves when the page behind the login is loaded: before that, what is typed into it is lost. */
async function logIn(page: Page, key: string): Promise<void> {
  const from = page.url()
  await tryKey(page, key)
  await page.waitForURL((url) => url.href !== from)
}

async function makeKey(
  request: APIRequestContext,
  name: string,
  role: Role,
): Promise<{ id: string; secret: string }> {
  const answer = await request.post(`${studio.address}/api/keys`, {
    headers: { 'x-api-key': KEY },
    data: { name, role },
  })
  expect(answer.status()).toBe(201)
  const { key, secret } = await answer.json()
  return { id: key.id, secret }
}

test.describe('a locked studio', () => {
  test.use({ expectedErrors: /40[13]/ })

  test('asks for a key, says when it is wrong, and then goes where one wanted to go', async ({ page }) => {
    await page.goto(`${studio.address}/queue`)
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible()
    await expectAccessible(page)
    await tryKey(page, 'not this one')
    await expect(page.getByRole('alert').filter({ hasText: 'does not open' })).toBeVisible()
    await logIn(page, KEY)
    await expect(page).toHaveURL(/\/queue$/)
    await page.getByRole('button', { name: /You are here as/ }).click()
    const copy = await page.context().cookies(studio.address)
    await page.getByRole('menuitem', { name: 'Log out' }).click()
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible()
    await expect(page.getByText('your session has ended')).toHaveCount(0)
    await page.context().addCookies(copy)
    await page.goto(`${studio.address}/queue`)
    await expect(page.getByText('your session has ended'), 'a copy of the cookie').toBeVisible()
    await page.goto(studio.address)
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible()
  })

  test('shows no login to whoever is in', async ({ page, baseURL }) => {
    await page.goto(`${studio.address}/status`)
    await logIn(page, KEY)
    await expect(page).toHaveURL(/\/status$/)
    await page.goto(`${studio.address}/login?next=/queue`)
    await expect(page).toHaveURL(/\/queue$/)
    // An open studio has none at all.
    await page.goto(`${baseURL}/login`)
    await expect(page.getByRole('heading', { name: 'Tell a story' })).toBeVisible()
  })

  test('lets an admin give somebody a key that looks only, and take it back', async ({ page, browser }) => {
    await page.goto(`${studio.address}/settings`)
    await logIn(page, KEY)
    const keys = page.getByRole('region', { name: 'Keys' })
    await keys.getByRole('button', { name: 'Make a key' }).click()
    await expect(keys.getByRole('alert')).toBeVisible()
    await expect(keys.getByLabel('Whose key')).toHaveAccessibleDescription(/./)
    // The error shifts nothing: both fields still stand side by side.
    await expect
      .poll(() => spreadOf([keys.getByLabel('Whose key'), keys.getByLabel('May')], (box) => box.y))
      .toBeLessThan(1)
    await keys.getByLabel('Whose key').fill('Mei')
    await keys.getByLabel('May').selectOption('viewer')
    await keys.getByRole('button', { name: 'Make a key' }).click()
    const made = keys.getByRole('status')
    const secret = (await made.locator('code').textContent()) ?? ''
    expect(secret).toMatch(/^stv_/)
    await made.getByRole('button', { name: 'I have it' }).click()
    await expect(keys.getByText(secret)).toHaveCount(0)
    await expectAccessible(page)

    const guest = await browser.newContext()
    const visitor = await guest.newPage()
    await visitor.goto(`${studio.address}/settings`)
    await logIn(visitor, secret)
    await expect(visitor.getByText('Only an admin sees and makes keys.')).toBeVisible()
    const refused = await visitor.request.post(`${studio.address}/api/projects`, { data: {} })
    expect(refused.status()).toBe(403)

    const row = keys.getByRole('listitem').filter({ hasText: 'Mei' })
    await row.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(row.getByText(/revoked just now/)).toBeVisible()
    await visitor.goto(studio.address)
    await expect(visitor.getByText('Your key was revoked or your session has ended.')).toBeVisible()
    await expectAccessible(visitor)
    await guest.close()
  })

  test('gives every route to the roles that its rule names, and to nobody else', async ({ request }) => {
    const keys: [Role | null, string | null][] = [[null, null]]
    for (const role of ROLES) keys.push([role, (await makeKey(request, `matrix ${role}`, role)).secret])
    for (const { route, methods } of appRoutes()) {
      for (const method of methods) {
        const need = needOf(method, route)
        for (const [role, secret] of keys) {
          const answer = await request.fetch(`${studio.address}${route}`, {
            method,
            headers: { accept: 'application/json', ...(secret ? { 'x-api-key': secret } : {}) },
            maxRedirects: 0,
          })
          const isIn = need === 'public' || (role !== null && meets(role, need))
          const what = `${role ?? 'nobody'} ${method} ${route}`
          if (isIn) expect([401, 403], what).not.toContain(answer.status())
          else expect(answer.status(), what).toBe(role === null ? 401 : 403)
          expect(answer.status(), what).toBeLessThan(500)
        }
      }
    }
  })

  test('opens its socket to keys alone, and closes it when a key is revoked', async ({ request }) => {
    const { id, secret } = await makeKey(request, 'socket', 'viewer')
    const connect = (headers: Record<string, string>) =>
      io(studio.address, {
        transports: ['websocket'],
        extraHeaders: headers,
        reconnection: false,
        forceNew: true,
      })
    const nobody = connect({})
    await new Promise<void>((resolve) => nobody.once('connect_error', () => resolve()))
    const somebody = connect({ 'x-api-key': secret })
    await new Promise<void>((resolve) => somebody.once('connect', () => resolve()))
    const left = new Promise<void>((resolve) => somebody.once('disconnect', () => resolve()))
    await request.delete(`${studio.address}/api/keys/${id}`, { headers: { 'x-api-key': KEY } })
    await left
    nobody.close()
    somebody.close()
  })

  test('writes no key, session or password into its log', async ({ page, request }) => {
    const { secret } = await makeKey(request, 'logged', 'editor')
    await page.goto(`${studio.address}/login`)
    await logIn(page, secret)
    await expect(page).toHaveURL(`${studio.address}/`)
    const session =
      (await page.context().cookies(studio.address)).find(({ httpOnly }) => httpOnly)?.value ?? ''
    expect(session.length).toBeGreaterThan(20)
    const headers = { 'x-api-key': secret }
    // What fails, and what ends in an error of ours, is logged too.
    await request.get(`${studio.address}/s/${'t'.repeat(40)}?password=hunter2`)
    await request.post(`${studio.address}/render`, { headers, data: '{ "story": ' })
    await request.get(`${studio.address}/api/projects?key=${secret}`, { headers })
    const story = await request.post(`${studio.address}/storyboard?wait=60`, {
      headers,
      data: { story: 'A key turned. A door opened.', callback_url: 'http://127.0.0.1:9/?token=hunter2' },
    })
    expect((await story.json()).status).toBe('done')
    const logged = () => readFileSync('test-results/studio-locked.log', 'utf8')
    await expect.poll(logged).toMatch(/ callback \(/)
    const log = logged()
    for (const told of [KEY, secret, session, 'hunter2', 't'.repeat(40)])
      expect(log.includes(told)).toBe(false)
  })
})

/** Every route of the app with the methods it answers; ids are filled in with what nothing has. */
function appRoutes(): { route: string; methods: string[] }[] {
  const ID = '00000000-0000-4000-8000-000000000000'
  return (
    readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)(route\.tsx?|page\.tsx)$/.test(file))
      // What makes or ends keys and sessions would change what the matrix stands on; pausing the queue, the other tests.
      .filter((file) => !/api\/(keys|session|queue\/pause)|\[\.\.\.path\]/.test(file))
      .map((file) => {
        const parts = path
          .dirname(file)
          .split('/')
          .filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
        const route = `/${parts.map((part) => part.replace(/^\[.*\]$/, ID)).join('/')}`
        return {
          route,
          methods: file.endsWith('page.tsx') ? ['GET'] : ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        }
      })
  )
}
