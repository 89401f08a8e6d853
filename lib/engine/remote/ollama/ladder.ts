/**
 * The ladder of one scene: the model, the model with another seed, the larger model if there is one, and at the foot
 * the draft writer's own scene, which is always there.
 */
import { isStudioError } from '@/lib/base/errors'
import type { DraftScene } from '@/lib/engine/contract'
import type { WrittenMember } from '@/lib/storyboard/schema'
import { messagesFor, SHOWN_PICTURES } from './prompt'
import { checkAnswer, readAnswer } from './scene-answer'

export interface Rung {
  model: string
  seed: number
}

export interface WrittenScene {
  scene: DraftScene
  /** Null: the draft writer's. */
  model: string | null
  /** Of the last rung that failed. */
  problem: string
}

/** A step of the seed that no two scenes of a storyboard share. */
const NEXT_SEED = 7_919

export function rungsOf(models: { usual: string; larger: string | undefined }, seed: number): Rung[] {
  const place = (n: number) => (seed + n * NEXT_SEED) % 2 ** 31
  const larger = models.larger && models.larger !== models.usual ? [models.larger] : []
  return [models.usual, models.usual, ...larger].map((model, n) => ({ model, seed: place(n) }))
}

/** `ask` throws; only a service that is away (or a cancel) ends the ladder, a useless answer is one rung. */
export async function writeScene(
  draft: DraftScene,
  cast: readonly WrittenMember[],
  rungs: readonly Rung[],
  ask: (messages: ReturnType<typeof messagesFor>, rung: Rung) => Promise<string>,
): Promise<WrittenScene> {
  const messages = messagesFor(draft, cast)
  let problem = ''
  for (const rung of rungs) {
    try {
      const answer = readAnswer(await ask(messages, rung))
      const checked = answer ? checkAnswer(answer, draft, cast) : { scene: draft, problem: 'no JSON' }
      problem = SHOWN_PICTURES.includes(checked.scene.prompt) ? 'a copied example' : checked.problem
      if (problem === '') return { scene: checked.scene, model: rung.model, problem }
    } catch (error) {
      if (!isStudioError(error) || !isRungs(error, rung, rungs)) throw error
      problem = error.message
    }
  }
  return { scene: draft, model: null, problem }
}

/** A larger model that is not there is only a missing rung; the usual one is what the task waits for. */
const isRungs = (error: { code: string }, rung: Rung, rungs: readonly Rung[]): boolean =>
  error.code === 'engine_failed' || (error.code === 'engine_unavailable' && rung.model !== rungs[0]?.model)
