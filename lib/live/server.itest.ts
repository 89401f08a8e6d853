import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { insertEndedSession } from '@/lib/access/store'
import { closeDb, db, inTransaction } from '@/lib/base/db'
import { setPaused } from '@/lib/task/line/store'
import type { TaskView } from '@/lib/task/schema'
import { beginTask, reportProgress, settleTask } from '@/lib/task/store'
import { createTestDatabase } from '@/tests/kit/database'
import { type LiveClient as Client, openTestLive } from '@/tests/kit/live'
import type { ProjectChange, QueueState } from './contract'
import { type Notice, publish } from './publish'

let live: Awaited<ReturnType<typeof openTestLive>>
let allowed = true
let session: string | null = null
const newClient = () => live.newClient()

beforeAll(async () => {
  await createTestDatabase()
  live = await openTestLive(
    () => allowed,
    () => session,
  )
})
afterEach(() => live.leaveAll())
afterAll(async () => {
  await live.close()
  await closeDb()
})

async function newProject(hidden = false): Promise<string> {
  return (await db().project.create({ data: { title: 't', story: 's', style: '', brief: {}, hidden } })).id
}
const newTask = (projectId: string, target = false) =>
  db().task.create({ data: { projectId, type: target ? 'render' : 'frame', target, payload: {} } })

const nextTask = (client: Client, test: (task: TaskView) => boolean = () => true) =>
  new Promise<TaskView>((resolve) => client.on('task', (task) => test(task) && resolve(task)))

describe('a browser that watches a project', () => {
  it('hears of a changed row, with the row', async () => {
    const projectId = await newProject()
    const client = await newClient()
    expect(await client.emitWithAck('watch', projectId)).toEqual({ ok: true })
    const task = await newTask(projectId)
    const heard = nextTask(client, (t) => t.id === task.id)
    await inTransaction((tx) => beginTask(tx, task.id, 0))
    expect(await heard).toMatchObject({ id: task.id, projectId, status: 'running' })
  })

  it('hears a burst about one task as few events, the last with its last state', async () => {
    const projectId = await newProject()
    const client = await newClient()
    await client.emitWithAck('watch', projectId)
    const task = await newTask(projectId)
    const heard: TaskView[] = []
    client.on('task', (t) => heard.push(t))
    const allIsTold = new Promise((resolve) => client.once('project', resolve))
    // In one transaction the notices come together, however slow the machine. Equal ones would be one for Postgres.
    await inTransaction(async (tx) => {
      const notice: Notice = { kind: 'task', id: task.id, project: projectId, target: false }
      for (let i = 0; i < 50; i++) await publish(tx, { ...notice, ...{ number: i } })
      await settleTask(tx, task.id, { status: 'done' })
      await publish(tx, { kind: 'project', id: projectId, revision: 1, deleted: false })
    })
    await allIsTold
    expect(heard.length).toBeLessThan(5)
    expect(heard.at(-1)).toMatchObject({ id: task.id, status: 'done' })
  })

  it('hears how far a task is in order, and its last state last', async () => {
    const projectId = await newProject()
    const client = await newClient()
    await client.emitWithAck('watch', projectId)
    const task = await newTask(projectId)
    const heard: TaskView[] = []
    client.on('task', (t) => heard.push(t))
    const last = nextTask(client, (t) => t.progress === 1)
    await inTransaction((tx) => beginTask(tx, task.id, 0))
    for (let i = 1; i <= 50; i++) await reportProgress(task.id, i / 50)
    await last
    const ratios = heard.map((t) => t.progress)
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b))
  })

  it('hears nothing of other projects, nor of this one after it left', async () => {
    const [mine, other] = [await newProject(), await newProject()]
    const client = await newClient()
    await client.emitWithAck('watch', mine)
    const changes: ProjectChange[] = []
    client.on('project', (change) => changes.push(change))
    const heard = () => new Promise((resolve) => client.once('project', resolve))
    const first = heard()
    await publish(db(), { kind: 'project', id: other, revision: 1, deleted: false })
    await publish(db(), { kind: 'project', id: mine, revision: 2, deleted: false })
    await first
    await client.emitWithAck('unwatch', mine)
    await client.emitWithAck('watch', other)
    const second = heard()
    await publish(db(), { kind: 'project', id: mine, revision: 3, deleted: false })
    await publish(db(), { kind: 'project', id: other, revision: 4, deleted: true })
    await second
    expect(changes).toEqual([
      { id: mine, revision: 2, deleted: false },
      { id: other, revision: 4, deleted: true },
    ])
  })

  it('hears of work that another project was the first to ask for', async () => {
    const [first, mine] = [await newProject(), await newProject()]
    const client = await newClient()
    await client.emitWithAck('watch', mine)
    const [task, target] = [await newTask(first), await newTask(mine, true)]
    await db().taskWant.create({ data: { targetId: target.id, workId: task.id } })
    const heard = nextTask(client, (t) => t.id === task.id)
    await inTransaction((tx) => beginTask(tx, task.id, 0))
    expect(await heard).toMatchObject({ projectId: first, status: 'running' })
    const preview = new Promise((resolve) => client.once('preview', resolve))
    await publish(db(), { kind: 'preview', project: first, scene: 's', task: task.id, image: 'data:,' })
    expect(await preview).toMatchObject({ taskId: task.id })
  })

  it('hears where its waiting tasks stand when the line moves', async () => {
    const projectId = await newProject()
    const client = await newClient()
    await client.emitWithAck('watch', projectId)
    const target = await newTask(projectId, true)
    const [ahead, waiting] = [await newTask(await newProject()), await newTask(projectId)]
    await db().task.update({ where: { id: ahead.id }, data: { priority: 1 } })
    await db().taskWant.create({ data: { targetId: target.id, workId: waiting.id } })
    const placeIs = (place: number) =>
      new Promise<void>((resolve) => client.on('places', (p) => p[waiting.id] === place && resolve()))
    const behind = placeIs(1)
    await publish(db(), { kind: 'queue' })
    await behind
    const next = placeIs(0)
    await inTransaction((tx) => beginTask(tx, ahead.id, 0))
    await next
  })

  it('sees the picture form', async () => {
    const project = await newProject()
    const client = await newClient()
    await client.emitWithAck('watch', project)
    const preview = new Promise((resolve) => client.once('preview', resolve))
    const image = `data:image/jpeg;base64,${'A'.repeat(4000)}`
    await publish(db(), { kind: 'preview', project, scene: 'scene-1', task: project, image })
    expect(await preview).toEqual({ projectId: project, sceneId: 'scene-1', taskId: project, image })
  })
})

describe('the desk', () => {
  it('hears of targets and projects that are not hidden, and of nothing smaller', async () => {
    const [shown, hidden] = [await newProject(), await newProject(true)]
    const client = await newClient()
    await client.emitWithAck('watchDesk')
    const heard: string[] = []
    client.on('task', (task) => heard.push(task.id))
    client.on('project', (change) => heard.push(change.id))
    const work = await newTask(shown)
    const target = await newTask(shown, true)
    const secret = await newTask(hidden, true)
    const last = new Promise((resolve) => client.once('project', resolve))
    for (const task of [work, secret, target]) await inTransaction((tx) => beginTask(tx, task.id, 0))
    await publish(db(), { kind: 'project', id: hidden, revision: 1, deleted: false })
    await publish(db(), { kind: 'project', id: shown, revision: 1, deleted: false })
    await last
    expect(heard.sort()).toEqual([target.id, shown].sort())
  })
})

describe('the queue', () => {
  it('is told to every page that asks, and to all when it is paused', async () => {
    const client = await newClient()
    const before = await client.emitWithAck('askQueue')
    expect(before.paused).toBe(false)
    const told = new Promise<QueueState>((resolve) => client.on('queue', (q) => q.paused && resolve(q)))
    await setPaused(true)
    expect(await told).toEqual({ ...before, paused: true })
    await setPaused(false)
  })

  it('is told that its order changed, though its numbers did not', async () => {
    const client = await newClient()
    const heard: QueueState[] = []
    const next = () => new Promise<void>((resolve) => client.once('queue', () => resolve()))
    client.on('queue', (state) => heard.push(state))
    for (let i = 0; i < 2; i++) {
      const told = next()
      await publish(db(), { kind: 'queue' })
      await told
    }
    expect(heard[1]).toEqual(heard[0])
  })

  it('hears of the work of every project, hidden ones too', async () => {
    const client = await newClient()
    await client.emitWithAck('watchQueue')
    const task = await newTask(await newProject(true))
    const heard = nextTask(client, (t) => t.id === task.id)
    await inTransaction((tx) => beginTask(tx, task.id, 0))
    expect(await heard).toMatchObject({ status: 'running' })
    await client.emitWithAck('unwatchQueue')
  })
})

describe('the socket', () => {
  it('reconnects its clients after the database was away, for they may have missed something', async () => {
    const projectId = await newProject()
    const client = await newClient()
    const again = new Promise((resolve) => client.io.once('reconnect', resolve))
    await db().$executeRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'studio-live' and datname = current_database()`
    await again
    await client.emitWithAck('watch', projectId)
    const heard = new Promise((resolve) => client.once('project', resolve))
    await publish(db(), { kind: 'project', id: projectId, revision: 7, deleted: false })
    expect(await heard).toMatchObject({ revision: 7 })
  })

  it('lets nobody in whom the door refuses', async () => {
    allowed = false
    await expect(newClient()).rejects.toThrow()
    allowed = true
  })

  it('lets go of those who came by a session when somebody logs out of it, and of nobody else', async () => {
    session = 'a'.repeat(64)
    const leaving = await newClient()
    session = 'b'.repeat(64)
    const staying = await newClient()
    session = null
    const left = new Promise<string>((resolve) => leaving.once('disconnect', resolve))
    await insertEndedSession({ id: 'a'.repeat(64), until: new Date(Date.now() + 60_000) })
    expect(await left).toBe('io server disconnect')
    expect(staying.connected).toBe(true)
  })

  it('survives nonsense from a client', async () => {
    const client = await newClient()
    const loose = client as unknown as { emit(name: string, ...args: unknown[]): void }
    loose.emit('watch')
    loose.emit('watch', { a: 1 }, 'no function')
    loose.emit('watchDesk', 1, 2)
    loose.emit('askQueue', 'no function')
    loose.emit('nothing of ours', 1)
    expect(await client.emitWithAck('watch', "'; drop table task")).toEqual({
      ok: false,
      code: 'invalid_input',
    })
  })
})
