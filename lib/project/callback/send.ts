import { createHmac } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { sign } from '@/lib/access/secret'
import { env } from '@/lib/base/env'
import { resolveCallback } from './address'

const ANSWER_WITHIN_MS = 10_000

/** What a receiver checks signatures with: CALLBACK_SECRET, or one of the studio's own. */
export const callbackSecret = (): string => env.callbackSecret ?? sign('callback', 'secret')

/** `v1=` and the hex HMAC-SHA256 of `{timestamp}.{body}`: with its time, so that an old call cannot be sent again. */
export const signatureOf = (timestamp: number, body: string, secret = callbackSecret()): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/** One POST; answers the status. Redirects are answers like any other. Throws when there is none. */
export async function sendCallback(address: string, body: string, deliveryId: string): Promise<number> {
  const url = new URL(address)
  const { address: ip, family } = await resolveCallback(url)
  const timestamp = Math.floor(Date.now() / 1000)
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const request = (url.protocol === 'https:' ? https : http).request(
    url,
    {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'StoryToVideoStudio',
        'x-studio-delivery': deliveryId,
        'x-studio-timestamp': String(timestamp),
        'x-studio-signature': signatureOf(timestamp, body),
      },
      // The name was resolved and judged above; asking again could bring another address.
      lookup: (_host, options, done) =>
        options.all ? done(null, [{ address: ip, family }]) : done(null, ip, family),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    },
    (response) => {
      resolve(response.statusCode ?? 0)
      // What it says is not read.
      response.destroy()
    },
  )
  request.on('error', reject)
  request.end(body)
  return promise
}
