import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathOf } from './path'
import { EVENT_NEEDS, needOf, ruleOf } from './rules'
import { meets, type Need, ROLES } from './schema'

/** Every route and page of the app, as a path with its parameters filled in. */
function appPaths(): { path: string; isPage: boolean }[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(route\.tsx?|page\.tsx)$/.test(file))
    .map((file) => {
      const folder = path
        .dirname(file)
        .split('/')
        .filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
      const filled = folder.map((part) => part.replace(/^\[(\.\.\.)?\w+\]$/, 'some-id'))
      return { path: `/${filled.join('/')}`, isPage: file.endsWith('page.tsx') }
    })
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

describe('the table of rules', () => {
  it('has a line for every route and page, for each method that they answer', async () => {
    const paths = appPaths()
    expect(paths.length).toBeGreaterThan(45)
    for (const { path, isPage } of paths) {
      for (const method of isPage ? ['GET'] : METHODS) {
        if (!isPage && !/^\/(api|s)\//.test(path) && method !== 'GET' && method !== 'POST') continue
        if (isPage || path.startsWith('/api/'))
          expect(ruleOf(method, path), `${method} ${path}`).not.toBeNull()
      }
    }
  })

  it('leaves nothing public but the login, share links and what a page is made of', () => {
    const open = appPaths().flatMap(({ path }) =>
      METHODS.filter((method) => needOf(method, path) === 'public').map((method) => `${method} ${path}`),
    )
    const known = /^(GET|HEAD) \/(login|s\/some-id(\/.*)?)$|^\w+ \/api\/session$|^POST \/s\/some-id\/unlock$/
    expect(open.filter((line) => !known.test(line))).toEqual([])
  })

  it.each<[string, string, Need]>([
    ['GET', '/', 'viewer'],
    ['GET', '/api/projects', 'viewer'],
    ['POST', '/api/projects', 'editor'],
    ['DELETE', '/api/projects/x', 'editor'],
    ['POST', '/api/projects/x/known', 'viewer'],
    ['PUT', '/api/projects/x/known', 'editor'],
    ['POST', '/api/projects/x/operations', 'editor'],
    ['POST', '/render', 'editor'],
    ['GET', '/tasks/x', 'viewer'],
    ['DELETE', '/tasks/x', 'editor'],
    ['GET', '/data/final/x/y.mp4', 'viewer'],
    ['PUT', '/api/engines/images', 'admin'],
    ['POST', '/api/engines/images/test', 'admin'],
    ['GET', '/api/keys', 'admin'],
    ['GET', '/api/projects/x/shares', 'editor'],
    ['POST', '/api/queue/pause', 'admin'],
    ['GET', '/s/token/film.mp4', 'public'],
    ['POST', '/nowhere', 'editor'],
  ])('%s %s needs %s', (method, path, need) => {
    expect(needOf(method, path)).toBe(need)
  })

  it('knows every event of the socket', async () => {
    const { readFile } = await import('node:fs/promises')
    const source = await readFile('lib/live/contract.ts', 'utf8')
    const client = source.slice(source.indexOf('interface ClientEvents'))
    const events = [...client.matchAll(/^ {2}(\w+): \(/gm)].map(([, name]) => name)
    expect(events.length).toBeGreaterThan(5)
    expect(Object.keys(EVENT_NEEDS).toSorted()).toEqual(events.toSorted())
  })

  it('gives each role what those before it have', () => {
    for (const [i, role] of ROLES.entries())
      for (const [j, need] of ROLES.entries()) expect(meets(role, need)).toBe(i >= j)
  })
})

describe('the path that is asked about', () => {
  it.each([
    ['/api/%6beys', '/api/keys'],
    ['/api/keys/', '/api/keys'],
    ['/api/keys?x=//', '/api/keys'],
    ['/data/frames/%E4%B8%AD', '/data/frames/中'],
  ])('%s is read as the router reads it', (url, path) => {
    expect(pathOf(url)).toBe(path)
  })

  it.each([
    '//evil',
    '/a//b',
    '/api%2fkeys',
    '/a%5cb',
    '/%',
    '/a/../api',
    '/a/%2e%2e/b',
    '/a%00',
    'x',
    '/%256b',
  ])('%s is nobody’s', (url) => {
    expect(pathOf(url)).toBeNull()
  })
})
