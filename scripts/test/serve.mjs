/** The built studio for browser tests: web process and runner as users get them, on a database and a folder of their own. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { keepChild } from '../start/child.mjs'
import { freePort } from '../start/port.mjs'
import { copyTemplate, openTestServer } from '../start/test-databases.mjs'

/** `{ address, stop }`. What the processes log is kept in `test-results/studio.log`. */
export async function serveForTests(root) {
  const server = await openTestServer(root)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'studio-e2e-'))
  const results = path.join(root, 'test-results')
  fs.mkdirSync(results, { recursive: true })
  const log = fs.createWriteStream(path.join(root, 'test-results', 'studio.log'))
  const env = {
    ...process.env,
    DATABASE_URL: await copyTemplate(server, `${server.prefix}e2e`),
    DATA_DIR: folder,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
  }
  // Settings of the user's own studio are not what is tested.
  for (const name of ['STUDIO_KEY', 'STUDIO_SECRET', 'PUBLIC_URL', 'TRUST_PROXY']) delete env[name]
  const keep = (name, file) =>
    keepChild({ name, root, file, prepare: async () => env, print: (line) => log.write(`${line}\n`) })
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
