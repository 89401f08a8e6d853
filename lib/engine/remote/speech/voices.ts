/** Which voices a speech service has, and which of them reads a line. */
import { z } from 'zod'
import type { NarrationRequest, Voice } from '@/lib/engine/contract'
import { askService } from '../http'
import type { RemoteSource } from '../source'

const voiceSchema = z.union([
  z.string().min(1).max(100),
  z.object({
    id: z.string().min(1).max(100),
    name: z.string().max(100).nullish().catch(null),
    languages: z.array(z.string().max(20)).nullish().catch(null),
  }),
])

/** Examples are in `inference/contract/speech.json`. A plain server has names alone, or no such list. */
export const voicesAnswerSchema = z.object({ voices: z.array(voiceSchema).max(2_000) })

/** Of OpenAI's own voices the one that every server of its kind knows. */
const PLAIN_VOICE: Voice = { id: 'alloy', name: 'alloy', languages: ['*'] }

const LOOK_MS = 5_000
const KEEP_MS = 60_000
const kept = new Map<string, { at: number; voices: Promise<Voice[]> }>()

/** Never empty. Asked once a minute; a failed look is asked again. */
export function voicesOf(source: RemoteSource): Promise<Voice[]> {
  const name = `${source.base.identity} ${source.pool.urls.join()}`
  const known = kept.get(name)
  if (known && Date.now() - known.at < KEEP_MS) return known.voices
  const voices = askVoices(source)
  kept.set(name, { at: Date.now(), voices })
  voices.catch(() => kept.delete(name))
  return voices
}

async function askVoices(source: RemoteSource): Promise<Voice[]> {
  const { signal } = new AbortController()
  return await source.pool.use(signal, async (address) => {
    const answer = await askService(address, { path: '/v1/audio/voices', deadlineMs: LOOK_MS, signal })
    if (answer.status !== 200) {
      await answer.bytes().catch(() => undefined)
      return [PLAIN_VOICE]
    }
    const { voices } = await answer.json(voicesAnswerSchema)
    const named = voices.map(
      (voice): Voice =>
        typeof voice === 'string'
          ? { id: voice, name: voice, languages: ['*'] }
          : { id: voice.id, name: voice.name || voice.id, languages: voice.languages ?? ['*'] },
    )
    return named.length > 0 ? named : [PLAIN_VOICE]
  })
}

const baseOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? ''

export const reads = (voice: Voice, language: string): boolean =>
  voice.languages.some((one) => one === '*' || baseOf(one) === baseOf(language))

/** The voice asked for; else the service's own default if it reads the language, else the first that does. */
export function chooseVoice(
  voices: readonly Voice[],
  request: Pick<NarrationRequest, 'voice' | 'language'>,
  usual: string | null,
): { voice: Voice; warnings: string[] } {
  const asked = voices.find(({ id }) => id === request.voice)
  if (asked) return { voice: asked, warnings: [] }
  const own = voices.find(({ id }) => id === usual)
  const reader = voices.find(
    (voice) =>
      voice.languages[0] && reads({ ...voice, languages: voice.languages.slice(0, 1) }, request.language),
  )
  const any = voices.find((voice) => reads(voice, request.language))
  const isOwn = own && baseOf(own.languages[0] ?? '*') === baseOf(request.language)
  const voice = (isOwn ? own : (reader ?? any)) ?? own ?? voices[0] ?? PLAIN_VOICE
  const isReplaced = request.voice !== 'default'
  return {
    voice,
    warnings: isReplaced ? [`The voice ${request.voice} is not there; ${voice.name} speaks.`] : [],
  }
}
