import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import models from '@/inference/contract/models.json'
import contract from '@/inference/contract/speech.json'
import type { NarrationRequest } from '@/lib/engine/contract'
import { toneWav } from '@/tests/kit/engines'
import { aContext, aSource } from '@/tests/kit/remote'
import { openService, type ServiceRequest, sendJson, type TestService } from '@/tests/kit/service'
import { createSpeechEngine } from './engine'
import { piecesOf } from './pieces'
import { chooseVoice, voicesAnswerSchema } from './voices'
import { readPcm } from './wav'

const LINE: NarrationRequest = {
  text: '海边的灯塔亮了。',
  language: 'zh',
  voice: 'default',
  speed: 1,
  seed: 3,
}
const [CARD] = models.speech.data

let service: TestService
afterEach(() => service?.close())

const bodyOf = ({ body }: ServiceRequest) => JSON.parse(body.toString())

/** A service of ours, which answers each piece with a tone as long as its text. */
async function speaking(wav: (input: string) => Buffer = (input) => toneWav(100 + input.length)) {
  service = await openService((request, response) => {
    if (request.path === '/v1/audio/voices') return sendJson(response, contract.voices)
    response.writeHead(200, { 'content-type': 'audio/wav' }).end(wav(bodyOf(request).input))
  })
  return service
}

const spoken = () => service.requests.filter(({ path }) => path === '/v1/audio/speech').map(bodyOf)
const engineAt = (url: string, card: unknown = CARD) => createSpeechEngine(aSource('speech', card, [url]))

describe('the voice of a service', () => {
  it('speaks a line with the fields of the contract', async () => {
    const { url } = await speaking()
    const made = await engineAt(url).makeNarration({ ...LINE, speed: 1.5 }, aContext())
    expect(spoken()).toEqual([
      { ...contract.request, model: 'CosyVoice-300M-SFT', speed: 1.5, response_format: 'wav' },
    ])
    expect(await readFile(made.path)).toEqual(toneWav(100 + LINE.text.length))
    expect(made).toMatchObject({ words: [], warnings: [], facts: { voice: '中文女', device: 'CPU' } })
  })

  it('lists its voices, and a plain server’s names', async () => {
    const { url } = await speaking()
    const voices = await engineAt(url).listVoices()
    expect(voices.map(({ id }) => id)).toEqual(['default', '中文女', '英文男'])
    expect(voicesAnswerSchema.parse(contract.voices_plain).voices).toEqual(['alloy', 'verse'])
  })

  it('takes the voice that reads the language for the default, and says when another one was asked for', () => {
    const voices = [
      { id: '中文女', name: '中文女', languages: ['zh', 'en'] },
      { id: '英文男', name: '英文男', languages: ['en', 'zh'] },
    ]
    const choose = (voice: string, language: string) => chooseVoice(voices, { voice, language }, '中文女')
    expect(choose('default', 'zh-CN')).toMatchObject({ voice: { id: '中文女' }, warnings: [] })
    expect(choose('default', 'en-US')).toMatchObject({ voice: { id: '英文男' }, warnings: [] })
    expect(choose('英文男', 'zh')).toMatchObject({ voice: { id: '英文男' }, warnings: [] })
    expect(choose('en-us', 'fr')).toMatchObject({ voice: { id: '中文女' }, warnings: [/en-us/] })
  })

  it('joins the pieces of a long line sample for sample', async () => {
    const { url } = await speaking((input) => toneWav(input.length))
    const card = { ...CARD, limits: { ...CARD?.limits, input_chars: 40 } }
    const text = 'The lamp was lit. The boats came home. The keeper slept at last, and the sea with him.'
    const made = await engineAt(url, card).makeNarration({ ...LINE, text, language: 'en' }, aContext())
    const inputs: string[] = spoken().map(({ input }) => input)
    expect(inputs.length).toBeGreaterThan(2)
    expect(inputs.join('')).toBe(text)
    for (const input of inputs) expect(input.length).toBeLessThanOrEqual(40)
    const lengths = inputs.map((input) => readPcm(toneWav(input.length))?.samples.length ?? 0)
    expect(readPcm(await readFile(made.path))?.samples.length).toBe(lengths.reduce((a, b) => a + b))
  })

  it('mends the head of a WAV whose server did not know its length', async () => {
    const wav = toneWav(500)
    const streamed = Buffer.from(wav)
    streamed.writeUInt32LE(0xffffffff, 4)
    streamed.writeUInt32LE(0xffffffff, 40)
    const { url } = await speaking(() => streamed)
    const made = await engineAt(url).makeNarration(LINE, aContext())
    expect(await readFile(made.path)).toEqual(wav)
  })

  it.each([
    ['a truncated WAV', toneWav(500).subarray(0, 2_000)],
    ['no WAV at all', Buffer.from('<html>busy</html>')],
    ['nothing', Buffer.alloc(0)],
  ])('takes %s for a failure that another try may better', async (_, bytes) => {
    const { url } = await speaking(() => bytes)
    await expect(engineAt(url).makeNarration(LINE, aContext())).rejects.toMatchObject({
      code: 'engine_failed',
      retry: true,
    })
  })

  it('keeps speed within what the engine takes, and says so', async () => {
    const { url } = await speaking()
    const card = { ...CARD, capabilities: { voices: true, speed: false } }
    const made = await engineAt(url, card).makeNarration({ ...LINE, speed: 1.5 }, aContext())
    expect(spoken()[0]).not.toHaveProperty('speed')
    expect(made.warnings.join()).toMatch(/speed 1 instead of 1.5/)
  })

  it('is not asked to speak what nobody could', async () => {
    const { url } = await speaking()
    const made = await engineAt(url).makeNarration({ ...LINE, text: '……' }, aContext())
    expect(spoken()).toEqual([])
    expect(made.facts).toMatchObject({ unreadable: true })
  })

  it('stops when it is cancelled', async () => {
    const asked = Promise.withResolvers<void>()
    let left = Promise.resolve()
    service = await openService((request, response) => {
      if (request.path === '/v1/audio/voices') return sendJson(response, contract.voices)
      left = request.left
      asked.resolve()
    })
    const context = aContext()
    const speaks = engineAt(service.url).makeNarration(LINE, context)
    await asked.promise
    context.cancel()
    await expect(speaks).rejects.toMatchObject({ code: 'cancelled' })
    await left
  })
})

describe('a server that speaks OpenAI’s dialect alone', () => {
  it('speaks too: no list of voices, no seed, no language', async () => {
    service = await openService((request, response) => {
      if (request.path !== '/v1/audio/speech') return sendJson(response, { error: 'no route' }, 404)
      const { seed, language } = bodyOf(request)
      const extra = seed !== undefined ? 'seed' : language !== undefined ? 'language' : null
      if (extra)
        return sendJson(response, { error: { message: `unknown field ${extra}`, param: extra } }, 400)
      response.writeHead(200, { 'content-type': 'audio/wav' }).end(toneWav(400))
    })
    const made = await engineAt(service.url, models.plain.data[0]).makeNarration(LINE, aContext())
    expect(spoken().at(-1)).toEqual({
      model: 'gpt-image-like',
      input: LINE.text,
      voice: 'alloy',
      response_format: 'wav',
    })
    expect(made.facts).toMatchObject({ voice: 'alloy' })
  })
})

describe('the pieces of a line', () => {
  it.each([
    ['一二三四五,六七八九十,一二三四五六七八九十一二三四五。好。', 'zh'],
    ['word '.repeat(40), 'en'],
    ['x'.repeat(95), 'en'],
    ['😀'.repeat(30), 'en'],
  ])('are never longer than allowed, lose nothing and break no character: %s', (text, language) => {
    const pieces = piecesOf(text, language, 15)
    expect(pieces.join('')).toBe(text)
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(15)
      expect(piece).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
    }
  })
})
