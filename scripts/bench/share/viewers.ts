import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export interface ViewersFigures {
  viewers: number
  seconds: number
  /** Parts that came later than they were to be played. */
  stalls: number
  /** Of one part, milliseconds from asking to its last byte. */
  partMs: number[]
  bytes: number
}

/** What a player asks for at once. */
const PART_S = 2
/** What a player has before it begins. */
const AHEAD_S = 2

/** Viewers who watch a film over and over at its own pace, each part by a Range request, begun one after the other. */
export async function watch(
  film: string,
  { viewers, seconds, durationS }: { viewers: number; seconds: number; durationS: number },
): Promise<ViewersFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: viewers })
  const size = await sizeOf(film, agent)
  const partBytes = Math.max(1, Math.ceil((size / durationS) * PART_S))
  const figures: ViewersFigures = { viewers, seconds, stalls: 0, partMs: [], bytes: 0 }
  const endsAt = performance.now() + seconds * 1000
  const view = async (index: number) => {
    await pause((index / viewers) * PART_S * 1000)
    const beganAt = performance.now()
    for (let part = 0; performance.now() < endsAt; part++) {
      const start = (part * partBytes) % size
      const askedAt = performance.now()
      figures.bytes += await read(film, start, Math.min(size, start + partBytes) - 1, agent)
      const now = performance.now()
      figures.partMs.push(now - askedAt)
      const dueAt = beganAt + (AHEAD_S + part * PART_S) * 1000
      if (part > 0 && now > dueAt) figures.stalls += 1
      await pause(Math.max(0, beganAt + (part + 1) * PART_S * 1000 - now))
    }
  }
  await Promise.all(Array.from({ length: viewers }, (_, index) => view(index)))
  agent.destroy()
  return figures
}

const sizeOf = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { range: 'bytes=0-0' } }, (response) => {
      response.resume().once('end', () => resolve(Number(response.headers['content-range']?.split('/')[1])))
    }).once('error', reject)
  })

const read = (url: string, start: number, end: number, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { range: `bytes=${start}-${end}` } }, (response) => {
      if (response.statusCode !== 206) return reject(new Error(`a part was answered ${response.statusCode}`))
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.once('end', () => resolve(bytes)).once('error', reject)
    }).once('error', reject)
  })
