/** The built studio for browser tests: web process and runner as users get them, on a database and a folder of their own. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { keepChild } from '../start/child.mjs'
import { freePort } from '../start/port.mjs'
import { copyTemplate, openTestServer } from '../start/test-databases.mjs'

/** What a user's own studio may be told, and a tested one must not hear. */
const FOREIGN =
  /^(STUDIO_|PUBLIC_URL$|TRUST_PROXY$|STORAGE$|S3_|OLLAMA_|IMAGES_|VIDEOS_|SPEECH_|GPU_EXCLUSIVE$|FRAME_BATCH$)/

/**
 * `{ address, stop }`. What the processes log is kept in `test-results/`; `env` is what this studio is told beside.
 * @param {string} root
 * @param {{ name?: string, env?: Record<string, string | undefined> }} [options]
 */
export async function serveForTests(root, { name = 'e2e', env: own = {} } = {}) {
  const server = await openTestServer(root)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `studio-${name}-`))
  const results = path.join(root, 'test-results')
  fs.mkdirSync(results, { recursive: true })
  const log = fs.createWriteStream(path.join(results, name === 'e2e' ? 'studio.log' : `studio-${name}.log`))
  const kept = Object.entries(process.env).filter(([variable]) => !FOREIGN.test(variable))
  const env = {
    ...Object.fromEntries(kept),
    DATABASE_URL: await copyTemplate(server, `${server.prefix}${name}`),
    DATA_DIR: folder,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    ...own,
  }
  const keep = (part, file) =>
    keepChild({ name: part, root, file, prepare: async () => env, print: (line) => log.write(`${line}\n`) })
  const children = [keep('web', 'server.ts'), keep('runner', path.join('lib', 'runner', 'main.ts'))]
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()))
    await server.close()
    log.end()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    const [web] = await Promise.all(children.map((child) => child.ready))
    return { address: web.address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
