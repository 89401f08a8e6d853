/** Sounds for tests: repeatable, with the traits that matter (pulses, pauses, attacks), made in a moment. */
import { SAMPLE_RATE, SAMPLES_PER_PACKET } from './clock'
import { levelBed } from './level'
import type { SoundScene } from './scene'

export function sine(hz: number, seconds: number, level = 1, sampleRate = SAMPLE_RATE): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, i) => level * Math.sin((2 * Math.PI * hz * i) / sampleRate),
  )
}

/** Syllables of a buzz with some breath, and a pause now and then. Mono. */
export function someSpeech(seconds: number, seed = 1): Float32Array {
  let noise = seed * 7_919 + 1
  return Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, i) => {
    noise = (noise * 16_807) % 2_147_483_647
    const t = i / SAMPLE_RATE
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.2 * t)) * (Math.sin(1.6 * t + seed) > -0.8 ? 1 : 0)
    let buzz = 0
    for (let k = 1; k < 16; k++) buzz += Math.sin(2 * Math.PI * (110 + seed * 9) * k * t) / k
    return syllable * (0.2 * buzz + 0.05 * (noise / 2_147_483_647 - 0.5))
  })
}

/** A loop of struck notes over a hum, different left and right. Interleaved stereo at the common loudness. */
export function someBed(seconds = 12): Float32Array {
  const frames = Math.round(seconds * SAMPLE_RATE)
  const out = new Float32Array(frames * 2)
  for (let i = 0; i < frames; i++) {
    const struck = Math.exp(-(i % 24_000) / 9_000)
    const hz = [220, 277, 330, 440][Math.floor(i / 24_000) % 4] ?? 220
    const turn = (2 * Math.PI * i) / SAMPLE_RATE
    out[i * 2] = 0.3 * struck * Math.sin(hz * turn) + 0.1 * Math.sin(110 * turn)
    out[i * 2 + 1] = 0.3 * struck * Math.sin(hz * turn + 1) + 0.1 * Math.sin(111 * turn)
  }
  return levelBed(out)
}

export interface SomeScenes {
  packets: readonly number[]
  /** Scenes longer than this many packets speak. */
  speakingFrom?: number
  bed?: Float32Array | null
}

/** Scenes whose music runs on from one to the next. */
export function someScenes({ packets, speakingFrom = 100, bed = someBed() }: SomeScenes): SoundScene[] {
  let anchor = 0
  return packets.map((length, i) => {
    const seconds = ((length - 60) * SAMPLES_PER_PACKET) / SAMPLE_RATE
    const scene: SoundScene = {
      packets: length,
      speech: length > speakingFrom ? someSpeech(seconds, i + 1) : null,
      speechStart: 20_000,
      music: bed && { bed, anchor },
    }
    anchor += length * SAMPLES_PER_PACKET
    return scene
  })
}
