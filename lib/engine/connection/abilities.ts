import { env } from '@/lib/base/env'
import type { EngineAbilities } from '@/lib/engine/contract'
import { can, figure, type ModelCard } from './card'
import type { Service } from './schema'

const NONE: EngineAbilities = {
  steps: null,
  guidance: false,
  negativePrompt: false,
  reference: false,
  batch: 1,
  speed: null,
  clip: null,
}

/** What a model takes, by what its service says of it. Of a server that says nothing, nothing is offered beyond its plain dialect. */
export function abilitiesOf(service: Service, card: ModelCard): EngineAbilities {
  if (service === 'images') return { ...NONE, ...imageAbilities(card) }
  if (service === 'videos') return { ...NONE, steps: stepsOf(card), clip: clipOf(card) }
  if (service === 'speech') return { ...NONE, speed: speedOf(card) }
  return NONE
}

function imageAbilities(card: ModelCard): Partial<EngineAbilities> {
  const most = can(card, 'batch') ? (figure(card, 'limits', 'max_batch') ?? 1) : 1
  return {
    steps: stepsOf(card),
    guidance: can(card, 'guidance'),
    negativePrompt: can(card, 'negative_prompt'),
    reference: can(card, 'reference_image'),
    batch: Math.max(1, Math.min(env.frameBatch, most)),
  }
}

function stepsOf(card: ModelCard): EngineAbilities['steps'] {
  const max = figure(card, 'limits', 'max_steps')
  if (max === null) return null
  return { min: figure(card, 'limits', 'min_steps') ?? 1, max, usual: figure(card, 'defaults', 'steps') }
}

function clipOf(card: ModelCard): EngineAbilities['clip'] {
  const frames = figure(card, 'defaults', 'num_frames')
  const fps = figure(card, 'defaults', 'fps')
  return frames === null || fps === null ? null : { frames, fps }
}

/** OpenAI's own range where the service says nothing of its voice. */
function speedOf(card: ModelCard): EngineAbilities['speed'] {
  if (card.capabilities && !can(card, 'speed')) return null
  return {
    min: figure(card, 'limits', 'min_speed') ?? 0.25,
    max: figure(card, 'limits', 'max_speed') ?? 4,
  }
}
