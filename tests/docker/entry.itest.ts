/** How a container begins, without one: the same commands in processes of this machine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterEach, beforeAll, expect, inject, it } from 'vitest'
import { databaseUrl } from '@/lib/base/db'
import { ensureDatabase, queryOnce, withDatabase } from '@/scripts/start/database.mjs'
import { NODE_ARGS } from '@/scripts/start/memory.mjs'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

let url: string
beforeAll(async () => {
  // Empty, as Postgres makes it for a new volume.
  const server = withDatabase(databaseUrl(), 'postgres')
  const name = `${inject('server').prefix}entry`
  await ensureDatabase(server, name)
  url = withDatabase(server, name)
})

function run(args: readonly string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const ended = Promise.all([once(child, 'close'), text(child.stderr)]).then(([[code], said]) => ({
    code,
    said,
  }))
  return { child, ended }
}
const alive = () => run(['docker/steps/alive.mjs', 'runner']).ended

it('a runner makes its tables, is seen to be well, and is missed when it is gone', async () => {
  expect((await alive()).code).toBe(1)
  const { child, ended } = run([...NODE_ARGS, 'docker/entry.mjs', 'runner'])
  await Promise.race([once(child.stdout, 'data'), ended.then((end) => Promise.reject(new Error(end.said)))])
  const [row] = await queryOnce(url, 'select count(*)::int as n from _prisma_migrations')
  expect(row.n).toBeGreaterThan(0)
  expect(await alive()).toMatchObject({ code: 0, said: '' })
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
  // The database lets go of a lock when it sees that its holder has gone.
  await expect.poll(async () => (await alive()).code).toBe(1)
})

it('a web process that others can reach is refused without a key', async () => {
  const { code, said } = await run([...NODE_ARGS, 'docker/entry.mjs', 'web'], {
    HOST: '0.0.0.0',
    STUDIO_KEY: '',
  }).ended
  expect(code).toBe(78)
  expect(said).toContain('STUDIO_KEY')
})

it('a bucket that is not fully described is refused by name', async () => {
  const { code, said } = await run([...NODE_ARGS, 'docker/entry.mjs', 'runner'], { STORAGE: 's3' }).ended
  expect(code).not.toBe(0)
  for (const variable of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY']) {
    expect(said).toContain(variable)
  }
})
