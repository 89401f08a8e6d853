/**
 * Media: sound and moving pictures as files. ffmpeg arguments, subtitles and timings are pure functions; this file
 * alone starts ffmpeg and ffprobe, through fluent-ffmpeg (archived upstream, so nothing else may know it).
 *
 * A killed studio leaves no ffmpeg behind for long: one that is fed through its stdin ends with it, an old build
 * dies of its broken stderr, a new one (they ignore SIGPIPE) finishes its one scene into a folder that gets swept.
 */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { PassThrough, type Writable } from 'node:stream'
import { promisify } from 'node:util'
import ffmpeg from 'fluent-ffmpeg'
import { env } from '@/lib/base/env'
import { StudioError } from '@/lib/base/errors'
import { type FfmpegBuild, readBuild } from './ffmpeg-build'
import { failureOf, ffmpegFailure } from './ffmpeg-failure'

const exec = promisify(execFile)

let found: Promise<FfmpegBuild> | undefined

/**
 * The build FFMPEG_PATH names, else the system's, else the one that came with the packages. A system build without
 * libx264, aac or libass is passed over; one that was asked for by name is an error instead.
 */
export function findFfmpeg(): Promise<FfmpegBuild> {
  if (!found) {
    found = search()
    // A failure is not kept, so that installing ffmpeg mends a running studio.
    found.catch(() => {
      found = undefined
    })
  }
  return found
}

async function search(): Promise<FfmpegBuild> {
  const reasons: string[] = []
  const named = env.ffmpegPath
  for (const program of named
    ? [named]
    : ['ffmpeg', await bundled(() => import('@ffmpeg-installer/ffmpeg'))]) {
    if (!program) continue
    try {
      const [version, filters, encoders] = await Promise.all([
        ask(program, '-version'),
        ask(program, '-hide_banner', '-filters'),
        ask(program, '-hide_banner', '-encoders'),
      ])
      return {
        path: program,
        probePath: await findFfprobe(program),
        ...readBuild({ version, filters, encoders }),
      }
    } catch (error) {
      reasons.push(`${program}: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : error}`)
    }
  }
  throw failureOf('tool_missing', `no usable ffmpeg: ${reasons.join('; ') || 'none is installed'}`)
}

async function findFfprobe(ffmpegPath: string): Promise<string> {
  const named = env.ffprobePath
  const beside = path.join(path.dirname(ffmpegPath), path.basename(ffmpegPath).replace('ffmpeg', 'ffprobe'))
  const candidates = named
    ? [named]
    : [beside, 'ffprobe', await bundled(() => import('@ffprobe-installer/ffprobe'))]
  for (const program of candidates) {
    if (program && (await ask(program, '-version').then(Boolean, () => false))) return program
  }
  throw new Error('no ffprobe to go with it')
}

async function ask(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await exec(program, args, { timeout: 15_000, maxBuffer: 4 << 20, windowsHide: true })
  return stdout
}

/** The installer packages throw a bare string on a platform they have no binary for. */
async function bundled(load: () => Promise<{ default: { path: string } }>): Promise<string | undefined> {
  try {
    return (await load()).default.path
  } catch {
    return undefined
  }
}

export interface FfmpegRun {
  /** As on the command line, the output last; an input `pipe:0` reads `input`, an output `pipe:1` is collected. */
  args: readonly string[]
  cwd?: string
  signal?: AbortSignal
  input?: Uint8Array
  onFrame?: (frame: number) => void
  /** Milliseconds of the output, for one that has no picture. */
  onTime?: (ms: number) => void
  timeoutMs?: number
}

export interface FfmpegResult {
  /** Empty unless the output is `pipe:1`. */
  stdout: Buffer
  /** The last 300 lines. */
  stderr: string
}

export async function runFfmpeg(run: FfmpegRun): Promise<FfmpegResult> {
  const source = run.input === undefined ? undefined : new PassThrough()
  source?.end(run.input)
  return await start(run, source)
}

/**
 * Starts ffmpeg with raw frames or samples to come: args read them from `pipe:0`. Write with back-pressure, end the
 * stream, await `done`. The stream is destroyed when ffmpeg ends early, so a waiting writer wakes up.
 */
export function openFfmpeg(run: Omit<FfmpegRun, 'input'>): { stdin: Writable; done: Promise<void> } {
  const stdin = new PassThrough()
  stdin.on('error', () => {})
  const done = start(run, stdin).then(
    () => {},
    (error) => {
      stdin.destroy(error instanceof Error ? error : undefined)
      throw error
    },
  )
  done.catch(() => {})
  return { stdin, done }
}

/** x264 may take seconds to heed SIGTERM, and a cancelled task must be gone in two. */
const KILL_AFTER_MS = 300

async function start(run: FfmpegRun, source: PassThrough | undefined): Promise<FfmpegResult> {
  const build = await findFfmpeg()
  const timeout = run.timeoutMs === undefined ? undefined : AbortSignal.timeout(run.timeoutMs)
  const signal = AbortSignal.any([run.signal, timeout].filter((s) => s !== undefined))
  const chunks: Buffer[] = []
  const command = commandOf(run, source, chunks).setFfmpegPath(build.path)
  let killTimer: NodeJS.Timeout | undefined
  let running = false
  const kill = () => {
    if (!running || killTimer) return
    command.kill('SIGTERM')
    killTimer = setTimeout(() => running && command.kill('SIGKILL'), KILL_AFTER_MS)
  }
  try {
    signal.throwIfAborted()
    signal.addEventListener('abort', kill, { once: true })
    return await new Promise<FfmpegResult>((resolve, reject) => {
      command
        .on('start', () => {
          running = true
          if (signal.aborted) kill()
        })
        .on('stderr', (line: string) => {
          const frame = /^frame=\s*(\d+)/.exec(line)?.[1]
          if (frame !== undefined && !signal.aborted) run.onFrame?.(Number(frame))
          const time = /^size=.* time=(\d+):(\d+):(\d+\.\d+)/.exec(line)?.slice(1).map(Number)
          if (time && !signal.aborted) run.onTime?.(msOfClock(time))
        })
        .on('end', (_, stderr) => resolve({ stdout: Buffer.concat(chunks), stderr: stderr ?? '' }))
        .on('error', (error, _, stderr) => reject(ffmpegFailure('ffmpeg', error, stderr ?? '')))
        .run()
    })
  } catch (error) {
    if (run.signal?.aborted) throw new StudioError('cancelled', 'ffmpeg was stopped', { cause: error })
    if (timeout?.aborted)
      throw failureOf('engine_failed', `ffmpeg ran longer than ${run.timeoutMs} ms`, error)
    throw error
  } finally {
    running = false
    clearTimeout(killTimer)
    signal.removeEventListener('abort', kill)
  }
}

/** Hours, minutes, seconds. */
const msOfClock = ([h = 0, m = 0, s = 0]: number[]): number => ((h * 60 + m) * 60 + s) * 1000

/** Hands each `-i` and what stands before it to fluent-ffmpeg as an input, the rest as the output's options. */
function commandOf(run: FfmpegRun, source: PassThrough | undefined, chunks: Buffer[]): ffmpeg.FfmpegCommand {
  const command = ffmpeg({ ...(run.cwd === undefined ? {} : { cwd: run.cwd }), stdoutLines: 300 })
  const level = run.args.includes('-v') ? [] : ['-v', 'warning']
  let pending = ['-hide_banner', '-nostdin', '-stats', ...level]
  const words = run.args.slice(0, -1)
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word !== '-i') {
      pending.push(word)
      continue
    }
    const from = words[++i] ?? ''
    command.input(source && from === 'pipe:0' ? source : from)
    if (pending.length > 0) command.inputOptions(...pending)
    pending = []
  }
  const target = run.args.at(-1) ?? ''
  command.output(target === 'pipe:1' ? collectorOf(chunks) : target)
  if (pending.length > 0) command.outputOptions(...pending)
  // Its check asks the build for its formats and, with ffmpeg 7, misreads the list and refuses `-f lavfi`.
  return Object.assign(command, { _checkCapabilities: (done: () => void) => done() })
}

/** Never emits `close`: fluent-ffmpeg would take that for a lost output and race the exit code. */
function collectorOf(chunks: Buffer[]): PassThrough {
  const collector = new PassThrough({ autoDestroy: false, emitClose: false })
  collector.on('data', (chunk: Buffer) => chunks.push(chunk))
  return collector
}

/** Output of ffprobe, for `-of json`. fluent-ffmpeg's own ffprobe knows neither packets nor a signal. */
export async function runFfprobe(args: readonly string[], signal?: AbortSignal): Promise<string> {
  const { probePath } = await findFfmpeg()
  return await new Promise((resolve, reject) => {
    execFile(
      probePath,
      ['-hide_banner', '-v', 'error', ...args],
      { maxBuffer: 256 << 20, timeout: 120_000, killSignal: 'SIGKILL', windowsHide: true, signal },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout)
        else if (signal?.aborted)
          reject(new StudioError('cancelled', 'ffprobe was stopped', { cause: error }))
        else reject(ffmpegFailure('ffprobe', error, stderr))
      },
    )
  })
}
