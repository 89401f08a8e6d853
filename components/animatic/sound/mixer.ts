/** The page's side of the mixer: a question, an answer. */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'
import type { FromMixer, ToMixer } from './messages'

export type SoundOrder = ToMixer extends infer M ? (M extends ToMixer ? Omit<M, 'id'> : never) : never

/** Rejects when the sound cannot be had. */
export type MakeSound = (order: SoundOrder) => Promise<AudioBuffer>

/** The worker is started with the first order. */
export function openMixer(): { make: MakeSound; close(): void } {
  const waiting = new Map<number, PromiseWithResolvers<AudioBuffer>>()
  let worker: Worker | null = null
  let orders = 0
  const failAll = () => {
    for (const answer of waiting.values()) answer.reject(new Error('the mixer does not answer'))
    waiting.clear()
  }
  const hire = (): Worker => {
    const hired = new Worker(new URL('./mixer-worker.ts', import.meta.url), { type: 'module', name: 'mixer' })
    hired.onmessage = ({ data }: MessageEvent<FromMixer>) => {
      const answer = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.kind === 'failed') answer?.reject(new Error('the sound cannot be had'))
      else answer?.resolve(bufferOf(data.channels))
    }
    hired.onerror = failAll
    return hired
  }
  return {
    make(order) {
      worker ??= hire()
      const answer = Promise.withResolvers<AudioBuffer>()
      const id = ++orders
      waiting.set(id, answer)
      worker.postMessage({ ...order, id } as ToMixer)
      return answer.promise
    },
    close() {
      worker?.terminate()
      worker = null
      failAll()
    },
  }
}

function bufferOf(channels: Float32Array<ArrayBuffer>[]): AudioBuffer {
  const length = Math.max(1, channels[0]?.length ?? 0)
  const buffer = new AudioBuffer({ numberOfChannels: channels.length, length, sampleRate: SAMPLE_RATE })
  channels.forEach((samples, channel) => {
    buffer.copyToChannel(samples, channel)
  })
  return buffer
}
