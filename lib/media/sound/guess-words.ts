import { readFile } from 'node:fs/promises'
import { findSilences } from './silences'
import { readWav } from './wav'
import { type EstimatedWord, estimateWords } from './word-times'

/** For a voice without marks: times in proportion to syllables, snapped to the silences of the WAV. */
export async function guessWords(
  { text, language }: { text: string; language: string },
  file: string,
  durationMs: number,
): Promise<EstimatedWord[]> {
  const { channels, sampleRate } = readWav(await readFile(file))
  const [mono = new Float32Array(0)] = channels
  return estimateWords(text, language, durationMs, findSilences(mono, sampleRate))
}
