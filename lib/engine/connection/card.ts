/**
 * What a service says of its model: an entry of OpenAI's `/v1/models`. Only the id is sure; a server that is not ours
 * leaves the rest out. Examples of ours are in `inference/contract/models.json`.
 */
import { z } from 'zod'

const words = z.string().max(300).nullish().catch(null)
const count = z.number().finite().nullish().catch(null)
const counts = z.record(z.string(), z.unknown()).nullish().catch(null)

/** Whatever is of another type than expected counts as not said: a stranger's list must not make it unreachable. */
export const modelCardSchema = z.object({
  id: z.string().min(1).max(190),
  aliases: z.array(z.string().max(190)).nullish().catch(null),
  kind: words,
  family: words,
  revision: words,
  device: words,
  device_name: words,
  device_uuid: words,
  dtype: words,
  loaded: z.boolean().nullish().catch(null),
  capabilities: z.record(z.string(), z.unknown()).nullish().catch(null),
  defaults: counts,
  limits: counts,
  vram: z.object({ total_mb: z.number(), free_mb: count, used_mb: z.number() }).nullish().catch(null),
})
export type ModelCard = z.infer<typeof modelCardSchema>

export const modelsAnswerSchema = z.object({ data: z.array(modelCardSchema).max(5_000) })

/** Whether the service says that its model can do it. */
export const can = (card: ModelCard, what: string): boolean => card.capabilities?.[what] === true

/** A number among the model's limits or defaults, or null. */
export function figure(card: ModelCard, part: 'limits' | 'defaults', name: string): number | null {
  const value = card[part]?.[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
