import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import { briefSchema } from '@/lib/project/schema'
import { createProject } from '@/lib/project/service'
import { pausedSince, setPaused } from '@/lib/task/line/store'
import { closeQueue } from '@/lib/task/queue'
import { isFinal, type TaskStatus } from '@/lib/task/schema'
import { createTestDatabase } from '@/tests/kit/database'
import { letSilencePass, listen } from '@/tests/kit/studio'

let signals: Awaited<ReturnType<typeof listen>>
const runners: ChildProcess[] = []

beforeAll(async () => {
  await createTestDatabase()
  signals = await listen()
})
afterAll(async () => {
  for (const runner of runners) runner.kill('SIGKILL')
  await signals.close()
  await closeQueue()
})

/** A runner in a process of its own, ready for work. */
async function startRunner(): Promise<ChildProcess> {
  const runner = spawn(process.execPath, ['--import', 'tsx', 'lib/runner/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  runners.push(runner)
  const gone = once(runner, 'exit').then(() => Promise.reject(new Error('the runner did not start')))
  gone.catch(() => undefined)
  if (runner.stdout) await Promise.race([once(runner.stdout, 'data'), gone])
  return runner
}

describe('a runner that is killed', () => {
  it('leaves a film that the next runner finishes, with no finished asset made twice', async () => {
    const first = await startRunner()
    const brief = briefSchema.parse({
      story: 'The sea was calm. A boat came home. The harbour slept.',
      sceneCount: 3,
    })
    const film = { width: 192, height: 108 }
    const { targetId } = await createProject(brief, { make: 'film', changes: { film } })
    // Some of the work is done and some is in its hands.
    await signals.first(async () => {
      const rows = await db().task.findMany({ where: { target: false } })
      const isAmid =
        rows.some((r) => r.status === 'done' && r.type === 'frame') &&
        rows.some((r) => r.status === 'running')
      return isAmid ? rows : null
    })
    first.kill('SIGKILL')
    await once(first, 'exit')
    await letSilencePass()
    await startRunner()
    const target = await signals.until(targetId, (row) => isFinal(row.status as TaskStatus))
    expect(target).toMatchObject({ status: 'done', error: null })
    const done = await db().task.groupBy({
      by: ['fingerprint'],
      where: { target: false, status: 'done' },
      _count: true,
    })
    expect(done.filter((group) => group._count > 1)).toEqual([])
  })
})

describe('a runner that starts on a paused queue', () => {
  it('begins nothing before it is resumed', async () => {
    for (const runner of runners) runner.kill('SIGKILL')
    const pausedAt = await setPaused(true)
    const { targetId } = await createProject(briefSchema.parse({ story: 'A new runner came. It waited.' }), {
      make: 'storyboard',
    })
    await startRunner()
    expect(await pausedSince()).toEqual(pausedAt)
    const resumedAt = new Date()
    await setPaused(false)
    const target = await signals.until(targetId, (row) => isFinal(row.status as TaskStatus))
    expect(target.status).toBe('done')
    const work = await db().task.findFirstOrThrow({ where: { wantedBy: { some: { targetId } } } })
    expect(work.startedAt?.getTime()).toBeGreaterThanOrEqual(resumedAt.getTime())
  })
})
