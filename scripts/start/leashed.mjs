import { spawn } from 'node:child_process'

const LEASH = new URL('leash.mjs', import.meta.url).href

/** Starts a script on this Node that ends when this process does. `output` holds what it says; resolves with its code. */
export async function runLeashed(root, [script, ...args], env = {}) {
  const child = spawn(process.execPath, ['--import', LEASH, script, ...args], {
    cwd: root,
    env: { ...process.env, ...env, STUDIO_LEASH: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  return outcome(child)
}

/** `{ code, output }` of a child whose output is piped to us. */
export async function outcome(child) {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  return { code, output }
}
