/** A video as a job at one address: asked for, followed, fetched, taken back. */
import { setTimeout as pause } from 'node:timers/promises'
import { isStudioError, StudioError } from '@/lib/base/errors'
import { errorOfBody } from '../envelope'
import { failed, type Refusal } from '../failure'
import { type Address, callService, type ServiceCall } from '../http'
import { readLines } from '../ndjson'
import { type Video, videoEventSchema, videoSchema } from './schema'

export interface Job {
  address: Address
  host: string
  id: string
}

const ASK_MS = 60_000
const POLL_MS = 1_000
/** A clip of the largest model on a slow card, behind a few others. */
export const WORK_MS = 60 * 60_000
const MOST_BYTES = 512 * 1024 * 1024
const GIVE_UP_MS = 1_500

export const statusOf = (error: unknown): number | null =>
  isStudioError(error) ? ((error.details as Partial<Refusal> | undefined)?.status ?? null) : null

/**
 * Asks for a video. A runner that died while one was being made finds the same one again by the key. One that came to
 * nothing, or that is forgotten by now, is asked for anew under `nextKey`.
 */
export async function createVideo(
  address: Address,
  body: ServiceCall['body'],
  key: string,
  nextKey: string,
): Promise<{ job: Job; video: Video }> {
  const ask = async (idempotencyKey: string) => {
    const answer = await callService(address, {
      path: '/v1/videos',
      body,
      idempotencyKey,
      deadlineMs: ASK_MS,
      workMs: WORK_MS,
      // A video whose id never arrived could not be taken back: a cancel waits for it.
      signal: new AbortController().signal,
    })
    const video = await answer.json(videoSchema)
    const job: Job = { address, host: answer.host, id: video.id }
    return { job, video, isAgain: answer.headers['idempotent-replayed'] === 'true' }
  }
  const first = await ask(key)
  if (!first.isAgain) return first
  const video = await showVideo(first.job, new AbortController().signal).catch(() => null)
  const isOfUse = video !== null && !isFailed(video)
  return isOfUse ? { job: first.job, video } : await ask(nextKey)
}

const isFailed = ({ status }: Video): boolean => status === 'failed' || status === 'cancelled'
const isDone = ({ status }: Video): boolean => status === 'completed' || status === 'succeeded'

async function showVideo({ address, id }: Job, signal: AbortSignal): Promise<Video> {
  const path = `/v1/videos/${encodeURIComponent(id)}`
  return await (await callService(address, { path, deadlineMs: ASK_MS, signal })).json(videoSchema)
}

/** Waits for the video's end. Throws what it failed of. */
export async function followVideo(
  job: Job,
  begun: Video,
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<Video> {
  const endAt = performance.now() + WORK_MS
  let video = begun
  let hasEvents = true
  while (!isDone(video)) {
    if (isFailed(video)) throw errorOfBody(job.host, video.error)
    if (performance.now() > endAt) throw failed(job.host, `did not finish within ${WORK_MS / 60_000} minutes`)
    if (hasEvents) hasEvents = await readEvents(job, signal, onProgress)
    else await pause(POLL_MS, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) throw new StudioError('cancelled', 'the clip was cancelled')
    video = await showVideo(job, signal).catch((error) => {
      throw statusOf(error) === 404 ? failed(job.host, 'forgot the video it was making', error) : error
    })
    if (video.progress) onProgress(video.progress)
  }
  return video
}

/** Answers false when there are no events, or none any more: then the video is asked after. */
async function readEvents(
  { address, id }: Job,
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<boolean> {
  try {
    const path = `/v1/videos/${encodeURIComponent(id)}/events`
    const answer = await callService(address, { path, deadlineMs: WORK_MS, signal })
    for await (const line of readLines(answer)) {
      const event = videoEventSchema.safeParse(line).data
      if (event?.event === 'progress') onProgress(event.progress)
    }
  } catch (error) {
    // Whoever watches may lose sight of it; the video itself says how it stands.
    if (!isStudioError(error) || error.code === 'cancelled') throw error
  }
  return false
}

export async function fetchVideo({ address, id }: Job, signal: AbortSignal): Promise<Buffer> {
  const path = `/v1/videos/${encodeURIComponent(id)}/content`
  const call = { path, deadlineMs: ASK_MS * 5, mostBytes: MOST_BYTES, signal }
  return await (await callService(address, call)).bytes()
}

/** Best effort and soon over: whoever cancels waits for it. */
export async function dropVideo({ address, id }: Job): Promise<void> {
  const path = `/v1/videos/${encodeURIComponent(id)}`
  const call = {
    method: 'DELETE' as const,
    path,
    deadlineMs: GIVE_UP_MS,
    signal: new AbortController().signal,
  }
  await callService(address, call)
    .then((answer) => answer.bytes())
    .catch(() => undefined)
}

/** Servers without jobs make the video while the call waits, and stop when it is left. */
export async function makeInOneCall(
  address: Address,
  body: ServiceCall['body'],
  key: string,
  signal: AbortSignal,
): Promise<{ bytes: Buffer; host: string }> {
  const answer = await callService(address, {
    path: '/v1/videos/sync',
    body,
    idempotencyKey: key,
    deadlineMs: WORK_MS,
    mostBytes: MOST_BYTES,
    signal,
  })
  return { bytes: await answer.bytes(), host: answer.host }
}
