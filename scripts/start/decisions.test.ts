import { mkdirSync, mkdtempSync, rmSync, type Stats, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { afterDeath, EXIT_CONFIG, restartDelay } from './child.mjs'
import { readableLine, readyOf } from './lines.mjs'
import { asksForHelp, readMode } from './modes.mjs'
import { isSuitable } from './node-version.mjs'
import { pickPort, readPort } from './port.mjs'
import { canReach, findOwner } from './postgres/place.mjs'
import { addressOf } from './rendezvous.mjs'
import { hashFolder, isSource, unlessDone } from './sources.mjs'
import { seconds } from './steps.mjs'
import { outdatedBy } from './watch.mjs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'studio-sources-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the port', () => {
  const taken =
    (...ports: number[]) =>
    async (port: number) =>
      !ports.includes(port)

  it('is the one asked for, or the next that is free', async () => {
    expect(await pickPort(3000, '127.0.0.1', taken())).toBe(3000)
    expect(await pickPort(3000, '127.0.0.1', taken(3000, 3001))).toBe(3002)
  })

  it('never leaves the range of ports', async () => {
    await expect(pickPort(65_535, '127.0.0.1', taken(65_535))).rejects.toThrow(/Set PORT/)
  })

  it('is 3000 when nobody chose, and must be a port when somebody did', () => {
    expect([readPort(undefined), readPort(''), readPort('8080'), readPort('0')]).toEqual([
      3000, 3000, 8080, 0,
    ])
    for (const text of ['http', '-1', '70000', '1.5']) expect(() => readPort(text)).toThrow(text)
  })
})

describe('a process that died', () => {
  const death = { code: 1, wasEverReady: false, deaths: 1, isPatient: false }

  it('is started again, later each time, but never later than a quarter of a minute', () => {
    expect([1, 2, 3, 4].map(restartDelay)).toEqual([250, 500, 1000, 2000])
    expect(restartDelay(40)).toBe(15_000)
  })

  it('ends a start that never came up, at once when its settings are wrong', () => {
    expect(afterDeath(death)).toBe('again')
    expect(afterDeath({ ...death, deaths: 3 })).toBe('giveUp')
    expect(afterDeath({ ...death, code: EXIT_CONFIG })).toBe('giveUp')
  })

  it('never ends a studio that was up, nor one that somebody edits', () => {
    expect(afterDeath({ ...death, deaths: 30, wasEverReady: true })).toBe('again')
    expect(afterDeath({ ...death, deaths: 30, isPatient: true })).toBe('again')
  })
})

describe('a build', () => {
  it('depends on what pages are made from, and on nothing else', () => {
    const files = [
      'app/page.tsx',
      'lib/plan/data/plan.ts',
      'server.ts',
      'package-lock.json',
      'components/ui/tokens.css',
    ]
    expect(files.filter((name) => !isSource(name, false))).toEqual([])
    const others = [
      'lib/plan/plan.test.ts',
      'README.md',
      'film.mp4',
      'film.manifest.json',
      'lib/base/prisma/.made-from',
    ]
    expect(others.filter((name) => isSource(name, false))).toEqual([])
    expect(['docs', '.next', 'node_modules', 'data'].filter((name) => isSource(name, true))).toEqual([])
    expect(isSource('app/docs', true)).toBe(true)
  })

  it('is left out until a source changes', async () => {
    const stamp = path.join(folder, '.made-from')
    let builds = 0
    const build = async () => {
      builds++
    }
    mkdirSync(path.join(folder, 'lib'))
    writeFileSync(path.join(folder, 'lib/a.ts'), 'one')
    for (let i = 0; i < 2; i++) await unlessDone(stamp, hashFolder(folder), build)
    expect(builds).toBe(1)
    writeFileSync(path.join(folder, 'lib/a.ts'), 'two')
    await unlessDone(stamp, hashFolder(folder), build)
    expect(builds).toBe(2)
  })

  it('that failed is tried again', async () => {
    const stamp = path.join(folder, '.failed')
    const fail = () => Promise.reject(new Error('no'))
    await expect(unlessDone(stamp, 'x', fail)).rejects.toThrow('no')
    let isDone = false
    await unlessDone(stamp, 'x', async () => {
      isDone = true
    })
    expect(isDone).toBe(true)
  })
})

describe('Postgres of a root user', () => {
  const folders: Record<string, { mode: number; uid: number; gid: number }> = {
    '/': { mode: 0o755, uid: 0, gid: 0 },
    '/root': { mode: 0o700, uid: 0, gid: 0 },
    '/srv': { mode: 0o755, uid: 0, gid: 0 },
    '/team': { mode: 0o750, uid: 0, gid: 99 },
  }
  const stat = (name: string) => folders[name] as Stats | undefined

  it('becomes postgres, else nobody', () => {
    expect(findOwner('root:x:0:0::/:\npostgres:x:101:104::/:\nnobody:x:65534:65534::/:')).toEqual({
      uid: 101,
      gid: 104,
    })
    expect(findOwner('root:x:0:0::/:\nnobody:x:99:98::/:')).toEqual({ uid: 99, gid: 98 })
    expect(findOwner('')).toEqual({ uid: 65_534, gid: 65_534 })
  })

  it('cannot live below a folder that is for root alone', () => {
    const owner = { uid: 101, gid: 99 }
    expect(canReach('/srv/studio', owner, stat)).toBe(true)
    expect(canReach('/root/studio', owner, stat)).toBe(false)
    expect(canReach('/team/studio', owner, stat)).toBe(true)
    expect(canReach('/team/studio', { uid: 101, gid: 1 }, stat)).toBe(false)
  })
})

describe('a line of a log', () => {
  it('is readable, and tells what it is about', () => {
    const line = JSON.stringify({ level: 40, time: 1, msg: 'sweep', error: 'gone', count: 2 })
    expect(readableLine('runner', line)).toBe('  runner  warning: sweep (error=gone count=2)')
    expect(readableLine('web', 'plain words')).toBe('  web  plain words')
    expect(readableLine('web', '{"level":20,"msg":"detail"}')).toBeUndefined()
    expect(readableLine('web', '{broken')).toBe('  web  {broken')
  })

  it('tells that a process serves', () => {
    expect(readyOf('{"ready":"web","address":"http://127.0.0.1:3000"}')).toMatchObject({ ready: 'web' })
    expect(readyOf('{"ready')).toBeUndefined()
    expect(readyOf('ready')).toBeUndefined()
  })
})

describe('a change while somebody edits', () => {
  it('restarts only what runs outdated code', () => {
    expect(outdatedBy(path.join('lib', 'stage', 'clip.ts'))).toEqual(['runner'])
    expect(outdatedBy(path.join('lib', 'base', 'http.ts'))).toEqual(['web', 'runner'])
    expect(outdatedBy('server.ts')).toEqual(['web'])
    expect(outdatedBy(path.join('lib', 'stage', 'clip.test.ts'))).toEqual([])
    expect(outdatedBy(path.join('app', 'page.tsx'))).toEqual([])
  })
})

describe('a start', () => {
  it('knows its modes and passes the rest on untouched', () => {
    expect(readMode([])).toEqual({ mode: 'start', args: [] })
    expect(readMode(['film', 'a.txt', '--out', 'b.mp4'])).toEqual({
      mode: 'film',
      args: ['a.txt', '--out', 'b.mp4'],
    })
    expect(readMode(['toString'])).toBeUndefined()
    expect([asksForHelp(['--help']), asksForHelp(['story'])]).toEqual([true, false])
  })

  it('goes on by itself only on a Node that all packages run on', () => {
    const versions = ['20.20.2', '22.12.0', '22.17.0', '23.1.0', '24.0.0', '26.1.0']
    expect(versions.filter(isSuitable)).toEqual(['22.17.0', '24.0.0', '26.1.0'])
  })

  it('meets others of the same folder and user, on every platform', () => {
    expect(addressOf('/a', 'linux')).toMatch(/^\0storytovideo-/)
    expect(addressOf('/a', 'win32')).toMatch(/^\\\\\.\\pipe\\storytovideo-/)
    expect(addressOf('/a', 'darwin')).toMatch(/\.sock$/)
    expect(addressOf('/a', 'linux')).not.toBe(addressOf('/b', 'linux'))
  })

  it('tells times people read at a glance', () => {
    expect([seconds(420), seconds(9_949), seconds(9_960), seconds(75_400)]).toEqual([
      '0.4 s',
      '9.9 s',
      '10 s',
      '75 s',
    ])
  })
})
