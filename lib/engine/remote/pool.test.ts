import { beforeEach, describe, expect, it } from 'vitest'
import { StudioError } from '@/lib/base/errors'
import { noteReady, openPool } from './pool'

const [A, B] = ['http://a.test', 'http://b.test'] as const
const never = new AbortController().signal
const away = () => new StudioError('engine_unavailable', 'away', { retry: true })
const broken = () => new StudioError('engine_failed', 'broken', { retry: true })
const wrong = () => new StudioError('engine_failed', 'wrong')

beforeEach(() => {
  Object.assign(globalThis, { studioAddresses: undefined })
})

/** What each address does, and which were asked. */
function asking(does: Record<string, () => unknown>) {
  const asked: string[] = []
  const pool = openPool('images', [A, B], null)
  const ask = () =>
    pool.use(never, async ({ url }) => {
      asked.push(url)
      return does[url]?.()
    })
  return { asked, ask }
}
const raise = (error: () => Error) => () => {
  throw error()
}

describe('several addresses', () => {
  it('share the work: the least busy is asked', async () => {
    const pool = openPool('images', [A, B], null)
    const open = Promise.withResolvers<void>()
    const asked: string[] = []
    const work = async ({ url }: { url: string }) => {
      asked.push(url)
      await open.promise
    }
    const all = [1, 2, 3, 4].map(() => pool.use(never, work))
    open.resolve()
    await Promise.all(all)
    expect(asked.toSorted()).toEqual([A, A, B, B])
  })

  it('stand in for each other, and one that failed is asked last for a while', async () => {
    const { asked, ask } = asking({ [A]: raise(away), [B]: () => 'made' })
    expect(await ask()).toBe('made')
    expect(await ask()).toBe('made')
    expect(asked).toEqual([A, B, B])
  })

  it('are asked again as soon as a look finds them ready', async () => {
    const does = { [A]: raise(away) as () => unknown, [B]: () => 'b' }
    const { ask } = asking(does)
    await ask()
    does[A] = () => 'a'
    expect(await ask()).toBe('b')
    noteReady(A, 0)
    expect(await ask()).toBe('a')
  })

  it('that answer uselessly are not forgiven because a look finds them ready', async () => {
    const { asked, ask } = asking({ [A]: raise(broken), [B]: () => 'b' })
    await ask()
    noteReady(A, 0)
    await ask()
    expect(asked).toEqual([A, B, B])
  })

  it('are not all asked what one of them refused', async () => {
    const { asked, ask } = asking({ [A]: raise(wrong), [B]: () => 'b' })
    await expect(ask()).rejects.toMatchObject({ message: 'wrong' })
    expect(asked).toEqual([A])
  })

  it('that are all away make the engine unavailable', async () => {
    const { asked, ask } = asking({ [A]: raise(away), [B]: raise(away) })
    await expect(ask()).rejects.toMatchObject({ code: 'engine_unavailable', retry: true })
    expect(asked).toEqual([A, B])
    await expect(ask()).rejects.toMatchObject({ code: 'engine_unavailable' })
    expect(asked).toHaveLength(4)
  })

  it('of which one failed at the work count as a failure, though the other is away', async () => {
    const { ask } = asking({ [A]: raise(broken), [B]: raise(away) })
    await expect(ask()).rejects.toMatchObject({ code: 'engine_failed', retry: true })
  })

  it('are left alone once the work is cancelled', async () => {
    const controller = new AbortController()
    const pool = openPool('images', [A, B], null)
    const asked: string[] = []
    const work = async ({ url }: { url: string }) => {
      asked.push(url)
      controller.abort()
      throw broken()
    }
    await expect(pool.use(controller.signal, work)).rejects.toMatchObject({ code: 'engine_failed' })
    expect(asked).toEqual([A])
  })

  it('of which there are none are not connected', async () => {
    await expect(openPool('images', [], null).use(never, async () => 1)).rejects.toMatchObject({
      code: 'engine_unavailable',
      retry: true,
    })
  })
})
