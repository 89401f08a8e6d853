import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { isStudioError, StudioError } from '@/lib/base/errors'
import type { ClipEngine, ClipRequest, EngineContext } from '@/lib/engine/contract'
import { findFfmpeg, openFfmpeg } from '@/lib/media/ffmpeg'
import { clipArgs } from './camera/clip-args'
import type { FromThread, ToThread } from './camera/messages'
import { DRAFT_ENGINES } from './identities'

/** Moves a camera through a draft picture's layers, or over any other picture, in exactly the frames asked for. */
export function createDraftCamera(): ClipEngine {
  return {
    identity: DRAFT_ENGINES.clip,
    kind: 'clip',
    length: 'any',
    resource: { queue: 'cpu', group: 'draft' },
    async check() {
      try {
        await findFfmpeg()
        return { state: 'ready', message: '', fix: '' }
      } catch {
        return {
          state: 'unavailable',
          message: 'ffmpeg was not found.',
          fix: 'Install ffmpeg, or set FFMPEG_PATH to one.',
        }
      }
    },
    async makeClip(request, context) {
      if (context.signal.aborted) throw new StudioError('cancelled', 'the clip was cancelled')
      const name = 'clip.mp4'
      const stop = new AbortController()
      const signal = AbortSignal.any([context.signal, stop.signal])
      const ffmpeg = openFfmpeg({ args: clipArgs(request, name), cwd: context.folder, signal })
      const thread = startThread(request)
      try {
        await feed(thread, ffmpeg.stdin, request.frames, context)
        ffmpeg.stdin.end()
        await ffmpeg.done
      } catch (error) {
        // Closing its input is not enough: an ffmpeg that has seen no frame yet would wait for ever.
        stop.abort()
        const ended = await ffmpeg.done.then(
          () => null,
          (reason: unknown) => reason,
        )
        if (context.signal.aborted)
          throw new StudioError('cancelled', 'the clip was cancelled', { cause: error })
        throw isStudioError(ended) && ended.code !== 'cancelled' ? ended : error
      } finally {
        await thread.terminate()
      }
      return {
        path: path.join(context.folder, name),
        facts: {
          engine: DRAFT_ENGINES.clip,
          frames: request.frames,
          layered: request.frame.painted !== null,
          device: 'cpu',
        },
      }
    },
  }
}

/** The thread runs TypeScript as this process may not (a test runner's loader does not reach into threads). */
function startThread({ frame, camera, width, height, frames }: ClipRequest): Worker {
  return new Worker(new URL(`./camera/${'thread'}.ts`, import.meta.url), {
    // By name, found from the working folder: a resolved path would drag the compiler into the pages' build.
    execArgv: ['--import', 'tsx'],
    // Pixels hang on small young objects: collected often, they go before they pile up.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
    workerData: { frame, camera, width, height, frames },
  })
}

/** Carries frames from the thread to ffmpeg, letting the thread draw on as ffmpeg takes them. */
function feed(
  thread: Worker,
  stdin: NodeJS.WritableStream,
  frames: number,
  { signal, onProgress }: EngineContext,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let written = Promise.resolve()
    const stop = () => reject(new StudioError('cancelled', 'the clip was cancelled'))
    signal.addEventListener('abort', stop, { once: true })
    stdin.once('close', () => reject(new StudioError('engine_failed', 'ffmpeg ended before the clip did')))
    thread.once('error', (error) =>
      reject(new StudioError('engine_failed', 'the picture could not be drawn', { cause: error })),
    )
    thread.on('message', ({ frame, pixels }: FromThread) => {
      written = written.then(async () => {
        if (!stdin.write(new Uint8Array(pixels))) await once(stdin, 'drain', { signal })
        thread.postMessage('more' satisfies ToThread)
        if (frame % 12 === 0) onProgress({ ratio: frame / frames })
        if (frame === frames - 1) {
          signal.removeEventListener('abort', stop)
          resolve()
        }
      })
      written.catch(reject)
    })
  })
}
