/** The film's own arithmetic on samples, off the page's thread: lines are levelled and music is composed and played. */
import type { ScoreRequest } from '@/lib/engine/contract'
import { compose } from '@/lib/engine/draft/score/compose'
import { perform } from '@/lib/engine/draft/score/perform'
import { SAMPLES_PER_PACKET } from '@/lib/media/sound/clock'
import { LEVELS, levelBed, levelVoice } from '@/lib/media/sound/level'
import { readSpeech } from '@/lib/media/sound/speech'
import type { WorkerPort } from '../paint/messages'
import type { FromMixer, ToMixer } from './messages'

const port = self as unknown as WorkerPort<FromMixer, ToMixer>

async function readVoice(url: string): Promise<Float32Array<ArrayBuffer>[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  const speech = readSpeech(new Uint8Array(await response.arrayBuffer()))
  // The same in every mode: a film's loudness hangs on its voice.
  return [new Float32Array(levelVoice(speech, LEVELS.speech.voice))]
}

/** Longest stretch of composing before a line that was asked for meanwhile gets its turn. */
const STRETCH_MS = 15

async function playScore({ mood, seed, packets }: ScoreRequest): Promise<Float32Array<ArrayBuffer>[]> {
  const work = perform(compose(mood, seed, packets * SAMPLES_PER_PACKET))
  let since = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return channelsOf(levelBed(step.value))
    if (performance.now() - since < STRETCH_MS) continue
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}

function channelsOf(interleaved: Float32Array): Float32Array<ArrayBuffer>[] {
  const channels = [new Float32Array(interleaved.length / 2), new Float32Array(interleaved.length / 2)]
  channels.forEach((samples, channel) => {
    for (let i = 0; i < samples.length; i++) samples[i] = interleaved[i * 2 + channel] ?? 0
  })
  return channels
}

port.onmessage = async ({ data }) => {
  try {
    const channels = data.kind === 'voice' ? await readVoice(data.url) : await playScore(data.score)
    const transfer = channels.map(({ buffer }) => buffer)
    port.postMessage({ kind: 'sound', id: data.id, channels }, transfer)
  } catch {
    port.postMessage({ kind: 'failed', id: data.id })
  }
}
