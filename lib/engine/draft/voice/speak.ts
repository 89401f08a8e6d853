/** Runs `speaker.mjs` in a process of its own and collects what it says. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { StudioError } from '@/lib/base/errors'

export interface SpeakRequest {
  voice: string
  rate: number
  pitch: number
  range: number
  chunks: string[]
}

export interface SpokenChunk {
  /** Of its part of `speech.pcm`. */
  samples: number
  sampleRate: number
  /** Word marks: code point in the chunk, counting from 0, and milliseconds from the chunk's start. */
  marks: [number, number][]
}

/** From the working folder, not `import.meta.url`: a bundler would take that for an asset of its own. */
const SPEAKER = path.join(process.cwd(), 'lib/engine/draft/voice/speaker.mjs')

/** It speaks 40 to 280 times as fast as it is heard, so a minute without a new sentence means it hangs. */
const STALL_MS = 60_000

export const MISSING_FIX =
  'Run `npm install --include=optional`, which brings @echogarden/espeak-ng-emscripten.'

export interface SpeakOptions {
  folder: string
  signal?: AbortSignal
  onChunk?: (done: number) => void
  stallMs?: number
  /** Another package, for the test of its absence. */
  packageName?: string
}

/** Writes raw mono PCM16 to `speech.pcm` in the folder. Aborting kills the process at once. */
export async function runSpeaker(
  request: SpeakRequest | { check: true },
  options: SpeakOptions,
): Promise<SpokenChunk[]> {
  if (options.signal?.aborted) throw cancelled()
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SPEAKER, ...(options.packageName ? [options.packageName] : [])], {
      cwd: options.folder,
      // It needs no variable of ours, and a process of other people's code should not see our secrets.
      env: { NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const chunks: SpokenChunk[] = []
    let end: End | 'stalled' | undefined
    let errors = ''
    const kill = () => child.kill('SIGKILL')
    const watch = createWatch(options.stallMs ?? STALL_MS, () => {
      end = 'stalled'
      kill()
    })
    const settle = () => {
      watch.stop()
      options.signal?.removeEventListener('abort', kill)
    }
    options.signal?.addEventListener('abort', kill, { once: true })
    onLines(child.stdout, (line) => {
      watch.again()
      const said = JSON.parse(line) as SpokenChunk | { end: End }
      if ('end' in said) {
        end = said.end
        kill()
      } else {
        chunks.push(said)
        options.onChunk?.(chunks.length)
      }
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-2_000)
    })
    // It may be gone before it has read its request.
    child.stdin.on('error', () => {})
    child.stdin.end(JSON.stringify(request))
    child.on('error', (error) => {
      settle()
      reject(failed(`the voice process did not start: ${error.message}`, error))
    })
    child.on('close', (code) => {
      settle()
      if (options.signal?.aborted) reject(cancelled())
      else if (end === 'done') resolve(chunks)
      else if (end === 'missing') reject(missing())
      else if (end === 'voice') reject(failed('espeak does not know this voice'))
      else if (end === 'stalled') reject(failed('the voice process hung and was ended'))
      else reject(failed(`the voice process ended with ${code}: ${lastLines(errors)}`))
    })
  })
}

/** How the speaker says it is through. */
type End = 'done' | 'missing' | 'voice'

function createWatch(ms: number, onStall: () => void): { again(): void; stop(): void } {
  let timer = setTimeout(onStall, ms)
  return {
    again: () => {
      clearTimeout(timer)
      timer = setTimeout(onStall, ms)
    },
    stop: () => clearTimeout(timer),
  }
}

function onLines(stream: Readable, take: (line: string) => void): void {
  let pending = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (pending + text).split('\n')
    pending = lines.pop() ?? ''
    for (const line of lines) take(line)
  })
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join(' | ')
}

function cancelled(): StudioError {
  return new StudioError('cancelled', 'the narration was stopped')
}

function missing(): StudioError {
  return new StudioError('engine_unavailable', `The draft voice is not installed. ${MISSING_FIX}`)
}

function failed(message: string, cause?: unknown): StudioError {
  return new StudioError('engine_failed', message, { cause, retry: true })
}
