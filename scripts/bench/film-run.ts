import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { NODE_ARGS } from '../start/memory.mjs'
import { serverProcess } from './database'
import { watchMemory } from './memory'

export interface FilmRun {
  /** Seconds of the whole command. */
  wallS: number
  filmS: number
  peakBytes: number
  /** SHA-256 of the film's bytes. */
  digest: string
}

export interface FilmRunOptions {
  story: string
  folder: string
  databaseUrl: string
  scenes: number
}

/** One `film` command in a process of its own, as a user runs it. */
export async function runFilm(options: FilmRunOptions): Promise<FilmRun> {
  const out = path.join(options.folder, 'film.mp4')
  const startedAt = performance.now()
  const args = [...NODE_ARGS, 'scripts/film/film.ts', options.story, '--out', out]
  const child = spawn(process.execPath, [...args, '--scenes', String(options.scenes), '--json'], {
    env: {
      ...process.env,
      DATABASE_URL: options.databaseUrl,
      DATA_DIR: path.join(options.folder, 'data'),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory([child.pid ?? 0, await serverProcess(options.databaseUrl)])
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const peakBytes = await memory.stop()
  if (code !== 0) throw new Error(`film command ended with ${code}`)
  const wallS = (performance.now() - startedAt) / 1000
  const result = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as { duration_ms: number }
  const digest = createHash('sha256')
    .update(await readFile(out))
    .digest('hex')
  return { wallS, filmS: result.duration_ms / 1000, peakBytes, digest }
}
