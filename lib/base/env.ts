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

const envSchema = z.object({
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
  STORAGE: z.enum(['local']).default('local'),
  FFMPEG_PATH: text,
  FFPROBE_PATH: text,
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** Tasks the CPU queue runs at once in one runner. */
  CPU_SLOTS: whole(1, 64).default(Math.max(1, Math.min(8, os.availableParallelism()))),
  /** Gigabytes of segments, seams and sound units kept for the next render. */
  CACHE_GB: z.coerce.number().min(0).max(100_000).default(10),
  /** Unfinished tasks beyond which the published API answers 429. */
  QUEUE_MAX: whole(1, 1_000_000).default(5_000),
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
  storage: 'local'
  ffmpegPath: string | undefined
  ffprobePath: string | undefined
  logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
  cpuSlots: number
  cacheBytes: number
  queueMax: number
  ollama: RemoteEnv & { largerModel: string | undefined }
  images: RemoteEnv
  videos: RemoteEnv
  speech: RemoteEnv
  gpuExclusive: boolean
  frameBatch: number
}

/** Where a remote engine is, as the environment says. */
export interface RemoteEnv {
  urls: string[]
  key: string | undefined
  model: string | undefined
}

/** Throws `invalid_input` naming every bad variable and what was expected of it. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(source)
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
    ffmpegPath: v.FFMPEG_PATH,
    ffprobePath: v.FFPROBE_PATH,
    logLevel: v.LOG_LEVEL,
    cpuSlots: v.CPU_SLOTS,
    cacheBytes: v.CACHE_GB * 1e9,
    queueMax: v.QUEUE_MAX,
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
