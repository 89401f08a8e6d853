import { checkSpeech } from '@/lib/asset/check-speech'
import { keepAsset } from '@/lib/asset/store'
import { getEngine } from '@/lib/engine/registry'
import { probeMedia } from '@/lib/media/probe'
import { guessWords } from '@/lib/media/sound/guess-words'
import { narrationRequestOf } from '@/lib/plan/recipes'
import type { StageHandler } from './contract'

export const makeNarration: StageHandler = async (task, context) => {
  const request = narrationRequestOf(task.recipe)
  const engine = await getEngine(task.recipe.engine, 'narration')
  const made = await engine.makeNarration(request, context)
  // A voice that cannot read the script answers with a pause at reading speed and says so: captions carry the line.
  const isPause = made.facts.unreadable === true
  const speech = isPause
    ? { durationMs: Math.round((await probeMedia(made.path)).durationMs) }
    : await checkSpeech(made.path)
  const isGuessed = made.words.length === 0 && !isPause
  const words = isGuessed ? await guessWords(request, made.path, speech.durationMs) : made.words
  await keepAsset({
    ...task,
    filePath: made.path,
    extension: 'wav',
    mediaType: 'audio/wav',
    facts: { ...made.facts, ...speech, words, warnings: made.warnings },
  })
}
