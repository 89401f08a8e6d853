import pg from 'pg'
import { databaseUrl, db } from '@/lib/base/db'
import { registerEngine } from '@/lib/engine/registry'
import { LIVE_CHANNEL, type Notice } from '@/lib/live/publish'
import { startTarget } from '@/lib/production/target'
import { storyBriefOf } from '@/lib/project/brief'
import { briefSchema } from '@/lib/project/schema'
import { insertProject } from '@/lib/project/store'
import { startRunner } from '@/lib/runner/runner'
import type { StoryBrief } from '@/lib/storyboard/brief'
import { openQueue, QUEUES } from '@/lib/task/queue'
import { isFinal, type TargetType, type TaskStatus } from '@/lib/task/schema'
import { findTask, type TaskRow } from '@/lib/task/store'
import { createTestDatabase } from './database'
import { FAKE_ENGINES, fakeCamera, fakePainter, fakeScore, fakeVoice, fakeWriter } from './engines'

/** A picture small enough that ffmpeg and canvas are not what a test waits for. */
const SMALL = { width: 128, height: 72 }

/** A studio with a runner and small engines over a database of its own. */
export async function openStudio() {
  await createTestDatabase()
  const engines = {
    writer: fakeWriter(),
    painter: fakePainter(),
    camera: fakeCamera(),
    voice: fakeVoice(),
    score: fakeScore(),
  }
  for (const engine of Object.values(engines)) registerEngine(engine)
  const signals = await listen()
  const runner = await startRunner()

  return {
    engines,
    signals,
    async makeProject(story: string, change: (brief: StoryBrief) => void = () => undefined): Promise<string> {
      const brief = await storyBriefOf(briefSchema.parse({ story }), { film: SMALL })
      brief.settings.engines = { ...FAKE_ENGINES }
      change(brief)
      return (await insertProject({ title: '', brief, hidden: false })).id
    },
    start: (projectId: string, type: TargetType = 'render') => startTarget(projectId, { type }),
    /** The row once it has ended. */
    ended: (id: string) => signals.until(id, (row) => isFinal(row.status as TaskStatus)),
    async close(): Promise<void> {
      await runner.stop()
      await signals.close()
    },
  }
}

export type TestStudio = Awaited<ReturnType<typeof openStudio>>

/** What fails from now on is tried again without the pause that spares a real service. For tests that tell of other things. */
export async function retryAtOnce(): Promise<void> {
  const queue = await openQueue('work')
  for (const name of QUEUES) await queue.updateQueue(name, { retryDelay: 0, retryBackoff: false })
}

/** As if those who were killed had been silent for a while, by which the queue knows that they are dead. */
export const letSilencePass = () =>
  db().$executeRaw`
    update pgboss.job set heartbeat_on = now() - heartbeat_seconds * interval '1 s' where state = 'active'`

/** Waits on the studio's own notices, never on the clock. */
export async function listen() {
  const client = new pg.Client({ connectionString: databaseUrl() })
  const waiting = new Set<(notice: Notice) => void>()
  client.on('notification', (message) => {
    const notice = JSON.parse(message.payload ?? '') as Notice
    for (const hear of waiting) hear(notice)
  })
  await client.connect()
  await client.query(`listen ${LIVE_CHANNEL}`)
  return {
    async until(id: string, holds: (row: TaskRow) => boolean): Promise<TaskRow> {
      const look = async () => {
        const row = await findTask(id)
        return row && holds(row) ? row : null
      }
      return this.first(look, (notice) => notice.kind === 'task' && notice.id === id)
    },
    /** The first answer of `look`, asked now and after every notice that may have changed it. */
    first<T>(look: () => Promise<T | null>, concerns: (notice: Notice) => boolean = () => true): Promise<T> {
      return new Promise((resolve, reject) => {
        let isAsking = false
        let isAskedAgain = false
        const ask = async () => {
          if (isAsking) {
            isAskedAgain = true
            return
          }
          isAsking = true
          do {
            isAskedAgain = false
            const found = await look()
            if (found !== null) {
              waiting.delete(hear)
              resolve(found)
              return
            }
          } while (isAskedAgain)
          isAsking = false
        }
        const hear = (notice: Notice) => {
          if (concerns(notice)) ask().catch(reject)
        }
        waiting.add(hear)
        ask().catch(reject)
      })
    },
    close: () => client.end(),
  }
}
