/** What comes in: bodies with a limit, JSON cleaned of what no text means and no database keeps. */
import type { z } from 'zod'
import { type FieldProblem, invalidInput, StudioError } from './errors'

/** The longest story with every character escaped is 0.6 MB; two hundred scenes of prompts and lines fit too. */
export const BODY_LIMIT_BYTES = 8 * 1024 * 1024
/** No request of ours is a tenth as deep; a body of brackets must not end the stack. */
const DEPTH_LIMIT = 64

/** Throws `invalid_input` for anything but JSON, and `too_large`. An empty body is an empty object. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const text = await readText(request)
  if (text.trim() === '') return {}
  const type = request.headers.get('content-type') ?? ''
  // A page of another site cannot send this type without asking first, so it guards against forged forms as well.
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    throw invalidInput([{ field: 'Content-Type', expected: 'must be application/json' }])
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalidInput([{ field: 'body', expected: 'must be valid JSON' }])
  }
  return cleaned(value, 0)
}

/** The fields of a plain HTML form, each name once. Throws `invalid_input` for anything else, and `too_large`. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw invalidInput([{ field: 'Content-Type', expected: 'must be application/x-www-form-urlencoded' }])
  }
  const fields = new URLSearchParams(await readText(request))
  return Object.fromEntries([...fields].map(([name, value]) => [name, cleanText(value)]))
}

async function readText(request: Request): Promise<string> {
  const tooLarge = () =>
    new StudioError('too_large', `The request is larger than ${BODY_LIMIT_BYTES / 1024 / 1024} MB.`)
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT_BYTES) throw tooLarge()
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > BODY_LIMIT_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw invalidInput([{ field: 'body', expected: 'must be UTF-8' }])
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this removes
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Lone surrogates become U+FFFD; control characters go (Postgres cannot hold a NUL, and nobody speaks one). */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(CONTROLS, '')
}

function cleaned(value: unknown, depth: number): unknown {
  if (depth > DEPTH_LIMIT) throw invalidInput([{ field: 'body', expected: 'must not be nested so deep' }])
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map((member) => cleaned(member, depth + 1))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== '__proto__')
        .map(([name, member]) => [cleanText(name), cleaned(member, depth + 1)]),
    )
  }
  return value
}

/** Nobody mends a hundred fields at once. */
const MOST_PROBLEMS = 20

/** The schema's output, or `invalid_input` with every wrong field. */
export function checkInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = new Map<string, FieldProblem>()
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join('.') || 'body'
    // What is wrong first is what to mend first: an empty text need not be told that it has no words either.
    if (!problems.has(field)) problems.set(field, { field, expected: issue.message })
  }
  throw invalidInput([...problems.values()].slice(0, MOST_PROBLEMS))
}
