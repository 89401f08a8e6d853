/** OpenAI's `/v1/chat/completions`, streamed as server-sent events: what every server that is not Ollama speaks. */
import { z } from 'zod'
import { withoutRefused } from '../dialect'
import { failed } from '../failure'
import { type Address, callService, type ServiceAnswer } from '../http'
import { ANSWER_TOKENS, type Question, TEMPERATURE } from './question'

const DEADLINE_MS = 240_000

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
})

export async function askPlainChat(address: Address, question: Question): Promise<string> {
  const fields = {
    model: question.model,
    messages: question.messages,
    stream: true,
    temperature: TEMPERATURE,
    max_tokens: ANSWER_TOKENS,
    seed: question.seed,
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'scene', strict: true, schema: question.format },
    },
  }
  const left = { response_format: null, seed: null, temperature: null, max_tokens: null }
  return await withoutRefused(fields, left, async (json) => {
    const { signal } = question
    const call = { path: '/v1/chat/completions', json, deadlineMs: DEADLINE_MS, signal }
    return await readStream(await callService(address, call))
  })
}

async function readStream(answer: ServiceAnswer): Promise<string> {
  let [text, rest] = ['', '']
  const decoder = new TextDecoder()
  for await (const bytes of answer.chunks()) {
    rest += decoder.decode(bytes, { stream: true })
    const lines = rest.split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const said = line.replace(/^data:\s*/, '')
      if (said === line || said === '') continue
      if (said === '[DONE]') return text
      const [choice] = parseChunk(answer.host, said).choices
      text += choice?.delta?.content ?? ''
      if (choice?.finish_reason === 'length') throw failed(answer.host, 'wrote more than a scene may hold')
      if (choice?.finish_reason) return text
    }
  }
  throw failed(answer.host, 'broke off its answer')
}

function parseChunk(host: string, said: string): z.infer<typeof chunkSchema> {
  try {
    return chunkSchema.parse(JSON.parse(said))
  } catch (error) {
    throw failed(host, 'answered with something else than was asked for', error)
  }
}
