import net from 'node:net'
import { SetupFailure } from './failure.mjs'

const TRIES = 100

/** The first of `wanted`, `wanted + 1`, ... that nothing listens on. 0 leaves the choice to the system. */
export async function pickPort(wanted, host, isFree = isPortFree) {
  if (wanted === 0) return 0
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port++) {
    if (await isFree(port, host)) return port
  }
  throw new SetupFailure(`Every port from ${wanted} on is taken. Set PORT to a free one.`)
}

/** Any port that is free now. */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

export function isPortFree(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    // Only "taken" sends us to the next port; a wrong HOST is for the web process to explain.
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE'))
    server.listen({ port, host }, () => server.close(() => resolve(true)))
  })
}

/** PORT as a person wrote it. */
export function readPort(text) {
  if (text === undefined || text.trim() === '') return 3000
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetupFailure(`PORT=${text} is not a port: use a whole number from 0 to 65535.`)
  }
  return port
}
