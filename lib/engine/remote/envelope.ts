/** A service's error answer: OpenAI's envelope plus `retryable`. Examples: `inference/contract/errors.json`. */
import { z } from 'zod'
import type { StudioError } from '@/lib/base/errors'
import { failed, notServing, refused } from './failure'

export const errorBodySchema = z.object({
  message: z.string().catch(''),
  code: z.string().nullish().catch(null),
  param: z.string().nullish().catch(null),
})

const plain = z.string().transform((message) => ({ message, code: null, param: null }))
/** Others write `{"error": "..."}` or FastAPI's `{"detail": ...}`. */
const envelopeSchema = z.union([
  z.object({ error: z.union([errorBodySchema, plain]) }).transform(({ error }) => error),
  z.object({ detail: plain }).transform(({ detail }) => detail),
])

const LONGEST_MESSAGE = 300
const KEY_FIX = 'Set its key on the settings page.'

/** `secret` is cut out of whatever the service says: some repeat the key they refuse. */
export function errorOf(host: string, status: number, body: string, secret: string | null): StudioError {
  const told = readEnvelope(body)
  const text = secret ? told.message.replaceAll(secret, '***') : told.message
  const message = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE)
  const why = message || `it answered with status ${status}.`
  if (status === 401 || status === 403) return notServing(host, why, KEY_FIX)
  if (told.code === 'model_not_found')
    return notServing(host, why, 'Choose another model, or fetch this one.')
  // A size that never fits would wait for ever.
  if (told.code === 'gpu_out_of_memory') return failed(host, `failed: ${why}`)
  if ([429, 502, 503].includes(status)) return notServing(host, why, '')
  if (status >= 500 || status === 408) return failed(host, `failed: ${why}`)
  if (status >= 400) return refused(host, why, { status, param: told.param ?? null })
  return notServing(host, `it answered with status ${status}.`, 'Check its address on the settings page.')
}

function readEnvelope(body: string): z.infer<typeof errorBodySchema> {
  try {
    return envelopeSchema.parse(JSON.parse(body))
  } catch {
    return { message: '', code: null, param: null }
  }
}

/** An error inside a stream or a job, which comes without a status of its own: it costs the task an attempt. */
export function errorOfBody(
  host: string,
  error: z.infer<typeof errorBodySchema> | null | undefined,
): StudioError {
  return failed(host, `failed: ${(error?.message || 'it does not say why').slice(0, LONGEST_MESSAGE)}`)
}
