/** `npm run film` and `npm run bench`: a script of ours with a database under it; what it says is its own. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { NODE_ARGS } from './memory.mjs'
import { passSignals } from './node-version.mjs'
import { openDatabase } from './open-database.mjs'

/** Resolves with the script's exit code. Without `steps` the script gets no database. */
export async function runCommand({ root, script, args, steps }) {
  const database = steps ? await openDatabase(root, steps) : undefined
  try {
    // The fourth pipe tells the script when we are gone.
    const child = spawn(process.execPath, [...NODE_ARGS, path.join(root, script), ...args], {
      cwd: root,
      env: {
        LOG_LEVEL: 'warn',
        ...process.env,
        NODE_ENV: 'production',
        ...(database ? { DATABASE_URL: database.url } : {}),
      },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    passSignals(child)
    return await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
    })
  } finally {
    await database?.leave()
  }
}
