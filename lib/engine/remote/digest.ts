import { createHash } from 'node:crypto'

/**
 * What makes a request the same one: its key for services that answer a repeated request without doing it again. With the
 * attempt's folder in it, a useless answer is not repeated for the next attempt.
 */
export function digestOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\n')
  return hash.digest('hex')
}
