import type { ScoreRequest } from '@/lib/engine/contract'

export type ToMixer =
  /** A recorded line, fetched and levelled as the film levels it. */
  | { kind: 'voice'; id: number; url: string }
  /** A piece of music, composed and played. */
  | { kind: 'bed'; id: number; score: ScoreRequest }

export type FromMixer =
  /** One array a channel, 48 kHz. */
  { kind: 'sound'; id: number; channels: Float32Array<ArrayBuffer>[] } | { kind: 'failed'; id: number }
