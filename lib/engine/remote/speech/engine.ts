/** Narration by a service that speaks OpenAI's speech dialect: CosyVoice in ours, any other by its address. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type {
  EngineContext,
  MadeNarration,
  NarrationEngine,
  NarrationRequest,
  Voice,
} from '@/lib/engine/contract'
import { NOTHING_TO_SAY, writePause } from '@/lib/engine/draft/voice/pause'
import { hasSpeech, spokenText } from '@/lib/engine/draft/voice/spoken'
import { figure } from '../../connection/card'
import { withoutRefused } from '../dialect'
import { digestOf } from '../digest'
import { failed } from '../failure'
import { callService } from '../http'
import type { RemoteSource } from '../source'
import { piecesOf } from './pieces'
import { chooseVoice, voicesOf } from './voices'
import { joinPcm, type Pcm, readPcm } from './wav'

/** OpenAI's own limit, which other servers keep to. */
const USUAL_CHARACTERS = 4_096
const DEADLINE_MS = 5 * 60_000
/** A plain server may know neither of these. */
const PLAIN = { language: null, seed: null, speed: null }

const DEFAULT: Voice = { id: 'default', name: 'Default', languages: ['*'] }

export function createSpeechEngine(source: RemoteSource): NarrationEngine {
  return {
    ...source.base,
    kind: 'narration',
    listVoices: async () => [DEFAULT, ...(await voicesOf(source))],
    makeNarration: (request, context) => makeNarration(source, request, context),
  }
}

async function makeNarration(
  source: RemoteSource,
  request: NarrationRequest,
  context: EngineContext,
): Promise<MadeNarration> {
  if (!hasSpeech(spokenText(request.text))) return await writePause(request, context, NOTHING_TO_SAY)
  const usual = source.card.defaults?.voice
  const { voice, warnings } = chooseVoice(
    await voicesOf(source),
    request,
    typeof usual === 'string' ? usual : null,
  )
  const speed = speedFor(source, request.speed)
  if (speed !== request.speed) warnings.push(`It speaks at speed ${speed} instead of ${request.speed}.`)
  const most = figure(source.card, 'limits', 'input_chars') ?? USUAL_CHARACTERS
  const pieces = piecesOf(request.text.replace(/\p{Cc}+/gu, ' ').trim(), request.language, most)
  const spoken: Spoken[] = []
  for (const input of pieces) {
    spoken.push(await speak(source, { input, voice: voice.id, speed, request }, context))
    context.onProgress({ ratio: spoken.length / pieces.length })
  }
  const [first] = spoken
  const wav = joinPcm(spoken.map(({ pcm }) => pcm))
  if (!wav || !first)
    throw failed(first?.host ?? source.model, 'answered pieces of one line in different formats')
  const file = path.join(context.folder, 'narration.wav')
  await writeFile(file, wav)
  return {
    path: file,
    words: [],
    facts: {
      engine: source.base.identity,
      model: source.model,
      voice: voice.id,
      seed: request.seed,
      device: source.card.device_name ?? source.card.device ?? null,
    },
    warnings,
  }
}

/** Within what the engine takes; 1 where it takes none. */
function speedFor({ base }: RemoteSource, speed: number): number {
  const range = base.abilities.speed
  return range ? Math.min(range.max, Math.max(range.min, speed)) : 1
}

interface Spoken {
  pcm: Pcm
  host: string
}

async function speak(
  source: RemoteSource,
  line: { input: string; voice: string; speed: number; request: NarrationRequest },
  { folder, signal }: EngineContext,
): Promise<Spoken> {
  const fields = {
    model: source.model,
    input: line.input,
    voice: line.voice,
    response_format: 'wav',
    ...(line.speed === 1 ? {} : { speed: line.speed }),
    language: line.request.language,
    seed: line.request.seed,
  }
  return await source.pool.use(signal, (address) =>
    withoutRefused(fields, PLAIN, async (json) => {
      const answer = await callService(address, {
        path: '/v1/audio/speech',
        json,
        idempotencyKey: digestOf(folder, JSON.stringify(json)),
        deadlineMs: DEADLINE_MS,
        signal,
      })
      const pcm = readPcm(await answer.bytes())
      if (!pcm) throw failed(answer.host, 'answered with something else than a whole WAV')
      return { pcm, host: answer.host }
    }),
  )
}
