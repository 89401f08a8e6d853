/**
 * Keeps one Postgres for all who use this folder (a start, a film, tests) and stops it after the last of them is gone.
 * Each of them holds a connection to this process, so however it dies, kill -9 included, the kernel tells us.
 * A process of its own: no user of the database owns it, so none can take it away from another.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { claim } from '../rendezvous.mjs'
import { createCluster, startCluster } from './cluster.mjs'

const FIRST_USER_WITHIN_MS = 20_000
const { place, isThrowaway } = JSON.parse(process.argv[2])

const server = await claim(place.folder)
if (!server) process.exit(0)

const users = new Set()
let postgres
let news = ''
let isLeaving = false

server.on('connection', (socket) => {
  if (isLeaving) return socket.destroy()
  users.add(socket)
  const depart = () => {
    if (!users.delete(socket)) return
    if (users.size === 0) leave(socket)
    else socket.end()
  }
  socket.on('error', depart).on('end', depart).on('close', depart).resume()
  if (news) socket.write(news)
})
setTimeout(() => users.size === 0 && leave(), FIRST_USER_WITHIN_MS).unref()
process.on('SIGTERM', () => leave())

/** `last` learns from the end of its connection that Postgres has stopped. */
async function leave(last) {
  if (isLeaving) return
  isLeaving = true
  await postgres?.stop()
  await postgres?.exited
  last?.end()
  process.exit(0)
}

function tell(message) {
  news = `${JSON.stringify(message)}\n`
  for (const socket of users) socket.write(news)
}

try {
  createCluster(place)
  while (!isLeaving) {
    postgres = await startCluster(place, { isThrowaway })
    tell({ port: postgres.port })
    await postgres.exited
    // A server that dies at once must not be started in a tight circle.
    if (!isLeaving) await pause(200)
  }
} catch (error) {
  tell({ failure: error.message })
  isLeaving = true
  for (const socket of users) socket.end()
  await pause(200)
  process.exit(1)
}
