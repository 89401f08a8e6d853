/**
 * One question to a language model, answered in the shape of a JSON schema. Ollama's own API through its package; a
 * server without it is asked in OpenAI's dialect.
 */
import { Ollama } from 'ollama'
import { isStudioError, StudioError } from '@/lib/base/errors'
import { failed, networkFailure, notServing, refused } from '../failure'
import type { Address } from '../http'
import { SILENCE_MS } from '../patience'
import { askPlainChat } from './plain-chat'
import { ANSWER_TOKENS, type Question, TEMPERATURE } from './question'

/** What Ollama takes without being told depends on the card's memory: an answer must not. */
const CONTEXT_TOKENS = 2_048
/** A model of some gigabytes is read from disk before its first word. */
const FIRST_WORD_MS = 180_000

/** Servers that have no `/api/chat`; asked once, known for as long as the process lives. */
const plain = new Set<string>()

/**
 * The answer's text, whole. Throws `engine_unavailable` when nobody answers or the model is not there, `engine_failed`
 * (retry) for an answer that broke off or ran too long, `cancelled` on abort.
 */
export async function askModel(address: Address, question: Question): Promise<string> {
  if (plain.has(address.url)) return await askPlainChat(address, question)
  try {
    return await askOllama(address, question)
  } catch (error) {
    if (!isNoOllama(error)) throw error
    plain.add(address.url)
    return await askPlainChat(address, question)
  }
}

const NO_OLLAMA = 'has no Ollama API'
const isNoOllama = (error: unknown): boolean => isStudioError(error) && error.message.endsWith(NO_OLLAMA)

async function askOllama(address: Address, question: Question): Promise<string> {
  const host = new URL(address.url).host
  const watch = openWatch(question.signal)
  // One client a question: aborting one must not end the others.
  const client = new Ollama({
    host: address.url,
    headers: address.key ? { authorization: `Bearer ${address.key}` } : {},
    fetch: (input, init) => fetch(input, { ...init, signal: watch.signal }),
  })
  let text = ''
  try {
    const parts = await client.chat({
      model: question.model,
      messages: question.messages,
      format: question.format,
      stream: true,
      options: {
        num_ctx: CONTEXT_TOKENS,
        num_predict: ANSWER_TOKENS,
        temperature: TEMPERATURE,
        seed: question.seed,
      },
    })
    for await (const part of parts) {
      watch.heard()
      text += part.message?.content ?? ''
      if (!part.done) continue
      if (part.done_reason === 'length') throw failed(host, 'wrote more than a scene may hold')
      return text
    }
  } catch (error) {
    throw explained(host, question, error, watch.isSilent())
  } finally {
    watch.close()
  }
  throw failed(host, 'broke off its answer')
}

/** The package throws plain errors with Ollama's status and words, or what `fetch` threw. */
function explained(host: string, { model, signal }: Question, error: unknown, isSilent: boolean): unknown {
  if (signal.aborted) return new StudioError('cancelled', `the call to ${host} was cancelled`)
  if (isSilent) return failed(host, 'fell silent in the middle of its answer', error)
  if (isStudioError(error)) return error
  const { status_code: status, message } = error as { status_code?: number; message: string }
  if (status === undefined) return broken(host, error)
  if (status === 404 && /model/i.test(message)) {
    return notServing(host, `it has no model ${model}.`, `Run: ollama pull ${model}`)
  }
  if (status === 404 || status === 405) return refused(host, NO_OLLAMA)
  if (status === 401 || status === 403) return notServing(host, 'it wants another key.', 'Set its key.')
  if (status === 503 || status === 429) return notServing(host, 'it is busy.', '')
  return status >= 500 ? failed(host, `answered with status ${status}`, error) : refused(host, message)
}

function broken(host: string, error: unknown): StudioError {
  const cause = (error as { cause?: NodeJS.ErrnoException }).cause
  const isConnected = cause?.code === undefined || /RESET|PIPE|SOCKET/.test(cause.code)
  return networkFailure(host, cause ?? (error as NodeJS.ErrnoException), isConnected)
}

interface Watch {
  signal: AbortSignal
  /** A word came. */
  heard(): void
  isSilent(): boolean
  close(): void
}

function openWatch(outer: AbortSignal): Watch {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), FIRST_WORD_MS)
  return {
    signal: AbortSignal.any([outer, silence.signal]),
    heard() {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE_MS)
    },
    isSilent: () => silence.signal.aborted,
    close: () => clearTimeout(timer),
  }
}
