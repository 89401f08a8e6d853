import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AccessRules, refusalOf } from './access'
import type { Env } from './env'
import { refuse } from './refuse'
import { contentSecurityPolicy, newNonce, SECURITY_HEADERS } from './security-headers'

/**
 * What every request passes before anything else sees it. False: it was refused and is answered already.
 */
export function letIn(
  request: IncomingMessage,
  response: ServerResponse,
  rules: AccessRules & Pick<Env, 'mode'>,
): boolean {
  const policy = contentSecurityPolicy(newNonce(), rules.mode)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  response.setHeader('content-security-policy', policy)
  const refusal = refusalOf(request.headers, rules)
  if (refusal) {
    refuse(response, refusal, request.headers.accept)
    return false
  }
  // Next looks for the nonce here.
  request.headers['content-security-policy'] = policy
  restoreLength(response)
  return true
}

/** How long a body will be, on its way past Next, which drops Content-Length from what routes answer. */
export const LENGTH_HEADER = 'x-file-length'

function restoreLength(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    const length = response.getHeader(LENGTH_HEADER)
    if (length !== undefined) {
      response.removeHeader(LENGTH_HEADER)
      // Next compresses what is worth it, and then nobody knows the length.
      if (!response.hasHeader('content-encoding')) response.setHeader('content-length', length)
    }
    return writeHead(...args)
  }
}
