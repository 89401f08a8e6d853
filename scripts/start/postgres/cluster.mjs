/** One Postgres server of our own: made once, started, stopped, found again after whoever started it was killed. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SetupFailure } from '../failure.mjs'
import { freePort, isPortFree } from '../port.mjs'

const HOST = '127.0.0.1'
const START_WITHIN_MS = 60_000
/** The processes of a killed server let go of its memory within moments; until then a new one refuses to start. */
const RETRIES = 20
const LOG_BYTES = 5_000_000
/** Nothing in a test database is worth waiting for the disk. */
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

const dataOf = (place) => path.join(place.folder, 'data')
const logOf = (place) => path.join(place.folder, 'postgres.log')
const passwordOf = (place) => path.join(place.folder, 'password')
const portOf = (place) => path.join(place.folder, 'port')

export function serverUrl(place, port) {
  return `postgresql://postgres:${fs.readFileSync(passwordOf(place), 'utf8').trim()}@${HOST}:${port}/postgres`
}

/** Makes the data folder unless it is there; killed in the middle, it leaves nothing that looks like one. */
export function createCluster(place) {
  if (fs.existsSync(path.join(dataOf(place), 'PG_VERSION'))) return
  fs.mkdirSync(place.folder, { recursive: true })
  own(place, place.folder)
  fs.writeFileSync(passwordOf(place), randomBytes(18).toString('base64url'), { mode: 0o600 })
  own(place, passwordOf(place))
  const unfinished = path.join(place.folder, 'data.unfinished')
  fs.rmSync(unfinished, { recursive: true, force: true })
  const made = spawnSync(
    path.join(place.programs, 'initdb'),
    // Any user of this machine can reach a loopback port: without a password they would own the database.
    [
      '-D',
      unfinished,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordOf(place)}`,
      '-E',
      'UTF8',
      '--locale=C',
    ],
    { ...place.owner, env: quietEnv(), cwd: place.folder, encoding: 'utf8' },
  )
  if (made.status !== 0) {
    throw new SetupFailure(
      `Postgres could not be set up: ${made.error?.message ?? `${made.stdout}${made.stderr}`}`,
    )
  }
  fs.renameSync(unfinished, dataOf(place))
}

/** `{ pid, port, exited, stop }`; a running server of this folder is taken over instead of starting a second. */
export async function startCluster(place, { isThrowaway = false } = {}) {
  const found = await adopt(place)
  if (found) return found
  for (let tries = 1; ; tries++) {
    const started = await start(place, isThrowaway)
    if (started) return started
    if (tries === RETRIES) {
      const log = fs.readFileSync(logOf(place), 'utf8').trim().split('\n').slice(-8).join('\n')
      throw new SetupFailure(`${log}\n\nPostgres did not start; ${logOf(place)} has more.`)
    }
    await pause(250)
  }
}

async function start(place, isThrowaway) {
  const port = await choosePort(place)
  if (fs.existsSync(logOf(place)) && fs.statSync(logOf(place)).size > LOG_BYTES) fs.truncateSync(logOf(place))
  const log = fs.openSync(logOf(place), 'a')
  const settings = [`listen_addresses=${HOST}`, 'unix_socket_directories=', ...(isThrowaway ? THROWAWAY : [])]
  const child = spawn(
    path.join(place.programs, 'postgres'),
    ['-D', dataOf(place), '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...place.owner, env: quietEnv(), cwd: place.folder, stdio: ['ignore', log, log] },
  )
  fs.closeSync(log)
  const exited = new Promise((resolve) => child.on('error', resolve).on('exit', resolve))
  const isReady = await Promise.race([exited.then(() => false), ready(place, child)])
  if (!isReady) return undefined
  fs.writeFileSync(portOf(place), String(port))
  return { pid: child.pid, port, exited, stop: () => stop(child.pid, exited) }
}

async function ready(place, child) {
  const isLate = AbortSignal.timeout(START_WITHIN_MS)
  while (!isLate.aborted && child.exitCode === null && child.signalCode === null) {
    const state = readState(place)
    if (state?.pid === child.pid && state.isReady) return true
    await pause(15)
  }
  child.kill('SIGKILL')
  return false
}

/** Line by line as PostgreSQL's `miscadmin.h` lists `postmaster.pid`: 1 the pid, 4 the port, 8 the state. */
function readState(place) {
  try {
    const lines = fs.readFileSync(path.join(dataOf(place), 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

async function adopt(place) {
  const state = readState(place)
  if (!state) return undefined
  if (!isPostgres(state.pid, dataOf(place))) {
    // Its pid may be another program's by now, which Postgres would take for a running server.
    fs.rmSync(path.join(dataOf(place), 'postmaster.pid'), { force: true })
    return undefined
  }
  const exited = gone(state.pid)
  if (!state.isReady) {
    await stop(state.pid, exited)
    return undefined
  }
  return { pid: state.pid, port: state.port, exited, stop: () => stop(state.pid, exited) }
}

/** SIGINT is Postgres's "fast" stop: it ends its clients and writes everything down. */
async function stop(pid, exited) {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  const isOut = await Promise.race([exited.then(() => true), pause(10_000, false, { ref: false })])
  if (!isOut) process.kill(pid, 'SIGKILL')
}

/** A server somebody else started tells nobody when it ends. */
async function gone(pid) {
  while (isAlive(pid)) await pause(300, undefined, { ref: false })
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return !isZombie(pid)
}

/** In a container nobody may be there to reap an orphan: dead, yet still listed. */
function isZombie(pid) {
  if (process.platform !== 'linux') return false
  try {
    return /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

function isPostgres(pid, folder) {
  if (!(pid > 0) || !isAlive(pid)) return false
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(folder)
}

export function commandOf(pid) {
  try {
    return process.platform === 'linux'
      ? fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** The port of last time if it is free, so that programs which knew it find it again. */
async function choosePort(place) {
  const last = fs.existsSync(portOf(place)) ? Number(fs.readFileSync(portOf(place), 'utf8')) : 0
  return last > 0 && (await isPortFree(last, HOST)) ? last : await freePort(HOST)
}

function own(place, file) {
  if (place.owner) fs.chownSync(file, place.owner.uid, place.owner.gid)
}

/** Messages we read, and no settings of the user's own Postgres. */
function quietEnv() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
  return { ...env, LC_ALL: 'C', TZ: 'UTC' }
}
