import { isStudioError } from '@/lib/base/errors'
import type { Refusal } from './failure'

/** Null leaves the field out. */
type Replacements = Readonly<Record<string, string | null>>

/**
 * A server that is not ours may know only part of the dialect. A field that it refuses by name is replaced or left out,
 * once each, and the rest asked again.
 */
export async function withoutRefused<F extends object, T>(
  fields: F,
  replacements: Replacements,
  send: (fields: F) => Promise<T>,
): Promise<T> {
  let [current, left] = [fields, replacements]
  for (;;) {
    try {
      return await send(current)
    } catch (error) {
      const name = Object.keys(left).find((field) => field in current && isRefused(error, field))
      if (name === undefined) throw error
      const { [name]: replacement = null, ...others } = left
      const { [name]: _, ...rest } = current as Record<string, unknown>
      current = (replacement === null ? rest : { ...rest, [name]: replacement }) as F
      left = others
    }
  }
}

function isRefused(error: unknown, field: string): boolean {
  if (!isStudioError(error) || error.retry) return false
  const { status, param } = (error.details ?? {}) as Partial<Refusal>
  if (status !== 400 && status !== 422) return false
  return param ? param === field : new RegExp(`\\b${field}\\b`).test(error.message)
}
