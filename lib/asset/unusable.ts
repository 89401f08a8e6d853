import { StudioError } from '@/lib/base/errors'

/** An engine's answer that is not kept. Another try may bring a better one. */
export function unusable(what: string, cause?: unknown): StudioError {
  return new StudioError('engine_failed', `the engine answered with ${what}`, {
    cause,
    retry: true,
    userMessage: `The engine answered with ${what}. It was not kept; try again.`,
  })
}
