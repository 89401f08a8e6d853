import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import { createTestDatabase } from '@/tests/kit/database'
import { closeQueue, openQueue, QUEUES } from './queue'

beforeAll(async () => {
  await createTestDatabase()
})
afterAll(closeQueue)

it('a queue that an older studio made gets the longest pause between tries too', async () => {
  await openQueue('send')
  await closeQueue()
  await db().$executeRaw`update pgboss.queue set retry_delay_max = null`
  const boss = await openQueue('send')
  for (const name of QUEUES) {
    expect(await boss.getQueue(name)).toMatchObject({
      retryBackoff: true,
      retryDelay: 1,
      retryDelayMax: 30,
      retryLimit: 3,
    })
  }
})
