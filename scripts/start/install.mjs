/** Packages: installed when the lock asks for others than are there. Runs on bare Node, before anything is installed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { SetupFailure } from './failure.mjs'
import { completeInstall } from './install-scripts.mjs'
import { outcome, runLeashed } from './leashed.mjs'
import { alone } from './rendezvous.mjs'

/** True when everything the lock asks for stands in npm's own record of what it put into node_modules. */
export function holdsAll(lock, installed) {
  return Object.entries(lock.packages).every(([key, wanted]) => {
    if (!key) return true
    const present = installed.packages[key]
    // Optional packages are left out where they are for another platform.
    return present ? present.version === wanted.version : wanted.optional === true
  })
}

/** Stays out of the way of every run but the first and those after a change of the lock. */
export async function installPackages(root, steps) {
  if (isInstalled(root)) return
  const wait = () => steps.note('Another start is installing the packages; waiting for it.')
  await alone(
    `${root}:setup`,
    async () => {
      if (isInstalled(root)) return
      if (!isRecorded(root)) {
        await steps.run('Installing the packages (the first time: about a minute)', () => runNpm(root))
      }
      completeInstall(root)
      fs.writeFileSync(stampOf(root), hashOf(root))
    },
    wait,
  )
}

const stampOf = (root) => path.join(root, 'node_modules', '.studio-install')
const hashOf = (root) =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')

function isInstalled(root) {
  return fs.existsSync(stampOf(root)) && fs.readFileSync(stampOf(root), 'utf8') === hashOf(root)
}

/** People install by hand, too. */
function isRecorded(root) {
  const record = path.join(root, 'node_modules', '.package-lock.json')
  if (!fs.existsSync(record)) return false
  const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'))
  return holdsAll(read(path.join(root, 'package-lock.json')), read(record))
}

async function runNpm(root) {
  const own = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined
  // Tests and the build need what a NODE_ENV=production or omit=dev of the user's would leave out.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const run = own ? runLeashed(root, [own, ...args]) : runFromPath(root, args)
  const { code, output } = await run.catch((error) => {
    throw new SetupFailure(`npm could not be started: ${error.message}`)
  })
  if (code === 0) return
  const said = output.split('\n').filter((line) => line.trim() && !line.includes('EBADENGINE'))
  throw new SetupFailure(
    `${said.join('\n')}\n\nnpm could not install the packages. Is the registry reachable?`,
  )
}

function runFromPath(root, args) {
  const isWindows = process.platform === 'win32'
  return outcome(spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: isWindows }))
}
