import type { PgBoss } from 'pg-boss'
import { expect, it } from 'vitest'
import { makeGate } from './gate'

/** Workers in memory: they stop when the test says that they have finished what they had in hand. */
function fakeBoss() {
  const working = new Set<string>()
  const stopping = new Map<string, () => void>()
  let count = 0
  const boss = {
    work: async () => {
      count += 1
      const id = `worker-${count}`
      working.add(id)
      return id
    },
    offWork: (_queue: string, { id }: { id: string }) =>
      new Promise<void>((resolve) =>
        stopping.set(id, () => {
          working.delete(id)
          stopping.delete(id)
          resolve()
        }),
      ),
  }
  return { boss: boss as unknown as PgBoss, working, stopping }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('a closed gate begins no worker, an open one fills every slot', async () => {
  const { boss, working } = fakeBoss()
  const gate = makeGate(boss, { cpu: 2, gpu: 1, quick: 0 }, async () => true)
  gate.set(false)
  await settled()
  expect(working.size).toBe(0)
  gate.set(true)
  gate.set(true)
  await settled()
  expect(working.size).toBe(3)
})

it('closing ends each worker after what it has in hand, and no slot ever has two', async () => {
  const { boss, working, stopping } = fakeBoss()
  const gate = makeGate(boss, { cpu: 2, gpu: 0, quick: 0 }, async () => true)
  gate.set(true)
  await settled()
  gate.set(false)
  await settled()
  expect(stopping.size).toBe(2)
  gate.set(true)
  await settled()
  expect([...working]).toEqual(['worker-1', 'worker-2'])
  stopping.get('worker-1')?.()
  await settled()
  expect([...working]).toEqual(['worker-2', 'worker-3'])
  gate.lock()
  stopping.get('worker-2')?.()
  await settled()
  expect([...working]).toEqual(['worker-3'])
})

it('a slot that has done a job asks for the next at once, and one that lost its job too, but none whose job went back', async () => {
  const asked: string[] = []
  const handlers: ((jobs: unknown[]) => Promise<void>)[] = []
  const boss = {
    work: async (_queue: string, _options: object, handler: (jobs: unknown[]) => Promise<void>) =>
      `worker-${handlers.push(handler)}`,
    notifyWorker: (id: string) => asked.push(id),
  }
  const gate = makeGate(boss as unknown as PgBoss, { cpu: 2, gpu: 0, quick: 0 }, async ({ id }) => {
    if (id === 'bad') throw new Error('of the test')
    return id !== 'back'
  })
  gate.set(true)
  await settled()
  await handlers[0]?.([{ id: 'back' }])
  await handlers[1]?.([{ id: 'good' }])
  await expect(handlers[0]?.([{ id: 'bad' }])).rejects.toThrow('of the test')
  expect(asked).toEqual(['worker-2', 'worker-1'])
})
