import { readFile } from 'node:fs/promises'
import { can } from '@/lib/engine/connection/card'
import type { FrameRequest } from '@/lib/engine/contract'
import type { PictureOrder } from '../picture'
import { nearestSize, sizeLimits, sizeText } from '../size'
import type { RemoteSource } from '../source'
import { joinPrompt } from './prompt'

/** What the pictures of one call have in common; what is undefined is not sent. */
export interface SharedFields {
  model: string
  size: string
  num_inference_steps?: number
  guidance_scale?: number
  negative_prompt?: string
  reference_image?: string
  strength?: number
}

/** Whether the service speaks our part of the dialect, or OpenAI's alone. */
export const isPlain = ({ card }: RemoteSource): boolean => !card.capabilities

export function pictureOrder({ card }: RemoteSource, { width, height }: FrameRequest): PictureOrder {
  const wanted = { width, height }
  const limits = sizeLimits(card)
  return { wanted, asked: limits ? nearestSize(wanted, limits) : wanted, isLoose: limits === null }
}

export async function sharedFields(source: RemoteSource, request: FrameRequest): Promise<SharedFields> {
  const { steps, guidance, negativePrompt, reference } = source.base.abilities
  const start = reference ? request.reference : null
  return {
    model: source.model,
    size: sizeText(pictureOrder(source, request).asked),
    ...(steps && request.steps !== null
      ? { num_inference_steps: Math.min(steps.max, Math.max(steps.min, request.steps)) }
      : {}),
    ...(guidance && request.guidance !== null ? { guidance_scale: request.guidance } : {}),
    ...(negativePrompt && request.prompt.negative ? { negative_prompt: request.prompt.negative } : {}),
    ...(start ? { reference_image: await readFile(start.path, 'base64'), strength: start.strength } : {}),
  }
}

export const promptOf = (source: RemoteSource, request: FrameRequest): string =>
  joinPrompt(request.prompt, source.card) || 'a picture'

export const hasBatch = (source: RemoteSource): boolean => can(source.card, 'batch')
