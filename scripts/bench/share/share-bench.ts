/** A shared film: how soon it is on screen, and a hundred viewers while another film is made. */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../editor/figures'
import { firstFrames } from './first-frame'
import { type ViewersFigures, watch } from './viewers'

const VISITS = 6
const VIEWERS = 100
const SECONDS = 60
const STORY = 'examples/stories/lighthouse.en.txt'

export interface ShareFigures {
  firstFrameMs: number[]
  watching: ViewersFigures
  /** Resident memory of the web process in MB, every second. */
  memory: number[]
  /** Whether a film was being made until the end. */
  isRendering: boolean
}

export async function benchShare(address: string): Promise<ShareFigures> {
  const story = readFileSync(STORY, 'utf8')
  const first = await startFilm(address, story)
  const film = await filmOf(address, first)
  const url = await shareOf(address, first)
  const firstFrameMs = (await firstFrames(url, VISITS)).slice(1)
  // Told anew, so that nothing is made of what there is already.
  const second = await startFilm(address, `${story}\nThat was night ${Math.floor(Math.random() * 1e9)}.`, 60)
  const memory: number[] = []
  let isWatching = true
  const sampling = (async () => {
    while (isWatching) {
      memory.push(webMegabytes())
      await pause(1_000)
    }
  })()
  const watching = await watch(`${url}/film.mp4`, {
    viewers: VIEWERS,
    seconds: SECONDS,
    durationS: film.durationMs / 1000,
  })
  isWatching = false
  await sampling
  return { firstFrameMs, watching, memory, isRendering: (await read(address, second)).film === null }
}

interface Read {
  film: { durationMs: number } | null
}

const read = async (address: string, id: string): Promise<Read> =>
  (await (await fetch(`${address}/api/projects/${id}`)).json()) as Read

async function post<T>(url: string, body: object): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

const startFilm = async (address: string, story: string, sceneCount = 6): Promise<string> =>
  (await post<{ project_id: string }>(`${address}/api/projects`, { story, sceneCount, make: 'film' }))
    .project_id

async function filmOf(address: string, id: string): Promise<{ durationMs: number }> {
  for (;;) {
    const { film } = await read(address, id)
    if (film) return film
    await pause(500)
  }
}

const shareOf = async (address: string, id: string): Promise<string> =>
  (await post<{ url: string }>(`${address}/api/projects/${id}/shares`, {})).url

/** Of the web process, which is a child of this one. */
function webMegabytes(): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== process.pid) continue
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.ts')) continue
      return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024)
    } catch {
      // It ended while it was looked at.
    }
  }
  return 0
}

export function shareRows({
  firstFrameMs,
  watching,
  memory,
  isRendering,
}: ShareFigures): [string, string, string][] {
  const quarter = Math.max(1, Math.floor(memory.length / 4))
  const early = percentile(memory.slice(quarter, 2 * quarter), 0.5)
  const late = percentile(memory.slice(-quarter), 0.5)
  const rate = (watching.bytes / watching.seconds / 1e6).toFixed(1)
  return [
    [
      'first frame',
      `${Math.round(percentile(firstFrameMs, 0.5))} ms`,
      `worst ${Math.round(Math.max(...firstFrameMs))} ms of ${firstFrameMs.length} new visitors (goal < 1000 ms)`,
    ],
    [
      'stalls',
      String(watching.stalls),
      `of ${watching.partMs.length} parts, ${watching.viewers} viewers, ${watching.seconds} s, ${rate} MB/s, ${
        isRendering ? 'a film being made all the time' : 'THE FILM WAS READY BEFORE THE END'
      } (goal 0)`,
    ],
    [
      'a part of 2 s',
      `${Math.round(percentile(watching.partMs, 0.5))} ms`,
      `95 %: ${Math.round(percentile(watching.partMs, 0.95))} ms, worst ${Math.round(percentile(watching.partMs, 1))} ms`,
    ],
    [
      'web process',
      `${late} MB`,
      `${early} MB in the second quarter, peak ${Math.max(...memory)} MB (goal flat)`,
    ],
  ]
}
