import type { IncomingMessage } from 'node:http'
import type { Env } from '@/lib/base/env'
import { refusedPlace } from './address'
import { callerOf } from './caller'
import { limiter } from './limits'
import { whoAsks } from './principal'
import type { Admitted } from './schema'

/** The door of the socket: the same questions at every handshake. Null: nobody comes in. */
export async function admitSocket(
  request: IncomingMessage,
  rules: Pick<Env, 'host' | 'publicUrl' | 'studioKey' | 'trustProxy'>,
): Promise<Admitted | null> {
  if (refusedPlace(request.headers, rules)) return null
  const caller = callerOf(request, rules)
  if (request.headers['x-api-key'] !== undefined && limiter('key').wait(caller) > 0) return null
  const { principal, isWrongKey, session } = await whoAsks(request.headers)
  if (isWrongKey) limiter('key').take(caller)
  return principal && { principal, session }
}
