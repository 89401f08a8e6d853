/** A real S3 server for tests, moto's from PyPI, and in it an empty bucket. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../start/port.mjs'

const BUCKET = 'studio'
const WITHIN_MS = 60_000
const LOOK_EVERY_MS = 100

/** `programs`: the folder of a Python environment's programs. Answers `{ env, stop }`; `env` is what the studio is started with. */
export async function openObjectStorage(programs) {
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const server = spawn(path.join(programs, 'moto_server'), ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said = `${said}${text}`.slice(-4_000)
  })
  const gone = new Promise((resolve) => server.once('error', resolve).once('exit', resolve))
  const stop = async () => {
    server.kill('SIGTERM')
    await gone
  }
  const env = {
    STORAGE: 's3',
    S3_ENDPOINT: endpoint,
    S3_BUCKET: BUCKET,
    S3_ACCESS_KEY: 'test',
    S3_SECRET_KEY: 'test-secret',
  }
  const isOver = await Promise.race([gone.then(() => true), answering(endpoint).then(() => false)])
  if (isOver) throw new Error(`moto_server did not start:\n${said}`)
  const made = await fetch(`${endpoint}/${BUCKET}`, { method: 'PUT' })
  if (!made.ok) {
    await stop()
    throw new Error(`the bucket could not be made: ${made.status} ${await made.text()}`)
  }
  return { env, stop }
}

/** Looks until the server answers: it says nothing when it is ready. */
async function answering(endpoint) {
  for (const end = performance.now() + WITHIN_MS; performance.now() < end; await pause(LOOK_EVERY_MS)) {
    const answer = await fetch(endpoint).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer) return
  }
  throw new Error(`moto_server does not answer at ${endpoint}`)
}
