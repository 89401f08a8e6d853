import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { QueueState } from './contract'
import { openLineNews } from './line-news'
import type { LiveServer } from './rooms'

type Read = PromiseWithResolvers<QueueState>

/** The news with one page to hear them, whose reads end when the test says so. */
function openNews() {
  const [reads, heard]: [Read[], QueueState[]] = [[], []]
  const sockets = new Map([['page', {}]])
  const io = {
    sockets: { sockets, adapter: { rooms: new Map() } },
    emit: (_: string, state: QueueState) => heard.push(state),
  }
  const readState = () => {
    const read = Promise.withResolvers<QueueState>()
    reads.push(read)
    return read.promise
  }
  const news = openLineNews(io as unknown as LiveServer, { readState, readPlaces: async () => new Map() })
  return { news, reads, heard, sockets }
}

const moving = { paused: false, live: 1 }
const paused = { paused: true, live: 1 }
/** All that follows from what was said, with the pauses between news. */
const settled = () => vi.advanceTimersByTimeAsync(2_000)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('an answer that is slow is never told after a newer one, and the last news is always told', async () => {
  const { news, reads, heard } = openNews()
  news.moved()
  news.moved()
  await settled()
  expect(reads).toHaveLength(1)
  reads[0]?.resolve(paused)
  await settled()
  expect(reads).toHaveLength(2)
  reads[1]?.resolve(moving)
  await settled()
  expect(heard).toEqual([paused, moving])
  expect(reads).toHaveLength(2)
})

it('news that could not be read are told once they can be', async () => {
  const { news, reads, heard } = openNews()
  news.moved(true)
  reads[0]?.reject(new Error('the database is away'))
  await settled()
  reads[1]?.resolve(paused)
  await settled()
  expect(heard).toEqual([paused])
})

it('another order is told though nothing else changed, and nothing else is told twice', async () => {
  const { news, reads, heard } = openNews()
  for (const [i, isOrder] of [false, true, false].entries()) {
    news.moved(isOrder)
    reads[i]?.resolve(moving)
    await settled()
  }
  expect(heard).toEqual([moving, moving])
})

it('who asks is not answered with what was read before everybody was told', async () => {
  const { news, reads, heard } = openNews()
  const answers: QueueState[] = []
  void news.answer((state) => answers.push(state))
  news.moved()
  reads[1]?.resolve(moving)
  await settled()
  expect(heard).toEqual([moving])
  reads[0]?.resolve(paused)
  await settled()
  reads[2]?.resolve(moving)
  await settled()
  expect(answers).toEqual([moving])
})

it('a page that comes after others have gone hears of a change back to what those were told', async () => {
  const { news, reads, heard, sockets } = openNews()
  news.moved()
  reads[0]?.resolve(paused)
  await settled()
  sockets.clear()
  news.moved()
  await settled()
  sockets.set('another page', {})
  news.moved()
  reads[1]?.resolve(paused)
  await settled()
  expect(heard).toEqual([paused, paused])
})
