import { toneWav } from '../engines'
import { type Answering, fail, json, type Served, type ServiceOptions, send, serve } from './service'

export interface SpeechOptions extends ServiceOptions {
  limits?: Record<string, number>
  capabilities?: Partial<Record<'voices' | 'speed' | 'instructions' | 'language', boolean>>
  voices?: { id: string; name: string; languages: string[]; gender?: string }[]
  /** Answers like a server that writes the header before it knows how long the recording will be. */
  streams?: boolean
}

interface Asked {
  model?: string
  input?: string
  voice?: string
  speed?: number
  language?: string
  seed?: number
}

const VOICES = [
  { id: '中文女', name: '中文女', languages: ['zh', 'en'], gender: 'female' },
  { id: '英文男', name: '英文男', languages: ['en', 'zh'], gender: 'male' },
]
const PLAIN_VOICES = ['alloy', 'verse']
const RATE = 22_050
export const MS_A_CHARACTER = 10

/** tts: `/v1/audio/speech`, and `/v1/audio/voices` unless it is plain. */
export const speechService = (options: SpeechOptions = {}) =>
  serve(options, (card): Served => {
    const {
      plain = false,
      model = plain ? 'tts-1' : 'CosyVoice-300M-SFT',
      revision = 'a1b2c3d4e5f6',
      paceMs = 0,
    } = options
    const limits = { input_chars: 4000, min_speed: 0.25, max_speed: 4, ...options.limits }
    const voices = options.voices ?? VOICES
    const known = plain ? PLAIN_VOICES : voices.map((voice) => voice.id)

    const speak = async (answering: Answering) => {
      const { call, response, signal, fault } = answering
      const { input = '', voice = '', speed = 1, seed = 1, model: asked } = call.json as Asked
      if (!known.includes(voice))
        return fail(response, 400, 'invalid', `voice must be one of ${known.join(', ')}`)
      if (asked !== model && asked !== 'cosyvoice-mini')
        return fail(response, 404, 'not_found', 'There is no such model.')
      if (input.length > limits.input_chars)
        return fail(response, 400, 'invalid', `input must be at most ${limits.input_chars} characters`)
      if (speed < limits.min_speed || speed > limits.max_speed)
        return fail(response, 400, 'invalid', 'speed is out of range')
      const durationMs = (100 + input.length * MS_A_CHARACTER) / speed
      const wav = await card.take(
        model,
        async (pause) => {
          await pause(paceMs)
          return toneWav(durationMs, RATE, 180 + (seed % 60))
        },
        signal,
      )
      if (fault?.kind === 'silence') wav.fill(0, 44)
      if (options.streams) {
        wav.writeUInt32LE(0xffffffff, 4)
        wav.writeUInt32LE(0xffffffff, 40)
      }
      await send(answering, wav, {
        'Content-Type': 'audio/wav',
        ...(plain
          ? {}
          : {
              'X-Sample-Rate': String(RATE),
              'X-Audio-Duration': (durationMs / 1000).toFixed(3),
              'X-Voice': encodeURIComponent(voice),
              'X-Model': model,
              'X-Seed': String(seed),
            }),
      })
    }

    return {
      routes: {
        'POST /v1/audio/speech': speak,
        ...(plain ? {} : { 'GET /v1/audio/voices': ({ response }) => json(response, 200, { voices }) }),
      },
      main: ['POST /v1/audio/speech'],
      seedOf: ({ json: asked }) => (asked as Asked).seed,
      models: {
        object: 'list',
        data: [
          {
            id: model,
            object: 'model',
            created: 1_732_000_000,
            owned_by: 'somebody',
            ...(plain
              ? {}
              : {
                  kind: 'speech',
                  family: 'cosyvoice',
                  aliases: ['cosyvoice-mini'],
                  revision,
                  device: 'cpu',
                  device_name: 'CPU',
                  device_uuid: null,
                  dtype: 'float32',
                  loaded: true,
                  capabilities: {
                    voices: true,
                    speed: true,
                    instructions: false,
                    language: true,
                    ...options.capabilities,
                  },
                  defaults: { voice: voices[0]?.id, sample_rate: RATE },
                  limits,
                  vram: null,
                }),
          },
        ],
      },
    }
  })
