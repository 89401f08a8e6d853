import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import {
  type Answering,
  type Call,
  fail,
  json,
  problem,
  type Served,
  type ServiceOptions,
  send,
  serve,
} from './service'

export interface VideosOptions extends ServiceOptions {
  /** `/events` of a job; else the caller has to ask again and again. */
  events?: boolean
  limits?: Record<string, number>
}

interface Job {
  id: string
  created_at: number
  status: 'queued' | 'in_progress' | 'completed' | 'failed'
  progress: number
  error: unknown
  asked: Asked
  fault: Answering['fault']
  die: Answering['die']
  cancel: AbortController
  /** Told of every change. */
  hear: Set<() => void>
  video?: Buffer
}

interface Asked {
  width: number
  height: number
  frames: number
  fps: number
  steps: number
  seed: number
}

const LIMITS = {
  min_side: 64,
  max_side: 1024,
  multiple: 64,
  max_pixels: 589_824,
  min_frames: 2,
  max_frames: 14,
  max_steps: 50,
  max_segments: 4,
}
const DEFAULTS = { width: 1024, height: 576, num_frames: 14, fps: 7, steps: 25 }
const STEPS_TOLD = 5

/** img2vid: `/v1/videos` with its jobs, and `/v1/videos/sync` and `/events` unless it is plain. */
export const videosService = (options: VideosOptions = {}) =>
  serve(options, (card): Served => {
    const {
      plain = false,
      model = 'stabilityai/stable-video-diffusion-img2vid',
      revision = '9cf024d5bfa8',
    } = options
    const { paceMs = 0, events = !plain } = options
    const limits = { ...LIMITS, ...options.limits }
    const jobs = new Map<string, Job>()
    let count = 0

    const change = (job: Job, changes: Partial<Job>) => {
      Object.assign(job, changes)
      for (const hear of job.hear) hear()
    }

    const make = async (job: Job) => {
      try {
        const video = await card.take(
          model,
          async (pause) => {
            change(job, { status: 'in_progress' })
            for (let step = 1; step <= STEPS_TOLD; step++) {
              await pause(paceMs / STEPS_TOLD)
              if (step === 2 && job.fault?.kind === 'die') await job.die()
              change(job, { progress: Math.round((step / STEPS_TOLD) * 90) })
            }
            return await film(job.asked, job.fault?.kind === 'wrong-size')
          },
          job.cancel.signal,
        )
        if (job.fault?.kind === 'says') throw new Error('out of memory')
        change(job, { status: 'completed', progress: 100, video })
      } catch {
        change(job, {
          status: 'failed',
          error: problem('gpu_out_of_memory', 'The GPU ran out of memory.', true),
        })
      }
    }

    const view = (job: Job) => ({
      id: job.id,
      object: 'video',
      created_at: job.created_at,
      status: job.status,
      model,
      progress: job.progress,
      error: job.error,
      ...(job.video && !plain
        ? {
            seed: job.asked.seed,
            steps: job.asked.steps,
            width: job.asked.width,
            height: job.asked.height,
            num_frames: job.asked.frames,
            fps: job.asked.fps,
            bytes: job.video.length,
          }
        : {}),
    })

    const jobOf = ({ call }: Answering) => jobs.get(call.path.split('/')[3] ?? '')
    const withJob =
      (does: (job: Job, answering: Answering) => Promise<void> | void) => (answering: Answering) => {
        const job = jobOf(answering)
        if (!job) return fail(answering.response, 404, 'not_found', 'There is no such video.')
        return does(job, answering)
      }

    const create = async (answering: Answering): Promise<Job | null> => {
      const read = await readForm(answering.call)
      const { width, height, frames } = read
      const isRight = [width, height].every(
        (side) => side >= limits.min_side && side <= limits.max_side && side % limits.multiple === 0,
      )
      if (!plain && (!isRight || width * height > limits.max_pixels || frames > limits.max_frames)) {
        fail(answering.response, 400, 'invalid', `width and height must be multiples of ${limits.multiple}`)
        return null
      }
      count += 1
      const job: Job = {
        id: `video_${String(count).padStart(4, '0')}`,
        created_at: 1_732_000_000,
        status: 'queued',
        progress: 0,
        error: null,
        asked: read,
        fault: answering.fault,
        die: answering.die,
        cancel: new AbortController(),
        hear: new Set(),
      }
      jobs.set(job.id, job)
      return job
    }

    const content = withJob(async (job, answering) => {
      if (!job.video) return fail(answering.response, 404, 'not_found', 'The video is not made yet.')
      const fault = job.fault
      await send({ ...answering, fault }, job.video, { 'Content-Type': 'video/mp4' })
    })

    return {
      routes: {
        'POST /v1/videos': async (answering) => {
          const job = await create(answering)
          if (!job) return
          json(answering.response, 200, view(job))
          void make(job)
        },
        ...(plain
          ? {}
          : {
              'POST /v1/videos/sync': async (answering) => {
                const job = await create(answering)
                if (!job) return
                answering.signal.addEventListener('abort', () => job.cancel.abort())
                await make(job)
                if (job.video)
                  await send(answering, job.video, {
                    'Content-Type': 'video/mp4',
                    'X-Seed': String(job.asked.seed),
                  })
                else fail(answering.response, 503, 'gpu_out_of_memory', 'The GPU ran out of memory.', true)
              },
            }),
        ...(events
          ? {
              'GET /v1/videos/*/events': withJob(async (job, { response, signal }) => {
                response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
                const say = (event: unknown) => response.write(`${JSON.stringify(event)}\n`)
                if (job.status === 'queued') say({ event: 'queued', place: 1 })
                await new Promise<void>((resolve) => {
                  const hear = () => {
                    if (job.status === 'in_progress')
                      say({ event: 'progress', step: 1, steps: STEPS_TOLD, progress: job.progress })
                    if (job.status === 'completed')
                      say({ event: 'completed', seed: job.asked.seed, bytes: job.video?.length })
                    if (job.status === 'failed') say({ event: 'failed', error: job.error })
                    if (job.status === 'completed' || job.status === 'failed') resolve()
                  }
                  job.hear.add(hear)
                  signal.addEventListener('abort', () => resolve(), { once: true })
                  hear()
                })
                response.end()
              }),
            }
          : {}),
        'GET /v1/videos/*/content': content,
        'GET /v1/videos/*': withJob((job, { response }) => json(response, 200, view(job))),
        'DELETE /v1/videos/*': withJob((job, { response }) => {
          job.cancel.abort()
          jobs.delete(job.id)
          json(response, 200, { id: job.id, object: 'video.deleted', deleted: true })
        }),
      },
      main: ['POST /v1/videos', 'POST /v1/videos/sync'],
      seedOf: async (call) => (await readForm(call)).seed,
      forget() {
        for (const job of jobs.values()) job.cancel.abort()
        jobs.clear()
      },
      models: {
        object: 'list',
        data: [
          {
            id: model,
            object: 'model',
            created: 1_732_000_000,
            owned_by: 'somebody',
            ...(plain
              ? {}
              : {
                  kind: 'video',
                  family: 'svd',
                  revision,
                  device: 'cuda:0',
                  device_name: card.name,
                  device_uuid: card.uuid,
                  dtype: 'float16',
                  loaded: true,
                  capabilities: {
                    image_to_video: true,
                    events,
                    prompt: false,
                    motion_bucket: true,
                    segments: true,
                  },
                  defaults: DEFAULTS,
                  limits,
                  vram: null,
                }),
          },
        ],
      },
    }
  })

async function readForm(call: Call): Promise<Asked> {
  const type = call.headers['content-type'] ?? ''
  const form = await new Response(new Uint8Array(call.body), { headers: { 'Content-Type': type } }).formData()
  const number = (name: string, otherwise: number) => Number(form.get(name) ?? otherwise)
  const [wide, high] = String(form.get('size') ?? '')
    .split('x')
    .map(Number)
  return {
    width: number('width', wide || DEFAULTS.width),
    height: number('height', high || DEFAULTS.height),
    frames: number('num_frames', DEFAULTS.num_frames),
    fps: number('fps', DEFAULTS.fps),
    steps: number('num_inference_steps', DEFAULTS.steps),
    seed: number('seed', 1),
  }
}

const filmed = new Map<string, Promise<Buffer>>()

/** A test card; the same size is encoded once for all tests of a file. */
function film({ width, height, frames, fps }: Asked, isWrong: boolean): Promise<Buffer> {
  const key = isWrong ? `64x64 ${fps} 1` : `${width}x${height} ${fps} ${frames}`
  const known = filmed.get(key) ?? encode(key)
  filmed.set(key, known)
  return known
}

async function encode(key: string): Promise<Buffer> {
  const [size = '', fps = '', frames = ''] = key.split(' ')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'service-'))
  try {
    const input = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=${fps}`, '-frames:v', frames, '-r', fps]
    const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
    await runFfmpeg({ args: [...input, ...h264, 'made.mp4'], cwd: folder })
    return await readFile(path.join(folder, 'made.mp4'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
