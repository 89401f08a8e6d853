import { spawn } from 'node:child_process'
import path from 'node:path'
import { SetupFailure } from './failure.mjs'

/** Runs a program of an installed package on this Node and keeps what it says for the case that it fails. */
export async function runTool(root, script, args, { env = {}, failure }) {
  const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      NEXT_TELEMETRY_DISABLED: '1',
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new SetupFailure(`${output.trim()}\n\n${failure}`)
  return output
}
