/** A server of the test's own, where a service would stand: what it answers, drips or leaves out is the test's affair. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface ServiceRequest {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
  /** The caller went away before it had its answer. */
  left: Promise<void>
}

export type ServiceAnswers = (request: ServiceRequest, response: ServerResponse) => unknown

export interface TestService {
  url: string
  requests: ServiceRequest[]
  /** May be replaced while it runs. */
  answers: ServiceAnswers
  close(): Promise<void>
}

export async function openService(answers: ServiceAnswers): Promise<TestService> {
  const server = createServer(async (incoming, response) => {
    const left = new Promise<void>((resolve) =>
      response.once('close', () => {
        if (!response.writableFinished) resolve()
      }),
    )
    const { method = '', url = '', headers } = incoming
    const body = await buffer(incoming).catch(() => Buffer.alloc(0))
    const request: ServiceRequest = { method, path: url, headers, body, left }
    service.requests.push(request)
    await service.answers(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const service: TestService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    answers,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return service
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
