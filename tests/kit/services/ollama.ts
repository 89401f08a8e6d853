import { type Answering, json, type Served, type ServiceOptions, serve, written } from './service'

export interface ChatAsked {
  model: string
  messages: { role: string; content: string }[]
  /** Ollama's; a plain server gets it inside `response_format`. */
  format?: JsonSchema
  response_format?: { type: string; json_schema?: { schema: JsonSchema } }
  options?: Record<string, number>
  seed?: number
  stream?: boolean
}

export interface JsonSchema {
  type?: string
  enum?: string[]
  properties?: Record<string, JsonSchema>
  minLength?: number
}

export interface OllamaOptions extends ServiceOptions {
  /** What the model says; absent: JSON that keeps to the schema it was given. */
  says?(asked: ChatAsked): string
  /** Models beside `model`. */
  models?: string[]
}

export const OLLAMA_DIGEST = 'a8b0c51577010a279d933d14c2a8ab4b268079d44c5c8830c0a93900f1827c67'

/** Ollama's own API; plain: any server with `/v1/chat/completions`. */
export const ollamaService = (options: OllamaOptions = {}) =>
  serve(options, (card): Served => {
    const { plain = false, model = 'qwen2.5:0.5b', paceMs = 0, says = sayBySchema } = options
    const models = [model, ...(options.models ?? [])]

    /** In pieces, as tokens come. */
    const speak = async (answering: Answering, piece: (text: string) => Promise<void>): Promise<string> => {
      const { call, signal, fault, response, die } = answering
      const asked = call.json as ChatAsked
      const text = fault?.kind === 'says' ? fault.text : says(asked)
      await card.take(
        asked.model,
        async (pause) => {
          const pieces = text.match(/[\s\S]{1,24}/g) ?? ['']
          for (const [i, part] of pieces.entries()) {
            await pause(fault?.kind === 'drip' ? fault.everyMs : paceMs / pieces.length)
            if (i > 0 && fault?.kind === 'die') return await die()
            if (i > 0 && fault?.kind === 'cut') return response.destroy()
            if (i > 0 && fault?.kind === 'truncated') return
            await piece(part)
          }
        },
        signal,
      )
      return fault?.kind === 'says' ? (fault.reason ?? 'stop') : 'stop'
    }

    const chat = async (answering: Answering) => {
      const { call, response, fault } = answering
      const asked = call.json as ChatAsked
      if (!models.includes(asked.model))
        return json(response, 404, { error: `model '${asked.model}' not found` })
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
      const say = (line: object) =>
        written(
          response,
          `${JSON.stringify({ model: asked.model, created_at: '2026-01-01T00:00:00Z', ...line })}\n`,
        )
      const reason = await speak(answering, (content) =>
        say({ message: { role: 'assistant', content }, done: false }),
      )
      if (response.destroyed) return
      if (fault?.kind !== 'truncated') {
        await say({
          message: { role: 'assistant', content: '' },
          done: true,
          done_reason: reason,
          eval_count: 40,
          prompt_eval_count: 200,
        })
      }
      response.end()
    }

    const completions = async (answering: Answering) => {
      const { call, response } = answering
      const asked = call.json as ChatAsked
      if (!models.includes(asked.model))
        return json(response, 404, {
          error: { message: 'no such model', type: 'invalid_request_error', code: 'model_not_found' },
        })
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      const say = (delta: object, finish_reason: string | null) =>
        written(
          response,
          `data: ${JSON.stringify({ object: 'chat.completion.chunk', model: asked.model, choices: [{ index: 0, delta, finish_reason }] })}\n\n`,
        )
      const reason = await speak(answering, (content) => say({ content }, null))
      if (response.destroyed) return
      await say({}, reason)
      await written(response, 'data: [DONE]\n\n')
      response.end()
    }

    const details = {
      format: 'gguf',
      family: 'qwen2',
      families: ['qwen2'],
      parameter_size: '494.03M',
      quantization_level: 'Q4_K_M',
    }
    const listed = models.map((name) => ({
      name,
      model: name,
      modified_at: '2026-01-01T00:00:00Z',
      size: 397_821_319,
      digest: OLLAMA_DIGEST,
      details,
    }))
    return {
      routes: plain
        ? { 'POST /v1/chat/completions': completions }
        : {
            'GET /': ({ response }) => void response.end('Ollama is running'),
            'GET /api/version': ({ response }) => json(response, 200, { version: '0.12.0' }),
            'GET /api/tags': ({ response }) => json(response, 200, { models: listed }),
            'GET /api/ps': ({ response }) =>
              json(response, 200, {
                models: listed
                  .slice(0, 1)
                  .map((one) => ({ ...one, size_vram: one.size, context_length: 4096 })),
              }),
            'POST /api/show': ({ response }) =>
              json(response, 200, {
                details,
                model_info: { 'qwen2.context_length': 32_768 },
                capabilities: ['completion'],
              }),
            'POST /api/chat': chat,
            'POST /v1/chat/completions': completions,
            'GET /readyz': ({ response }) => void response.writeHead(404).end('404 page not found'),
            'GET /healthz': ({ response }) => void response.writeHead(404).end('404 page not found'),
          },
      main: ['POST /api/chat', 'POST /v1/chat/completions'],
      models: {
        object: 'list',
        data: models.map((id) => ({ id, object: 'model', created: 1_732_000_000, owned_by: 'library' })),
      },
    }
  })

/** Small English words for whatever the schema asks. */
export function sayBySchema(asked: ChatAsked): string {
  const schema = asked.format ?? asked.response_format?.json_schema?.schema
  const story = asked.messages.at(-1)?.content ?? ''
  const spin = [...story].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973, 7)
  const field = ([name, { enum: options, type }]: [string, JsonSchema]): [string, unknown] => {
    if (options) return [name, options[spin % options.length]]
    if (type === 'number' || type === 'integer') return [name, spin % 10]
    const words = [
      'quiet harbour at dusk',
      'stone tower above dark waves',
      'warm lamp in a small window',
      'open meadow under morning light',
    ]
    return [name, words[(spin + name.length) % words.length]]
  }
  return JSON.stringify(Object.fromEntries(Object.entries(schema?.properties ?? {}).map(field)))
}
