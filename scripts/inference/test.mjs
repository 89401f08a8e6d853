/**
 * `npm run test:inference [pytest arguments]`: ruff, mypy and pytest in an environment of pinned packages, the laws of
 * the studio's storage against the S3 server that lies there, too, and films made with the real services.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCounted } from '../test/counted.mjs'
import { openObjectStorage } from '../test/object-storage.mjs'
import { closing, failureLine, judged, readClosingLine, readFailureLines, sum } from '../test/plan.mjs'
import { ensureEnvironment, PythonFailure } from './python.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const folder = path.join(root, 'inference')
const print = (line) => process.stdout.write(`${line}\n`)

/** Settings of the user's own services are not what is tested, and nothing may be fetched. */
function testEnvironment() {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LANG', 'FFMPEG_PATH', 'FFPROBE_PATH', 'CI']
  const own = { OMP_NUM_THREADS: '1', HF_HUB_OFFLINE: '1', PYTHONPATH: path.join(folder, 'src') }
  const passed = kept.filter((name) => process.env[name]).map((name) => [name, process.env[name]])
  return { ...Object.fromEntries(passed), ...own }
}

/** `{ code, output }`; shows the output as it comes, all but what looks like a closing line of ours. */
function run(programs, [name, ...args]) {
  const child = spawn(path.join(programs, name), args, {
    cwd: folder,
    env: testEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
    process.stdout.write(text)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, output }))
  })
}

async function check(programs, title, command) {
  print(`\n── ${title}`)
  const { code, output } = await run(programs, command)
  const counts = (command[0] === 'pytest' ? readClosingLine(output) : undefined) ?? {
    passed: code === 0 ? 1 : 0,
    failed: 0,
  }
  return judged({ ...counts, failures: readFailureLines(output) }, code, failureLine(title, output))
}

/** A part of the studio's own tests that needs what lies in the environment: `npm test` needs only Node. */
const checkStudio = (part, env) =>
  runCounted(process.execPath, [path.join(root, 'scripts', 'up.mjs'), 'test', part], {
    cwd: root,
    env: { ...process.env, ...env },
  })

/** The studio's storage against a real S3 server. */
async function checkObjectStorage(programs) {
  print('\n── object storage')
  const server = await openObjectStorage(programs)
  try {
    return await checkStudio('s3', server.env)
  } finally {
    await server.stop()
  }
}

/** Films of the studio with the real services. */
async function checkEngines(programs) {
  print('\n── engines')
  return await checkStudio('engines', { INFERENCE_PROGRAMS: programs })
}

async function main() {
  const given = process.argv.slice(2)
  const programs = ensureEnvironment({ root, note: print })
  const steps = [
    ['ruff', ['ruff', 'check', '.']],
    ['format', ['ruff', 'format', '--check', '--quiet', '.']],
    ['mypy', ['mypy', '--no-error-summary']],
    ['pytest', ['pytest', ...given]],
  ]
  const counts = []
  for (const [title, command] of steps) counts.push(await check(programs, title, command))
  // Arguments are for pytest: somebody looks at one test of it.
  if (given.length === 0) counts.push(await checkObjectStorage(programs), await checkEngines(programs))
  return sum(counts)
}

const total = await main().catch((error) => {
  print(error instanceof PythonFailure ? error.message : error.stack)
  return { passed: 0, failed: 1, failures: [failureLine('test:inference', error.message)] }
})
print(closing(total))
process.exit(total.failed > 0 ? 1 : 0)
