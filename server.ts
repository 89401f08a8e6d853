/** The web process: Next and socket.io on one port, with the door in front of both. */
import { createServer } from 'node:http'
import next from 'next'
import { isLoopback } from '@/lib/access/address'
import { type DrawRefusal, letIn } from '@/lib/access/door'
import { admitSocket } from '@/lib/access/socket'
import { closeDb } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { holdLifeline } from '@/lib/base/lifeline'
import { log } from '@/lib/base/log'
import { openLive } from '@/lib/live/server'

/** Wrong configuration, and an address already taken: agreed with scripts/start/child.mjs. */
const EXIT_CONFIG = 78
const EXIT_TAKEN = 98
const LEAVE_WITHIN_MS = 3_000
/** Half a gigabyte over a slow line; Node's own limit is five minutes. */
const RECEIVE_WITHIN_MS = 3_600_000

if (!isLoopback(env.host) && env.studioKey === undefined) {
  fail(
    EXIT_CONFIG,
    `HOST=${env.host} lets other machines in, so a key is needed: set STUDIO_KEY, or leave HOST at 127.0.0.1.`,
  )
}

const http = createServer({ requestTimeout: RECEIVE_WITHIN_MS })
const app = next({ dev: env.mode === 'development', hostname: env.host, port: env.port, httpServer: http })

async function serve(): Promise<void> {
  await app.prepare()
  const handle = app.getRequestHandler()
  const live = await openLive(http, (request) => admitSocket(request, env))
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return
    letIn(request, response, env, drawRefusal)
      .then((isIn) => (isIn ? handle(request, response) : undefined))
      .catch((error) => {
        log.error({ err: error }, 'request failed')
        response.destroy()
      })
  })
  http.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      fail(EXIT_TAKEN, `Port ${env.port} is taken by another program. Set PORT to a free one.`)
    }
    if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
      fail(EXIT_CONFIG, `Cannot listen on ${env.host}:${env.port}: ${error.message}`)
    }
    throw error
  })
  http.listen(env.port, env.host, () => {
    const bound = http.address()
    const port = typeof bound === 'object' && bound ? bound.port : env.port
    console.log(JSON.stringify({ ready: 'web', address: addressOf(port) }))
  })

  let leaving = false
  const leave = async () => {
    if (leaving) return
    leaving = true
    setTimeout(() => process.exit(0), LEAVE_WITHIN_MS).unref()
    http.closeIdleConnections()
    await live.close()
    await app.close()
    await closeDb()
    process.exit(0)
  }
  process.once('SIGTERM', leave)
  process.once('SIGINT', leave)
  holdLifeline(leave)
}

/** Few are refused: its words are read when the first one is. */
const drawRefusal: DrawRefusal = async (visit) =>
  await (await import('@/components/share/page/refused-page')).drawRefusal(visit)

/** A wildcard address is nothing a browser can open. */
function addressOf(port: number): string {
  if (env.publicUrl) return env.publicUrl
  const host = env.host === '0.0.0.0' || env.host === '::' ? 'localhost' : env.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function fail(code: number, message: string): never {
  console.error(message)
  process.exit(code)
}

await serve()
