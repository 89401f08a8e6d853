/** An object storage that misbehaves as told: what a real one does seldom, on command. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Env } from '@/lib/base/env'

export type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void

export interface FaultyS3 {
  settings: S3Env
  /** Method, address and range of every request so far. */
  requests: { method: string; url: string; range: string | undefined; ifMatch: string | undefined }[]
  /** Resolves when the connection of request number `index` has closed. */
  closed(index: number): Promise<void>
  close(): Promise<void>
}

export async function openFaultyS3(answer: Answer): Promise<FaultyS3> {
  const requests: FaultyS3['requests'] = []
  const closes: Promise<void>[] = []
  const server = createServer(async (request, response) => {
    const { range, 'if-match': ifMatch } = request.headers
    requests.push({ method: request.method ?? '', url: request.url ?? '', range, ifMatch })
    closes.push(new Promise((resolve) => response.once('close', resolve)))
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    answer(request, response, Buffer.concat(pieces))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'films',
      region: 'us-east-1',
      accessKey: 'key',
      secretKey: 'secret',
      prefix: '',
      forcePathStyle: true,
    },
    requests,
    closed: async (index) => await closes[index],
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const s3Error = (response: ServerResponse, status: number, code: string): unknown =>
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`)
