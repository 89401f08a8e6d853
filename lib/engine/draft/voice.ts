/**
 * The draft voice: eSpeak NG, which needs no GPU, no network and no account. It sounds like the machine it is, but every
 * word can be understood in English, Mandarin and two dozen more languages, and it tells when each word is spoken.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { errorShape } from '@/lib/base/errors'
import type {
  EngineContext,
  EngineHealth,
  MadeNarration,
  NarrationEngine,
  NarrationRequest,
  Voice,
} from '@/lib/engine/contract'
import { DRAFT_ENGINES } from './identities'
import { castVoice, readsCharacter } from './voice/casting'
import { chunksOf } from './voice/chunks'
import { wordTimes } from './voice/marks'
import { NOTHING_TO_SAY, writePause } from './voice/pause'
import { MISSING_FIX, runSpeaker } from './voice/speak'
import { hasSpeech, spokenText } from './voice/spoken'
import { writeTake } from './voice/take'
import { DRAFT_VOICES, type DraftVoiceSpec } from './voice/voices'

export function createDraftVoice(): NarrationEngine {
  return {
    kind: 'narration',
    identity: DRAFT_ENGINES.narration,
    resource: { queue: 'cpu', group: 'cpu' },
    check,
    listVoices: async () => [
      { id: 'default', name: 'Default', languages: ['*'] },
      ...DRAFT_VOICES.map(({ id, name, languages }): Voice => ({ id, name, languages })),
    ],
    makeNarration,
  }
}

async function check(): Promise<EngineHealth> {
  try {
    await runSpeaker({ check: true }, { folder: os.tmpdir() })
    return { state: 'ready', message: '', fix: '' }
  } catch (error) {
    return { state: 'unavailable', message: errorShape(error).message, fix: MISSING_FIX }
  }
}

async function makeNarration(request: NarrationRequest, context: EngineContext): Promise<MadeNarration> {
  const plain = spokenText(request.text)
  if (!hasSpeech(plain)) {
    return await writePause(request, context, NOTHING_TO_SAY)
  }
  const { voice, warnings } = castVoice(request.text, request.language, request.voice)
  if (!voice) return await writePause(request, context, { warnings, facts: { unreadable: true } })
  return await speak(request, context, voice, warnings)
}

async function speak(
  request: NarrationRequest,
  context: EngineContext,
  voice: DraftVoiceSpec,
  warnings: string[],
): Promise<MadeNarration> {
  const chunks = chunksOf(
    spokenText(request.text, {
      reads: (character) => readsCharacter(voice, character),
      chinese: voice.scripts.includes('Han'),
    }),
  )
  const folder = await mkdtemp(path.join(context.folder, 'voice-'))
  try {
    const spoken = await runSpeaker(
      {
        voice: voice.espeak,
        // eSpeak takes 80 to 450; beyond speed 2 nobody follows.
        rate: Math.round(Math.min(400, Math.max(80, voice.rate * request.speed))),
        pitch: voice.pitch,
        range: voice.range,
        chunks: chunks.map((chunk) => chunk.text),
      },
      {
        folder,
        signal: context.signal,
        onChunk: (done) => context.onProgress({ ratio: (0.95 * done) / chunks.length }),
      },
    )
    const take = await writeTake(folder, context.folder, chunks, spoken, {
      speed: request.speed,
      sex: voice.sex,
    })
    context.onProgress({ ratio: 1 })
    return {
      path: take.path,
      words: wordTimes(request.text, take.marks),
      facts: { voice: voice.id, sampleRate: take.sampleRate, durationMs: Math.round(take.durationMs) },
      warnings,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
