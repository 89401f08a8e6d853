import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { db } from '@/lib/base/db'
import { registerEngine } from '@/lib/engine/registry'
import { startTarget } from '@/lib/production/target'
import { storyBriefOf } from '@/lib/project/brief'
import { briefSchema } from '@/lib/project/schema'
import { insertProject } from '@/lib/project/store'
import { closeQueue } from '@/lib/task/queue'
import { isFinal, type TaskStatus } from '@/lib/task/schema'
import { listWork, type TaskRow } from '@/lib/task/store'
import { createTestDatabase } from '@/tests/kit/database'
import { FAKE_ENGINES, fakeWriter } from '@/tests/kit/engines'
import { fakePress } from '@/tests/kit/press'
import { letSilencePass, listen } from '@/tests/kit/studio'
import { startRunner } from './runner'

const sceneOf = ({ recipe }: TaskRow) => (recipe as { params: { prompt: string } }).params.prompt

it('a runner that dies amid a batch loses none of it, and what was made is not made again', async () => {
  await createTestDatabase()
  const press = fakePress()
  for (const engine of [fakeWriter(), press]) registerEngine(engine)
  const signals = await listen()
  onTestFinished(async () => {
    await signals.close()
    await closeQueue()
  })
  const first = spawn(process.execPath, ['--import', 'tsx', 'tests/kit/press-runner.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void first.kill('SIGKILL'))
  await once(first.stdout, 'data')

  const story = 'One seal. Two seals. Three seals. Four seals. Five seals. Six seals.'
  const brief = await storyBriefOf(briefSchema.parse({ story }), { film: { width: 128, height: 72 } })
  brief.settings.engines = { ...FAKE_ENGINES, frame: press.identity }
  const project = await insertProject({ title: '', brief, hidden: false })
  const target = await startTarget(project.id, { type: 'frames' })
  const framesOf = async () => (await listWork(db(), target.id)).filter((row) => row.type === 'frame')
  const made = await signals.first(async () => {
    const rows = await framesOf()
    const done = rows.filter((row) => row.status === 'done')
    return done.length === 1 && rows.filter((row) => row.status === 'running').length === 5 ? done : null
  })
  first.kill('SIGKILL')
  await once(first, 'exit')
  await letSilencePass()

  // The one that only sends does not look for dead workers.
  await closeQueue()
  const runner = await startRunner()
  onTestFinished(() => runner.stop())
  const ended = await signals.until(target.id, (row) => isFinal(row.status as TaskStatus))
  expect(ended.status).toBe('done')
  const statuses = async () => (await framesOf()).map((row) => row.status)
  await expect.poll(statuses).toEqual(Array(6).fill('done'))
  expect(made.map(sceneOf)).toHaveLength(1)
  expect(press.calls.flat()).not.toContain(made.map(sceneOf)[0])
  expect(press.calls.flat()).toHaveLength(5)
})
