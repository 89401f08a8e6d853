/**
 * A server that speaks Ollama's own dialect as far as the studio asks for it, with a writer of no talent: it fills in
 * whatever JSON schema it is given, with words of the prompt. What it was asked is kept.
 */
import http from 'node:http'
import { z } from 'zod'

export const OLLAMA_MODEL = 'qwen2.5:0.5b'
const DIGEST = 'a8b0c51577010a279d933d14c2a8ab4b268079d44c5c8830c0a93900f1827c67'

const chatSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  stream: z.boolean(),
  format: z.record(z.string(), z.unknown()),
  options: z.record(z.string(), z.unknown()),
})
export type Chat = z.infer<typeof chatSchema>

export interface OllamaServer {
  url: string
  chats: Chat[]
  /** Every answer, whole. */
  answers: string[]
  stop(): Promise<void>
}

export async function startOllama(): Promise<OllamaServer> {
  const chats: Chat[] = []
  const answers: string[] = []
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/api/version') return send(200, { version: '0.12.6' })
    if (request.url === '/api/tags') return send(200, { models: [TAG] })
    if (request.url === '/api/ps') return send(200, { models: [] })
    if (request.url !== '/api/chat') return send(404, { error: `no ${request.url} here` })
    const chat = chatSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString()))
    if (!chat.success) return send(400, { error: z.prettifyError(chat.error) })
    chats.push(chat.data)
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    const text = JSON.stringify(fill(chat.data.format, wordsOf(chat.data)))
    answers.push(text)
    for (const line of piecesOf(chat.data.model, text)) response.write(`${JSON.stringify(line)}\n`)
    return response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `http://127.0.0.1:${address.port}`, chats, answers, stop }
}

const TAG = {
  name: OLLAMA_MODEL,
  model: OLLAMA_MODEL,
  modified_at: '2025-01-01T00:00:00Z',
  size: 397_821_319,
  digest: DIGEST,
  details: { format: 'gguf', family: 'qwen2', parameter_size: '494.03M', quantization_level: 'Q4_K_M' },
}

/** In pieces, as tokens come; the last says that it is the last. */
function* piecesOf(model: string, text: string): Generator<unknown> {
  const head = { model, created_at: new Date().toISOString() }
  for (let at = 0; at < text.length; at += 40) {
    yield { ...head, message: { role: 'assistant', content: text.slice(at, at + 40) }, done: false }
  }
  const counts = { prompt_eval_count: 200, eval_count: Math.ceil(text.length / 4) }
  yield { ...head, message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop', ...counts }
}

/** English words of what was said last: the story's own nouns come back in the prompts. */
function wordsOf({ messages }: Chat): string[] {
  const words = messages.at(-1)?.content.match(/[A-Za-z]{4,}/g) ?? []
  return words.length > 0 ? words : ['quiet', 'evening', 'light']
}

const nodeSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  minItems: z.number().optional(),
  minimum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
})

/** The smallest value that a schema allows, made of `words`. */
function fill(schema: unknown, words: string[]): unknown {
  const node = nodeSchema.parse(schema)
  if (node.const !== undefined) return node.const
  if (node.enum) return node.enum[0]
  if (node.anyOf) return fill(node.anyOf[0], words)
  const type = Array.isArray(node.type) ? node.type[0] : node.type
  if (type === 'object') {
    return Object.fromEntries(
      Object.entries(node.properties ?? {}).map(([key, of]) => [key, fill(of, words)]),
    )
  }
  if (type === 'array') return Array.from({ length: node.minItems ?? 0 }, () => fill(node.items, words))
  if (type === 'number' || type === 'integer') return node.minimum ?? 0
  if (type === 'boolean') return false
  if (type === 'null') return null
  const text = words.slice(0, 12).join(' ').toLowerCase()
  return text.slice(0, node.maxLength ?? 200).padEnd(node.minLength ?? 0, ' light')
}
