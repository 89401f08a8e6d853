import { z } from 'zod'
import { notServing } from '@/lib/engine/remote/failure'
import type { ServiceAnswer } from '@/lib/engine/remote/http'
import { askAddress, type Look } from './ask'
import { modelCardSchema } from './card'
import type { AddressView, Connection } from './schema'

/** Small enough for any machine; what the studio is tried with. */
export const USUAL_MODEL = 'qwen2.5:0.5b'

const versionSchema = z.object({ version: z.string() })
const tagsSchema = z.object({
  models: z
    .array(
      z.object({
        name: z.string(),
        digest: z.string(),
        details: z
          .object({ family: z.string().nullish(), quantization_level: z.string().nullish() })
          .nullish()
          .catch(null),
      }),
    )
    .max(5_000),
})
const loadedSchema = z.object({
  models: z.array(z.object({ name: z.string(), size_vram: z.number().nullish() })).nullish(),
})

/**
 * Ollama speaks a dialect of its own: its tags are its models, and what is loaded is in another list. Null when another
 * server is there, which is asked as OpenAI's would be.
 */
export async function lookAtOllama(connection: Connection, view: AddressView): Promise<Look | null> {
  const read = async <T>(answer: ServiceAnswer, schema: z.ZodType<T>): Promise<T> => {
    if (answer.status === 200) return answer.json(schema)
    throw notServing(answer.host, `it answers with status ${answer.status}.`, 'Is it Ollama?')
  }
  const ask = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
    read(await askAddress(connection, view.url, path), schema)
  const startedAt = performance.now()
  const version = await askAddress(connection, view.url, '/api/version')
  if (version.status !== 200 && version.status < 500) return null
  await read(version, versionSchema)
  const latencyMs = Math.round(performance.now() - startedAt)
  const { models } = await ask('/api/tags', tagsSchema)
  const named = (name: string) =>
    models.find((model) => model.name === name || model.name === `${name}:latest`)
  const model = connection.model === null ? (named(USUAL_MODEL) ?? models[0]) : named(connection.model)
  if (!model) {
    const missing = connection.model ?? USUAL_MODEL
    const message = `Ollama has no model ${missing}.`
    return { card: null, view: { ...view, latencyMs, message, fix: `Run: ollama pull ${missing}` } }
  }
  // Older versions do not have it, and nothing hangs on it.
  const running = (await ask('/api/ps', loadedSchema).catch(() => null))?.models
  const loaded = running?.find(({ name }) => name === model.name)
  const device = loaded ? (loaded.size_vram ? 'gpu' : 'cpu') : null
  const card = modelCardSchema.parse({
    id: model.name,
    revision: model.digest.replace(/^sha256:/, '').slice(0, 12),
    family: model.details?.family,
    dtype: model.details?.quantization_level,
    device,
    loaded: running ? loaded !== undefined : null,
  })
  const { dtype = null, loaded: isLoaded = null } = card
  return {
    card,
    view: { ...view, state: 'ready', latencyMs, model: model.name, device, dtype, loaded: isLoaded },
  }
}
