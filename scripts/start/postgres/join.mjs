/** Joins the Postgres of this folder: starts it where it does not run, and never stops one that others still use. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SetupFailure } from '../failure.mjs'
import { eachLine } from '../lines.mjs'
import { reach } from '../rendezvous.mjs'
import { serverUrl } from './cluster.mjs'
import { choosePlace } from './place.mjs'

const JOIN_WITHIN_MS = 90_000
const LEAVE_WITHIN_MS = 15_000
const KEEPER = fileURLToPath(new URL('keeper.mjs', import.meta.url))

/**
 * `name`: folder below `.data`. `onMoved(serverUrl)` and `onLost(error)` are called when the server comes back elsewhere
 * or not at all. `url` is the server's `postgres` database; `leave()` resolves once it is stopped or left to others.
 */
export async function joinPostgres(root, name, options = {}) {
  const { isThrowaway = false, onMoved = () => undefined, onLost = () => undefined } = options
  const place = choosePlace(root, name)
  let isLeaving = false
  let { socket, port } = await join(place, isThrowaway)

  const follow = () => {
    socket.on('port', (next) => {
      if (next === port) return
      port = next
      onMoved(serverUrl(place, port))
    })
    socket.once('close', async () => {
      if (isLeaving) return
      try {
        const before = port
        ;({ socket, port } = await join(place, isThrowaway))
        follow()
        if (port !== before) onMoved(serverUrl(place, port))
      } catch (error) {
        onLost(error)
      }
    })
  }
  follow()

  return {
    url: serverUrl(place, port),
    folder: place.folder,
    async leave() {
      isLeaving = true
      if (socket.destroyed) return
      const closed = new Promise((resolve) => socket.once('close', resolve))
      socket.end()
      await Promise.race([closed, pause(LEAVE_WITHIN_MS, undefined, { ref: false })])
      socket.destroy()
    },
  }
}

async function join(place, isThrowaway) {
  const isLate = AbortSignal.timeout(JOIN_WITHIN_MS)
  let keeper
  while (!isLate.aborted) {
    const socket = await reach(place.folder)
    if (socket) {
      const news = await listen(socket)
      if (news?.failure) throw new SetupFailure(news.failure)
      if (news) return { socket, port: news.port }
      // It was just leaving; the next one is not far.
    } else if (!keeper || keeper.exitCode !== null || keeper.signalCode !== null) {
      keeper = startKeeper(place, isThrowaway)
    }
    await pause(20)
  }
  throw new SetupFailure(
    `Postgres did not answer within ${JOIN_WITHIN_MS / 1000} s; see ${place.folder}/postgres.log`,
  )
}

/** The first message; undefined when the connection ends before it. Later ones are `port` events of the socket. */
function listen(socket) {
  return new Promise((resolve) => {
    eachLine(socket, (line) => {
      const news = JSON.parse(line)
      resolve(news)
      if (news.port) socket.emit('port', news.port)
    })
    socket.on('error', () => undefined).on('close', () => resolve(undefined))
  })
}

/** In a session of its own: Ctrl-C in the terminal ends the users, and the last of them ends it. */
function startKeeper(place, isThrowaway) {
  fs.mkdirSync(place.folder, { recursive: true })
  const log = fs.openSync(`${place.folder}/keeper.log`, 'a')
  const env = { ...process.env }
  // Its debugger would keep it from ending, and test runners pass options meant for themselves.
  delete env.NODE_OPTIONS
  const keeper = spawn(process.execPath, [KEEPER, JSON.stringify({ place, isThrowaway })], {
    detached: true,
    stdio: ['ignore', log, log],
    env,
  })
  fs.closeSync(log)
  keeper.on('error', () => undefined)
  keeper.unref()
  return keeper
}
