import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { queryOnce } from '../database.mjs'
import { isAlive } from './cluster.mjs'
import { joinPostgres } from './join.mjs'

const ROOT = process.cwd()
const NAME = `pg-itest-${process.pid}`
const FOLDER = path.join(ROOT, '.data', NAME)
afterAll(() => fs.rmSync(FOLDER, { recursive: true, force: true }))

const join = () => joinPostgres(ROOT, NAME, { isThrowaway: true })
const postmaster = () =>
  Number(fs.readFileSync(path.join(FOLDER, 'data/postmaster.pid'), 'utf8').split('\n')[0])
const rows = (url: string) => queryOnce(url, 'select n from kept')

/** Another process that uses the server until it is killed. */
async function startUser(): Promise<ChildProcess> {
  const url = pathToFileURL(path.join(ROOT, 'scripts/start/postgres/join.mjs')).href
  const code = `import { joinPostgres } from '${url}'
    const server = await joinPostgres(${JSON.stringify(ROOT)}, '${NAME}', { isThrowaway: true })
    console.log(server.url)
    setInterval(() => undefined, 1000)`
  const user = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(user.stdout, 'data')
  return user
}

describe('the embedded Postgres', () => {
  it('is one for all who join, stays while one of them does, and stops with the last', async () => {
    const [first, second] = await Promise.all([join(), join()])
    expect(second.url).toBe(first.url)
    const pid = postmaster()
    await first.leave()
    expect(await queryOnce(second.url, 'create table kept (n int)', 'insert into kept values (1)')).toEqual(
      [],
    )
    await second.leave()
    expect(isAlive(pid)).toBe(false)
  })

  it('asks for its password', async () => {
    const server = await join()
    const other = new URL(server.url)
    other.password = 'wrong'
    await expect(queryOnce(other.href, 'select 1')).rejects.toThrow(/password/)
    await server.leave()
  })

  it('comes back with every row after it was killed, at the same address', async () => {
    const server = await join()
    const pid = postmaster()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => rows(server.url).catch(() => 'away')).toEqual([{ n: 1 }])
    expect(postmaster()).not.toBe(pid)
    await server.leave()
  })

  it('stops after a user that was killed', async () => {
    const user = await startUser()
    const pid = postmaster()
    user.kill('SIGKILL')
    await expect.poll(() => isAlive(pid)).toBe(false)
  })

  it('is taken over by the next who come when all else was killed', async () => {
    const user = await startUser()
    const pid = postmaster()
    const keeper = Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
    process.kill(keeper, 'SIGKILL')
    user.kill('SIGKILL')
    const server = await join()
    expect(postmaster()).toBe(pid)
    expect(await rows(server.url)).toEqual([{ n: 1 }])
    await server.leave()
    expect(isAlive(pid)).toBe(false)
  })

  it('is not taken for running because another program has its old number', async () => {
    fs.writeFileSync(
      path.join(FOLDER, 'data/postmaster.pid'),
      `${process.pid}\n/nowhere\n0\n1\n\n127.0.0.1\n\nready\n`,
    )
    const server = await join()
    expect(await rows(server.url)).toEqual([{ n: 1 }])
    await server.leave()
  })
})
