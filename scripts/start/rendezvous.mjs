/**
 * One meeting point per name on this machine: one process holds it, others can reach the holder and see it go.
 * It is a local socket, so the kernel releases it however the holder dies: no stale lock files, no guessing from pids.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** Linux has sockets without a file and Windows pipes; elsewhere it is a file that a dead holder leaves behind. */
export function addressOf(name, platform = process.platform) {
  const user = process.getuid?.() ?? os.userInfo().username
  const id = `storytovideo-${createHash('sha256').update(`${user}:${name}`).digest('hex').slice(0, 24)}`
  if (platform === 'linux') return `\0${id}`
  return platform === 'win32' ? `\\\\.\\pipe\\${id}` : path.join(os.tmpdir(), `${id}.sock`)
}

/** The server that now holds `name`, or undefined where another process does. */
export async function claim(name) {
  const address = addressOf(name)
  const server = net.createServer({ allowHalfOpen: true })
  if (await listen(server, address)) return server
  const holder = await reach(name)
  if (holder) {
    holder.destroy()
    return undefined
  }
  if (address.startsWith(os.tmpdir())) fs.rmSync(address, { force: true })
  return (await listen(server, address)) ? server : undefined
}

/** A connection to the process that holds `name`, or undefined where none does. */
export function reach(name) {
  return new Promise((resolve) => {
    const socket = net.connect({ path: addressOf(name) })
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

/** Runs `work` while no other process runs work under the same name; `onWait` is called once if it has to wait. */
export async function alone(name, work, onWait = () => undefined) {
  for (let hasWaited = false; ; hasWaited = true) {
    const server = await claim(name)
    if (server) return await holding(server, work)
    if (!hasWaited) onWait()
    await departure(name)
  }
}

async function holding(server, work) {
  const waiting = new Set()
  server.on('connection', (socket) => {
    waiting.add(socket)
    socket.on('error', () => undefined).on('close', () => waiting.delete(socket))
  })
  try {
    return await work()
  } finally {
    server.close()
    for (const socket of waiting) socket.destroy()
  }
}

async function departure(name) {
  const socket = await reach(name)
  if (!socket) return
  socket.resume()
  await new Promise((resolve) => socket.on('error', resolve).on('close', resolve).on('end', resolve))
  socket.destroy()
}

function listen(server, address) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)))
    server.listen({ path: address }, () => resolve(true))
  })
}
