/** A model hub of the test's own: Hugging Face's API over files in memory, with the faults it is told of. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const COMMIT = 'c'.repeat(40)

export interface FakeFile {
  bytes: Buffer
  /** Large files are known by SHA-256, small ones by git's name for them. */
  isLarge?: boolean
}

/** What happens to one request for bytes; answers false where the hub is to go on as usual. */
export type Fault = (request: IncomingMessage, response: ServerResponse, rest: Buffer) => boolean

export interface FakeHub {
  endpoint: string
  /** `path from-byte` of every request for bytes. */
  reads: string[]
  tokens: (string | undefined)[]
  fault: Fault
  close(): Promise<void>
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const gitSha1 = (bytes: Buffer) =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

export async function openFakeHub(files: Record<string, FakeFile>): Promise<FakeHub> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://hub')
    hub.tokens.push(request.headers.authorization)
    if (pathname.includes('/revision/')) return response.end(JSON.stringify({ sha: COMMIT }))
    if (pathname.includes('/tree/')) return list(response, searchParams.get('cursor'))
    const name = decodeURIComponent(pathname.split(`/resolve/${COMMIT}/`)[1] ?? '')
    const file = files[name]
    if (!file) return response.writeHead(404).end()
    const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    hub.reads.push(`${name} ${start}`)
    const rest = file.bytes.subarray(start)
    if (hub.fault(request, response, rest)) return
    if (start > 0 && rest.length === 0) return response.writeHead(416).end()
    response.writeHead(start > 0 ? 206 : 200, { 'content-length': rest.length }).end(rest)
  })
  const entries = Object.entries(files).map(([path, { bytes, isLarge }]) => ({
    type: 'file',
    path,
    size: isLarge ? 130 : bytes.length,
    oid: gitSha1(bytes),
    ...(isLarge && { size: bytes.length, lfs: { oid: sha256(bytes), size: bytes.length } }),
  }))
  /** Two pages, as long lists have. */
  const list = (response: ServerResponse, cursor: string | null) => {
    const half = Math.ceil(entries.length / 2)
    if (cursor === null)
      response.setHeader('link', `<${hub.endpoint}${'/api/models/x/tree/y?cursor=2'}>; rel="next"`)
    const page = cursor === null ? entries.slice(0, half) : entries.slice(half)
    return response.end(JSON.stringify([{ type: 'directory', path: 'unet' }, ...page]))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hub: FakeHub = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reads: [],
    tokens: [],
    fault: () => false,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return hub
}
