/** What can go wrong with a service, as the studio's own errors. Nothing in them ever holds a key. */
import { StudioError } from '@/lib/base/errors'

/** It may come back: the task waits for it. */
export const unreachable = (host: string, why: string, cause?: unknown): StudioError =>
  new StudioError('engine_unavailable', `${host} ${why}`, {
    userMessage: `The service at ${host} ${why}. Start it, or check its address on the settings page.`,
    retry: true,
    cause,
  })

/** It can be reached and does not serve: the task waits, and somebody may have to mend something. */
export const notServing = (host: string, why: string, fix: string): StudioError =>
  new StudioError('engine_unavailable', `${host}: ${why}`, {
    userMessage: `The service at ${host} does not serve: ${why} ${fix}`.trim(),
    retry: true,
  })

/** An answer, or an end without one, that another try may better. */
export const failed = (host: string, why: string, cause?: unknown): StudioError =>
  new StudioError('engine_failed', `${host} ${why}`, {
    // Some of it are the service's own words, which end in a stop of their own.
    userMessage: `The service at ${host} ${why.replace(/[\s.]+$/, '')}.`,
    retry: true,
    cause,
  })

/** Which field of the request it names, if any. */
export interface Refusal {
  status: number
  param: string | null
}

/** The service will say the same to the same request. */
export const refused = (host: string, why: string, details?: Refusal): StudioError =>
  new StudioError('engine_failed', `${host} refused: ${why}`, {
    userMessage: `The service at ${host} refused the request: ${why}`,
    details,
  })

const NETWORK: Record<string, string> = {
  ECONNREFUSED: 'refuses connections',
  ENOTFOUND: 'has no address: its name is not known',
  EAI_AGAIN: 'has no address at the moment',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  ETIMEDOUT: 'does not answer',
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that is not trusted',
}

/** Before a connection stood, the service is away; after, it left in the middle of the work. */
export function networkFailure(
  host: string,
  error: NodeJS.ErrnoException,
  isConnected: boolean,
): StudioError {
  if (isConnected) return failed(host, 'hung up before it had answered', error)
  return unreachable(host, NETWORK[error.code ?? ''] ?? 'cannot be reached', error)
}
