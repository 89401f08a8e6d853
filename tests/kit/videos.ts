/** The videos engine over services of a test's own, which speak the whole contract or only what OpenAI has. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import models from '@/inference/contract/models.json'
import examples from '@/inference/contract/videos.json'
import type { ClipRequest } from '@/lib/engine/contract'
import { createVideosEngine } from '@/lib/engine/remote/videos/engine'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { aPicture, aSource } from './remote'
import { openService, type ServiceAnswers, type ServiceRequest, sendJson, type TestService } from './service'

export const card = models.videos.data[0]
export const plainCard = models.plain.data[0]
const open: TestService[] = []
let frame = ''
/** What the services send. */
export let clip: Buffer = Buffer.alloc(0)

/** Before all tests: the clip, and the frame that it is asked for with. */
export async function makeMedia(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'remote-clips-'))
  frame = path.join(folder, 'frame.png')
  writeFileSync(frame, aPicture(320, 180))
  const file = path.join(folder, 'clip.mp4')
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=128x72:rate=7', '-frames:v', '6']
  await runFfmpeg({
    args: [...source, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', file],
    signal: new AbortController().signal,
  })
  clip = readFileSync(file)
}
/** Before each test: no address is known to be away. */
export const forgetAddresses = (): void => {
  Object.assign(globalThis, { studioAddresses: undefined })
}
/** After each test. */
export async function closeServices(): Promise<void> {
  for (const service of open.splice(0)) await service.close()
}

export async function engineOver(said: unknown, ...answers: ServiceAnswers[]) {
  const services = await Promise.all(answers.map((answer) => openService(answer)))
  open.push(...services)
  const engine = createVideosEngine(
    aSource(
      'videos',
      said,
      services.map(({ url }) => url),
      'key',
    ),
  )
  const asked = () =>
    services.flatMap(({ requests }) => requests.map(({ method, path }) => `${method} ${path}`))
  return { engine, services, asked }
}

export const aRequest = (changes: Partial<ClipRequest> = {}): ClipRequest => ({
  frame: { path: frame, painted: null },
  camera: 'push-in',
  width: 1280,
  height: 720,
  frames: 99,
  fps: null,
  seed: 11,
  ...changes,
})

export async function fieldsOf(request: ServiceRequest | undefined) {
  const headers = { 'content-type': String(request?.headers['content-type']) }
  const form = await new Response(new Uint8Array(request?.body ?? []), { headers }).formData()
  const { input_reference: file, ...fields } = Object.fromEntries(form) as Record<string, unknown>
  return { fields, file: Buffer.from(await (file as File).arrayBuffer()) }
}

export const ID = 'video_1'
export const video = (status: string, rest: object = {}) => ({
  id: ID,
  object: 'video',
  status,
  model: card?.id,
  ...rest,
})
type Paths = Record<string, ServiceAnswers>

/** By method and path; anything else is not found. */
export const serving =
  (paths: Paths): ServiceAnswers =>
  (request, response) => {
    const answers = paths[`${request.method} ${request.path}`]
    return answers ? answers(request, response) : sendJson(response, { detail: 'Not Found' }, 404)
  }
export const json = (...bodies: object[]): ServiceAnswers => {
  let i = 0
  return (_, response) => sendJson(response, bodies[Math.min(i++, bodies.length - 1)])
}
const lines =
  (...events: object[]): ServiceAnswers =>
  (_, response) =>
    response.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''))

export const CREATE = 'POST /v1/videos'
export const SHOW = `GET /v1/videos/${ID}`
export const EVENTS = `GET /v1/videos/${ID}/events`
export const CONTENT = `GET /v1/videos/${ID}/content`
export const DROP = `DELETE /v1/videos/${ID}`

export const full = (changes: Paths = {}): ServiceAnswers =>
  serving({
    [CREATE]: json(video('queued')),
    [EVENTS]: lines(
      { event: 'started' },
      { event: 'ping' },
      { event: 'progress', progress: 48 },
      { event: 'completed' },
    ),
    [SHOW]: json(video('completed', { seed: 11, steps: 25 })),
    [CONTENT]: (_, response) => response.end(clip),
    [DROP]: json(examples.deleted),
    ...changes,
  })
/** No events, no extras: what is to be known is asked after. */
export const plain = (changes: Paths = {}): ServiceAnswers =>
  serving({
    [CREATE]: json({ id: ID, status: 'queued' }),
    [SHOW]: json({ id: ID, status: 'in_progress', progress: 30 }, { id: ID, status: 'completed' }),
    [CONTENT]: (_, response) => response.end(clip),
    ...changes,
  })
