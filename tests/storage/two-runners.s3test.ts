/** Two machines, as far as the studio can tell: runners that share a database and a bucket, and no folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { exportRequestSchema } from '@/lib/project/export/schema'
import { findExport, startExport } from '@/lib/project/export/service'
import { briefSchema } from '@/lib/project/schema'
import { createProject } from '@/lib/project/service'
import { newShareSchema } from '@/lib/share/schema'
import { makeShare, revokeShare } from '@/lib/share/service'
import { storage } from '@/lib/storage/storage'
import { closeQueue } from '@/lib/task/queue'
import { isFinal, type TaskStatus } from '@/lib/task/schema'
import { getFile } from '@/tests/api/caller'
import { serveShares } from '@/tests/api/share-caller'
import { createTestDatabase } from '@/tests/kit/database'
import { listen } from '@/tests/kit/studio'

interface Machine {
  process: ChildProcess
  folder: string
  /** Kinds of the tasks that it ended well. */
  made: string[]
}

/** The bucket is shared with other tests. */
const S3_PREFIX = 'two-runners'

let signals: Awaited<ReturnType<typeof listen>>
const machines: Machine[] = []

beforeAll(async () => {
  env.s3.prefix = `${S3_PREFIX}/`
  await createTestDatabase()
  signals = await listen()
})
afterAll(async () => {
  for (const { process } of machines) process.kill('SIGKILL')
  await signals.close()
  await closeQueue()
})

async function startMachine(name: string): Promise<Machine> {
  const folder = path.join(env.dataFolder, name)
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/runner/main.ts'], {
    env: { ...process.env, DATA_DIR: folder, S3_PREFIX, CPU_SLOTS: '1', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const machine: Machine = { process: child, folder, made: [] }
  machines.push(machine)
  createInterface({ input: child.stderr }).on('line', (line) => {
    const said = JSON.parse(line)
    if (said.msg === 'made') machine.made.push(said.type)
  })
  const ready = once(child.stdout, 'data')
  await Promise.race([ready, once(child, 'exit').then(() => Promise.reject(new Error('no runner')))])
  return machine
}

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** The film's project, and its bytes. */
let made: { projectId: string; bytes: Buffer }

it('two runners without a common folder make one film, which the studio serves', async () => {
  expect(env.storage).toBe('s3')
  await Promise.all([startMachine('one'), startMachine('two')])
  const brief = briefSchema.parse({
    story: 'The sea was calm. A boat came home. The harbour slept. The lamp burned on.',
    sceneCount: 4,
  })
  const film = { width: 192, height: 108 }
  const { targetId, projectId } = await createProject(brief, { make: 'film', changes: { film } })
  const target = await signals.until(targetId, (row) => isFinal(row.status as TaskStatus))
  expect(target).toMatchObject({ status: 'done', error: null })
  for (const { made, folder } of machines) {
    expect(made.length).toBeGreaterThan(2)
    expect(await filesBelow(folder)).toEqual([])
  }

  const assets = await db().asset.findMany()
  const held = assets.reduce((sum, { bytes }) => sum + Number(bytes), 0)
  expect(await storage().bytesUsed()).toBe(held)

  const row = assets.find(({ kind }) => kind === 'film')
  const address = `/data/final/${projectId}/${row?.fingerprint}.mp4`
  const whole = await getFile(address)
  expect(whole.status).toBe(200)
  const bytes = Buffer.from(await whole.arrayBuffer())
  expect(bytes.length).toBe(Number(row?.bytes))
  const part = await getFile(address, { range: 'bytes=100-199' })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`)
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true)
  made = { projectId, bytes }
})

it('a link leads to the film in the bucket, and to nothing once it is revoked', async () => {
  Object.assign(env, { studioKey: 'open sesame', studioSecret: 'a secret of the test' })
  const web = await serveShares()
  try {
    const link = await makeShare(made.projectId, newShareSchema.parse({}), web.address)
    const path = new URL(link.url).pathname
    const whole = await web.call(`${path}/film.mp4`)
    expect(Buffer.from(await whole.arrayBuffer()).equals(made.bytes)).toBe(true)
    const range = { headers: { range: 'bytes=500-' } }
    const part = await web.call(`${path}/film.mp4`, range)
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer()).equals(made.bytes.subarray(500))).toBe(true)
    for (const name of ['poster.jpg', 'scenes/0'])
      expect((await web.call(`${path}/${name}`)).status).toBe(200)
    await revokeShare(link.id, web.address)
    expect((await web.call(`${path}/film.mp4`, range)).status).toBe(410)
  } finally {
    web.close()
  }
})

it('files to take away are made in the bucket, too', async () => {
  for (const format of ['zip', 'pdf', 'mp3'] as const) {
    const { id } = await startExport(made.projectId, exportRequestSchema.parse({ format }))
    expect(await signals.until(id, (row) => isFinal(row.status as TaskStatus))).toMatchObject({
      status: 'done',
    })
    const { file } = await findExport(made.projectId, id)
    const { stream } = await file.open({ start: 0, end: file.size - 1 })
    expect((await buffer(stream)).length).toBe(file.size)
  }
  for (const { folder } of machines) expect(await filesBelow(folder)).toEqual([])
})
