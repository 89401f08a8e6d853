import path from 'node:path'
import { SetupFailure } from './failure.mjs'
import { runLeashed } from './leashed.mjs'

const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

/** Runs a program of an installed package and shows what it said only if it fails. */
export async function runTool(root, script, args, { env = {}, failure }) {
  const command = [path.join(root, 'node_modules', script), ...args]
  const { code, output } = await runLeashed(root, command, { ...QUIET, ...env })
  if (code !== 0) throw new SetupFailure(`${output.trim()}\n\n${failure}`)
}
