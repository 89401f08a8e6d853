/** The share routes behind the true door, over HTTP, as a viewer's browser finds them. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import * as projectShares from '@/app/api/projects/[id]/shares/route'
import * as share from '@/app/api/shares/[id]/route'
import * as shares from '@/app/api/shares/route'
import * as file from '@/app/s/[token]/[...path]/route'
import * as embed from '@/app/s/[token]/embed/route'
import * as page from '@/app/s/[token]/route'
import * as unlock from '@/app/s/[token]/unlock/route'
import { drawRefusal } from '@/components/share/page/refused-page'
import { letIn } from '@/lib/access/door'
import { env } from '@/lib/base/env'
import type { Method } from '@/lib/base/http'

// biome-ignore lint/suspicious/noExplicitAny: each route has its own parameters; the pattern beside it names them.
type Routes = Record<Method, (request: Request, context: { params: Promise<any> }) => Promise<Response>>

const ROUTES: [RegExp, Routes][] = [
  [/^\/api\/projects\/(?<id>[^/]+)\/shares$/, projectShares],
  [/^\/api\/shares$/, shares],
  [/^\/api\/shares\/(?<id>[^/]+)$/, share],
  [/^\/s\/(?<token>[^/]+)$/, page],
  [/^\/s\/(?<token>[^/]+)\/embed$/, embed],
  [/^\/s\/(?<token>[^/]+)\/unlock$/, unlock],
  [/^\/s\/(?<token>[^/]+)\/(?<path>.+)$/, file],
]

export async function serveShares() {
  const server = createServer(async (request, response) => {
    if (!(await letIn(request, response, env, drawRefusal))) return
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    for (const [pattern, routes] of ROUTES) {
      const found = pattern.exec(url.pathname)
      if (!found) continue
      const { path, ...rest } = Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      )
      const method = (request.method ?? 'GET') as Method | 'HEAD'
      const hasBody = method !== 'GET' && method !== 'HEAD'
      const asked = new Request(url, {
        method,
        headers: request.headers as Record<string, string>,
        ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}),
      })
      const handle = routes[method === 'HEAD' ? 'GET' : method]
      const params = Promise.resolve(path === undefined ? rest : { ...rest, path: path.split('/') })
      await send(await handle(asked, { params }), response)
      return
    }
    response.writeHead(404).end()
  })
  // A connection that rests while a film is made is not closed under the next request.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    call: (path: string, init: RequestInit = {}) =>
      fetch(`${address}${path}`, { redirect: 'manual', ...init }),
    json: (path: string, method: string, body?: unknown, headers: Record<string, string> = {}) =>
      fetch(`${address}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.writeHead(answer.status)
  try {
    for await (const chunk of answer.body ?? []) {
      if (!response.write(chunk)) await once(response, 'drain')
    }
    response.end()
  } catch {
    response.destroy()
  }
}
