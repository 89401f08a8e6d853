/** A Python for the inference services, and a virtual environment in which exactly the pinned packages lie. */
import { spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const NEEDS = [3, 11]
const VERSION = 'import sys; print("%d.%d" % sys.version_info[:2])'
const isWindows = process.platform === 'win32'

export class PythonFailure extends Error {
  name = 'PythonFailure'
}

/** The first interpreter that is new enough: `PYTHON`, python3.11, python3. */
export function findPython({ name: chosen = process.env.PYTHON, ask = askVersion } = {}) {
  const names = [chosen, 'python3.11', 'python3', 'python'].filter(Boolean)
  const seen = names.map((name) => ({ name, version: ask(name) }))
  const found = seen.find(({ version }) => version && isNewEnough(version))
  if (found) return found
  const others = seen.filter(({ version }) => version).map(({ name, version }) => `${name} is ${version}`)
  throw new PythonFailure(
    `The inference services need Python ${NEEDS.join('.')} or newer${others.length ? ` (${others.join(', ')})` : ''}. ` +
      'Install it (Debian: apt-get install python3.11 python3.11-venv), or name one in PYTHON.',
  )
}

function askVersion(name) {
  const { status, stdout } = spawnSync(name, ['-c', VERSION], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major === NEEDS[0] && minor >= NEEDS[1]
}

/** One hash for all files of requirements, so that any change installs anew. */
export function hashRequirements(folder, version) {
  const hash = crypto.createHash('sha256').update(version)
  for (const name of fs.readdirSync(folder).sort())
    hash.update(`\0${name}\0`).update(fs.readFileSync(path.join(folder, name)))
  return hash.digest('hex')
}

/** Where the environment's programs lie; makes and fills it when its packages are not those of the files. */
export function ensureEnvironment({ root, note }) {
  const requirements = path.join(root, 'inference', 'requirements')
  const environment = path.join(root, 'inference', '.venv')
  const programs = path.join(environment, isWindows ? 'Scripts' : 'bin')
  const mark = path.join(environment, 'requirements.sha256')
  const python = findPython()
  const hash = hashRequirements(requirements, python.version)
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === hash) return programs
  note(`installing the pinned packages into ${path.relative(root, environment)} (Python ${python.version})`)
  // From nothing: what an older list brought must not hide that a newer one lacks it.
  fs.rmSync(environment, { recursive: true, force: true })
  must(
    python.name,
    ['-m', 'venv', environment],
    'could not make a virtual environment (is python3-venv there?)',
  )
  const file = path.join(requirements, 'test.txt')
  must(
    path.join(programs, 'python'),
    ['-m', 'pip', 'install', '--quiet', '--quiet', '--disable-pip-version-check', '-r', file],
    'could not install the pinned packages; is the package index within reach?',
  )
  fs.writeFileSync(mark, hash)
  return programs
}

function must(program, args, message) {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new PythonFailure(message)
}
