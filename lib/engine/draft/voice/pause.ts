import { open } from 'node:fs/promises'
import path from 'node:path'
import type { EngineContext, MadeNarration, NarrationRequest } from '@/lib/engine/contract'
import { wavHeader } from '@/lib/media/sound/wav-bytes'
import { readingMs } from './reading-time'

const RATE = 22_050

/** A line without words is to the film what an unreadable one is: a pause at reading speed. */
export const NOTHING_TO_SAY: Pick<MadeNarration, 'warnings' | 'facts'> = {
  warnings: ['There is nothing to say in this line; its captions run at reading speed.'],
  facts: { unreadable: true, empty: true },
}

/** A line nobody reads aloud still takes its time on the screen. */
export async function writePause(
  request: NarrationRequest,
  context: EngineContext,
  made: Pick<MadeNarration, 'warnings' | 'facts'>,
): Promise<MadeNarration> {
  const durationMs = readingMs(request.text, request.speed)
  const bytes = Math.round((durationMs * RATE) / 1_000) * 2
  const file = path.join(context.folder, 'narration.wav')
  const target = await open(file, 'w')
  try {
    await target.write(wavHeader({ sampleRate: RATE, channels: 1, encoding: 'pcm16', bytes }))
    // A hole in the file reads as zeros and costs no memory however long the line is.
    await target.truncate(44 + bytes)
  } finally {
    await target.close()
  }
  context.onProgress({ ratio: 1 })
  return { path: file, words: [], facts: { ...made.facts, durationMs }, warnings: made.warnings }
}
