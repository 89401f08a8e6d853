import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { StoryboardRequest } from '@/lib/engine/contract'
import { writeStoryboard } from '@/lib/engine/draft/writer/write-storyboard'
import { aContext, aSource } from '@/tests/kit/remote'
import { openService, sendJson, type TestService } from '@/tests/kit/service'
import { createOllamaEngine } from './engine'

const REQUEST: StoryboardRequest = {
  story:
    'Mei lived in a lighthouse by the sea. One night a storm came and the lamp went out. She climbed the stairs with a candle and lit it again.',
  language: null,
  sceneCount: 3,
  style: '',
  seed: 5,
}

const DRAFT = writeStoryboard(REQUEST)

/** What the model would make of a draft: its own words, around something of the draft's. */
const better = (draft: string, more: object = {}): string =>
  JSON.stringify({
    title: 'A better title',
    picture: `${draft}, seen from the cliff`,
    mood: 'epic',
    camera: 'tilt-up',
    ...more,
  })

const draftIn = (body: { messages: { content: string }[] }): string =>
  /^draft: (.*)$/m.exec(body.messages.at(-1)?.content ?? '')?.[1] ?? ''

type Say = (body: {
  model: string
  messages: { content: string }[]
  options: { seed: number; num_ctx: number }
  format: unknown
  stream: boolean
}) => string | { text: string; reason: string }

/** Ollama's stream: a line of JSON for each piece, the last with why it ended. */
function sayAsOllama(response: ServerResponse, said: ReturnType<Say>): void {
  const { text, reason } = typeof said === 'string' ? { text: said, reason: 'stop' } : said
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  for (let i = 0; i < text.length; i += 40) {
    response.write(`${JSON.stringify({ message: { content: text.slice(i, i + 40) }, done: false })}\n`)
  }
  response.end(`${JSON.stringify({ message: { content: '' }, done: true, done_reason: reason })}\n`)
}

let service: TestService
afterEach(() => service.close())

const ollama = async (say: Say) => {
  service = await openService(({ path, body }, response) =>
    path === '/api/chat'
      ? sayAsOllama(response, say(JSON.parse(body.toString())))
      : sendJson(response, { error: 'not found' }, 404),
  )
  return service
}

const engineAt = (url: string, larger?: string) =>
  createOllamaEngine(aSource('ollama', { id: 'qwen2.5:0.5b', revision: 'a8b0c5157701' }, [url]), larger)

describe('the Ollama writer', () => {
  it('keeps the author’s sentences and the cast, and takes title, picture, mood and camera from the model', async () => {
    const { url } = await ollama((body) => better(draftIn(body)))
    const context = aContext()
    const made = await engineAt(url).writeStoryboard(REQUEST, context)
    expect(made.scenes.map((scene) => scene.narration)).toEqual(DRAFT.scenes.map((s) => s.narration))
    expect(made.cast).toEqual(DRAFT.cast)
    expect(made.scenes[0]).toMatchObject({ title: 'A better title', bgm: 'epic', camera: 'tilt-up' })
    expect(made.scenes[0]?.prompt).toBe(`${DRAFT.scenes[0]?.prompt}, seen from the cliff`)
    expect(made).toMatchObject({ writtenBy: 'qwen2.5:0.5b', warnings: DRAFT.warnings })
    expect(context.told.at(-1)).toEqual({ ratio: 1 })
  })

  it('always streams, names its context and asks for the schema, with a seed of each scene’s own', async () => {
    const seeds: number[] = []
    const { url } = await ollama((body) => {
      expect(body).toMatchObject({ stream: true, format: { type: 'object' }, options: { num_ctx: 2048 } })
      seeds.push(body.options.seed)
      return better(draftIn(body))
    })
    await engineAt(url).writeStoryboard(REQUEST, aContext())
    expect(new Set(seeds).size).toBe(3)
  })

  it.each([
    ['no JSON', () => 'Once upon a time'],
    ['an answer that was cut at its length', (draft: string) => ({ text: better(draft), reason: 'length' })],
    ['a picture in Chinese', () => better('灯塔在海边,夜里有风暴')],
    ['a picture of something else', () => better('two robots playing chess')],
    ['an invented name', (draft: string) => better(`${draft} with Barnabas beside her`)],
  ])('tries another seed after %s', async (_, bad) => {
    const asked: number[] = []
    const { url } = await ollama((body) => {
      asked.push(body.options.seed)
      return asked.length === 1 ? bad(draftIn(body)) : better(draftIn(body))
    })
    const made = await engineAt(url).writeStoryboard(REQUEST, aContext())
    expect(asked).toHaveLength(4)
    expect(asked[0]).not.toBe(asked[1])
    expect(made.writtenBy).toBe('qwen2.5:0.5b')
  })

  it('repairs JSON with a fence, a thought and a missing brace around it', async () => {
    const { url } = await ollama(
      (body) =>
        `<think>They want {"title"} ...</think>\`\`\`json\n${better(draftIn(body)).slice(0, -1)}\n\`\`\``,
    )
    expect((await engineAt(url).writeStoryboard(REQUEST, aContext())).writtenBy).toBe('qwen2.5:0.5b')
  })

  it('asks the larger model when the usual one failed twice, and says so', async () => {
    const { url } = await ollama((body) => (body.model === 'qwen2.5:7b' ? better(draftIn(body)) : 'I cannot'))
    const made = await engineAt(url, 'qwen2.5:7b').writeStoryboard(REQUEST, aContext())
    expect(made.writtenBy).toBe('qwen2.5:7b')
    expect(made.warnings.join()).toContain('3 of 3 scenes were written by the larger model')
  })

  it('leaves a scene to the draft writer at the foot of the ladder, and says so', async () => {
    const { url } = await ollama((body) =>
      draftIn(body) === DRAFT.scenes[1]?.prompt ? '' : better(draftIn(body)),
    )
    const made = await engineAt(url).writeStoryboard(REQUEST, aContext())
    expect(made.scenes[1]).toEqual(DRAFT.scenes[1])
    expect(made.writtenBy).toBe('qwen2.5:0.5b, draft writer')
    expect(made.warnings.join()).toMatch(/1 of 3 scenes .* draft writer/)
  })

  it('waits for a model that was not pulled, and says how to get it', async () => {
    service = await openService((_, response) =>
      sendJson(response, { error: 'model "qwen2.5:0.5b" not found, try pulling it first' }, 404),
    )
    await expect(engineAt(service.url).writeStoryboard(REQUEST, aContext())).rejects.toMatchObject({
      code: 'engine_unavailable',
      retry: true,
      userMessage: expect.stringContaining('ollama pull qwen2.5:0.5b'),
    })
  })

  it('waits for an Ollama that is away', async () => {
    service = await openService(() => undefined)
    const { url } = service
    await service.close()
    service = await openService(() => undefined)
    await expect(engineAt(url).writeStoryboard(REQUEST, aContext())).rejects.toMatchObject({
      code: 'engine_unavailable',
      retry: true,
    })
  })

  it('stops at once when it is cancelled, and so does the model', async () => {
    let left = Promise.resolve()
    const asked = Promise.withResolvers<void>()
    service = await openService((request, response) => {
      left = request.left
      response.writeHead(200)
      response.write(`${JSON.stringify({ message: { content: '{' }, done: false })}\n`)
      asked.resolve()
    })
    const context = aContext()
    const writing = engineAt(service.url).writeStoryboard(REQUEST, context)
    await asked.promise
    context.cancel()
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
    await left
  })

  it('takes a stream that breaks off for a failed rung, not for an answer', async () => {
    let calls = 0
    service = await openService(({ body }, response) => {
      const said = better(draftIn(JSON.parse(body.toString())))
      if (calls++ > 0) return sayAsOllama(response, said)
      response.writeHead(200)
      response.write(`${JSON.stringify({ message: { content: said }, done: false })}\n`, () =>
        response.destroy(),
      )
    })
    const made = await engineAt(service.url).writeStoryboard(REQUEST, aContext())
    expect(calls).toBe(4)
    expect(made.writtenBy).toBe('qwen2.5:0.5b')
  })

  it('keeps Chinese titles for a Chinese story, with pictures in English', async () => {
    const { url } = await ollama((body) => better(draftIn(body), { title: '灯塔之夜' }))
    const story = '小梅住在海边的灯塔里。一天夜里起了风暴,灯灭了。她拿着蜡烛爬上楼梯,把灯点亮。'
    const made = await engineAt(url).writeStoryboard({ ...REQUEST, story }, aContext())
    expect(made.language).toBe('zh')
    for (const scene of made.scenes) {
      expect(scene.title).toBe('灯塔之夜')
      expect(scene.prompt).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('does not take an English title for a Chinese story', async () => {
    const { url } = await ollama((body) => better(draftIn(body)))
    const story = '小梅住在海边的灯塔里。'
    const request = { ...REQUEST, story, sceneCount: 1 }
    const made = await engineAt(url).writeStoryboard(request, aContext())
    expect(made.scenes[0]?.title).toBe(writeStoryboard(request).scenes[0]?.title)
  })
})

describe('a server that speaks OpenAI’s chat alone', () => {
  it('writes too, also when it knows no schema', async () => {
    const bodies: Record<string, unknown>[] = []
    service = await openService(({ path, body, headers }, response) => {
      if (path !== '/v1/chat/completions') return sendJson(response, { error: 'no route' }, 404)
      expect(headers.authorization).toBe('Bearer secret')
      const asked = JSON.parse(body.toString())
      bodies.push(asked)
      if (asked.response_format)
        return sendJson(response, { error: { message: 'unknown field response_format' } }, 400)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const said = better(draftIn(asked))
      for (const content of [said.slice(0, 30), said.slice(30)])
        response.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
      response.end('data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
    })
    const source = aSource('ollama', { id: 'some-model' }, [service.url], 'secret')
    const made = await createOllamaEngine(source, undefined).writeStoryboard(REQUEST, aContext())
    expect(made.writtenBy).toBe('some-model')
    expect(bodies.at(-1)).toMatchObject({ stream: true, model: 'some-model' })
  })
})
