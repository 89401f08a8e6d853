/** Where a recording is silent: its pauses, for placing words that have no marks. Pure. */

export interface Silence {
  startMs: number
  endMs: number
}

const STEP_MS = 10
/** Shorter gaps lie inside words: the closure of a `p` or `t`. */
const MIN_SILENCE_MS = 140
/** Below the loud parts of the voice itself, so that a quiet or noisy recording is judged by its own measure. */
const BELOW_LOUD = 10 ** (-32 / 20)
const NEVER_VOICE = 1e-4

export function findSilences(mono: Float32Array, sampleRate: number): Silence[] {
  const step = Math.max(1, Math.round((sampleRate * STEP_MS) / 1_000))
  const levels = new Float32Array(Math.ceil(mono.length / step))
  for (let k = 0; k < levels.length; k++) {
    let sum = 0
    const end = Math.min(mono.length, (k + 1) * step)
    for (let i = k * step; i < end; i++) sum += mono[i]! * mono[i]!
    levels[k] = Math.sqrt(sum / step)
  }
  const loud = levels.slice().sort()[Math.floor(levels.length * 0.9)] ?? 0
  const threshold = Math.max(NEVER_VOICE, loud * BELOW_LOUD)
  const silences: Silence[] = []
  const msOf = (k: number) => (k * step * 1_000) / sampleRate
  for (let k = 0; k < levels.length; ) {
    let end = k
    while (end < levels.length && levels[end]! < threshold) end++
    if (msOf(end - k) >= MIN_SILENCE_MS)
      silences.push({ startMs: msOf(k), endMs: Math.min(msOf(end), msOf(mono.length / step)) })
    k = end + 1
  }
  return silences
}
