/**
 * The only reader of the environment. Every bad variable is listed at once, at start.
 */
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { invalidInput } from './errors'

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .transform((v) => v === '1' || v === 'true')
  .default(false)
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const text = z
  .string()
  .trim()
  .transform((v) => v || undefined)
  .optional()

/** Several addresses of one service, separated by commas. */
const addresses = z
  .string()
  .default('')
  .transform((v) => v.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.url({ protocol: /^https?$/ })))

const S3_NEEDS = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: text,
  /** Frames, clips, films and the server secret live below it. */
  DATA_DIR: z.string().trim().min(1).default('data'),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: whole(0, 65_535).default(3000),
  /** The address people use from outside: share links, allowed hosts, secure cookies. */
  PUBLIC_URL: z.url().optional(),
  STUDIO_KEY: text,
  STUDIO_SECRET: text,
  TRUST_PROXY: flag,
  /** Where assets are kept: a folder, or a bucket of MinIO or any S3, which then needs the variables below. */
  STORAGE: z.enum(['local', 's3']).default('local'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: text,
  S3_REGION: text,
  S3_ACCESS_KEY: text,
  S3_SECRET_KEY: text,
  /** Several studios in one bucket: what their keys begin with. */
  S3_PREFIX: text,
  /** The bucket stands in the path, not in the host name: right for MinIO, wrong for Amazon. */
  S3_FORCE_PATH_STYLE: z
    .enum(['0', '1', 'true', 'false', ''])
    .default('1')
    .transform((v) => v === '1' || v === 'true'),
  FFMPEG_PATH: text,
  FFPROBE_PATH: text,
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** Tasks the CPU queue runs at once in one runner. */
  CPU_SLOTS: whole(1, 64).default(Math.max(1, Math.min(8, os.availableParallelism()))),
  /** Gigabytes of segments, seams and sound units kept for the next render. */
  CACHE_GB: z.coerce.number().min(0).max(100_000).default(10),
  /** Unfinished tasks beyond which the published API answers 429. */
  QUEUE_MAX: whole(1, 1_000_000).default(5_000),
  /** What receivers of callbacks check their signatures with; one of the studio's own when absent. */
  CALLBACK_SECRET: text,
  /** Lets a `callback_url` lead into a private network, such as a program beside the studio. */
  CALLBACK_PRIVATE: flag,
  /** Remote engines: addresses (several, with commas, are replicas of one model), key, model. The settings page can differ. */
  OLLAMA_URL: addresses,
  OLLAMA_KEY: text,
  OLLAMA_MODEL: text,
  /** Asked when the model above fails twice at a scene. */
  OLLAMA_LARGER_MODEL: text,
  IMAGES_URL: addresses,
  IMAGES_KEY: text,
  IMAGES_MODEL: text,
  VIDEOS_URL: addresses,
  VIDEOS_KEY: text,
  VIDEOS_MODEL: text,
  SPEECH_URL: addresses,
  SPEECH_KEY: text,
  SPEECH_MODEL: text,
  /** One card for everything: all GPU work takes turns. Otherwise each service has its card. */
  GPU_EXCLUSIVE: flag,
  /** Most frames that one call to an image service makes together; 1 for none. */
  FRAME_BATCH: whole(1, 64).default(8),
})

const envSchema = variables.superRefine((v, context) => {
  if (v.STORAGE !== 's3') return
  for (const name of S3_NEEDS) {
    if (v[name] === undefined) {
      context.addIssue({ code: 'custom', path: [name], message: 'a value, because STORAGE is s3' })
    }
  }
})

/** Every variable the studio reads; what the compose file and its examples may set. */
export const ENV_NAMES: readonly string[] = Object.keys(variables.shape)

export interface Env {
  mode: 'development' | 'production' | 'test'
  databaseUrl: string | undefined
  dataFolder: string
  host: string
  port: number
  publicUrl: string | undefined
  studioKey: string | undefined
  studioSecret: string | undefined
  trustProxy: boolean
  storage: 'local' | 's3'
  s3: S3Env
  ffmpegPath: string | undefined
  ffprobePath: string | undefined
  logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
  cpuSlots: number
  cacheBytes: number
  queueMax: number
  callbackSecret: string | undefined
  callbackPrivate: boolean
  ollama: RemoteEnv & { largerModel: string | undefined }
  images: RemoteEnv
  videos: RemoteEnv
  speech: RemoteEnv
  gpuExclusive: boolean
  frameBatch: number
}

/** Complete when `storage` is `s3`: a start without them is refused. */
export interface S3Env {
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
  /** Empty, or ending with a slash. */
  prefix: string
  forcePathStyle: boolean
}

/** Where a remote engine is, as the environment says. */
export interface RemoteEnv {
  urls: string[]
  key: string | undefined
  model: string | undefined
}

function prefixOf(value: string | undefined): string {
  const inner = value?.replace(/^\/+|\/+$/g, '') ?? ''
  return inner && `${inner}/`
}

/** Throws `invalid_input` naming every bad variable and what was expected of it. */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty variable is none: compose files pass on what nobody has set as empty.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = envSchema.safeParse(given)
  if (!parsed.success) {
    throw invalidInput(parsed.error.issues.map((i) => ({ field: i.path.join('.'), expected: i.message })))
  }
  const v = parsed.data
  return {
    mode: v.NODE_ENV,
    databaseUrl: v.DATABASE_URL,
    dataFolder: path.resolve(v.DATA_DIR),
    host: v.HOST,
    port: v.PORT,
    publicUrl: v.PUBLIC_URL,
    studioKey: v.STUDIO_KEY,
    studioSecret: v.STUDIO_SECRET,
    trustProxy: v.TRUST_PROXY,
    storage: v.STORAGE,
    s3: {
      endpoint: v.S3_ENDPOINT ?? '',
      bucket: v.S3_BUCKET ?? '',
      // MinIO does not ask; Amazon's own first region is what its clients assume, too.
      region: v.S3_REGION ?? 'us-east-1',
      accessKey: v.S3_ACCESS_KEY ?? '',
      secretKey: v.S3_SECRET_KEY ?? '',
      prefix: prefixOf(v.S3_PREFIX),
      forcePathStyle: v.S3_FORCE_PATH_STYLE,
    },
    ffmpegPath: v.FFMPEG_PATH,
    ffprobePath: v.FFPROBE_PATH,
    logLevel: v.LOG_LEVEL,
    cpuSlots: v.CPU_SLOTS,
    cacheBytes: v.CACHE_GB * 1e9,
    queueMax: v.QUEUE_MAX,
    callbackSecret: v.CALLBACK_SECRET,
    callbackPrivate: v.CALLBACK_PRIVATE,
    ollama: {
      urls: v.OLLAMA_URL,
      key: v.OLLAMA_KEY,
      model: v.OLLAMA_MODEL,
      largerModel: v.OLLAMA_LARGER_MODEL,
    },
    images: { urls: v.IMAGES_URL, key: v.IMAGES_KEY, model: v.IMAGES_MODEL },
    videos: { urls: v.VIDEOS_URL, key: v.VIDEOS_KEY, model: v.VIDEOS_MODEL },
    speech: { urls: v.SPEECH_URL, key: v.SPEECH_KEY, model: v.SPEECH_MODEL },
    gpuExclusive: v.GPU_EXCLUSIVE,
    frameBatch: v.FRAME_BATCH,
  }
}

export const env: Env = readEnv(process.env)
