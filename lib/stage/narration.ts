import { checkSpeech } from '@/lib/asset/check-speech'
import { keepAsset } from '@/lib/asset/store'
import { getEngine } from '@/lib/engine/registry'
import { probeMedia } from '@/lib/media/probe'
import { narrationRequestOf } from '@/lib/plan/recipes'
import type { StageHandler } from './contract'

export const makeNarration: StageHandler = async (task, context) => {
  const made = await getEngine(task.recipe.engine, 'narration').makeNarration(
    narrationRequestOf(task.recipe),
    context,
  )
  // A voice that cannot read the script answers with a pause at reading speed and says so: captions carry the line.
  const isPause = made.facts.unreadable === true
  const speech = isPause
    ? { durationMs: Math.round((await probeMedia(made.path)).durationMs) }
    : await checkSpeech(made.path)
  await keepAsset({
    ...task,
    filePath: made.path,
    extension: 'wav',
    mediaType: 'audio/wav',
    facts: { ...made.facts, ...speech, words: made.words, warnings: made.warnings },
  })
}
