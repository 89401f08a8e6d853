/**
 * The draft score: writes and plays a short piece for a mood, as a loop without a seam. No samples, no model, nothing
 * to download: chords that lead into each other, a tune in phrases, instruments made of sums of sines, and a hall.
 */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as giveWay } from 'node:timers/promises'
import { StudioError } from '@/lib/base/errors'
import type { EngineContext, MadeScore, ScoreEngine, ScoreRequest } from '@/lib/engine/contract'
import { SAMPLE_RATE, SAMPLES_PER_PACKET } from '@/lib/media/sound/clock'
import { levelBed } from '@/lib/media/sound/level'
import { littleEndianFloats, wavHeader } from '@/lib/media/sound/wav-bytes'
import { DRAFT_ENGINES } from './identities'
import { compose } from './score/compose'
import { perform } from './score/perform'

export function createDraftScore(): ScoreEngine {
  return {
    kind: 'score',
    identity: DRAFT_ENGINES.score,
    resource: { queue: 'cpu', group: 'cpu' },
    check: async () => ({ state: 'ready', message: '', fix: '' }),
    makeScore,
  }
}

async function makeScore(request: ScoreRequest, context: EngineContext): Promise<MadeScore> {
  const piece = compose(request.mood, request.seed, request.packets * SAMPLES_PER_PACKET)
  const loop = levelBed(await atEase(perform(piece), context))
  const bytes = littleEndianFloats(loop)
  const file = path.join(context.folder, 'score.wav')
  const header = wavHeader({ sampleRate: SAMPLE_RATE, channels: 2, encoding: 'float32', bytes: bytes.length })
  await writeFile(file, Buffer.concat([header, bytes]), { signal: context.signal }).catch(
    (error: unknown) => {
      throw context.signal.aborted ? stopped() : error
    },
  )
  context.onProgress({ ratio: 1 })
  return {
    path: file,
    facts: {
      mood: request.mood,
      bars: piece.bars,
      beatsPerMinute: Math.round(piece.beatsPerMinute * 10) / 10,
      tonic: piece.key.tonic,
    },
  }
}

/** Longest stretch of work without letting the process do anything else. */
const STRETCH_MS = 15

async function atEase(work: Generator<number, Float32Array>, context: EngineContext): Promise<Float32Array> {
  let since = performance.now()
  for (;;) {
    if (context.signal.aborted) throw stopped()
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - since < STRETCH_MS) continue
    context.onProgress({ ratio: step.value })
    await giveWay()
    since = performance.now()
  }
}

function stopped(): StudioError {
  return new StudioError('cancelled', 'the score was stopped')
}
