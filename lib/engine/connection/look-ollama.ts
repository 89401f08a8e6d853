import { z } from 'zod'
import { notServing } from '@/lib/engine/remote/failure'
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

/** Any other server that writes is asked as OpenAI's would be. */
export async function speaksOllama(connection: Connection, url: string): Promise<boolean> {
  const { status } = await askAddress(connection, url, '/api/version')
  return status === 200 || status >= 500
}

/** Ollama speaks a dialect of its own: its tags are its models, and what is loaded is in another list. */
export async function lookAtOllama(connection: Connection, view: AddressView): Promise<Look> {
  const ask = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    const answer = await askAddress(connection, view.url, path)
    if (answer.status === 200) return answer.json(schema)
    throw notServing(answer.host, `it answers with status ${answer.status}.`, 'Is it Ollama?')
  }
  const startedAt = performance.now()
  await ask('/api/version', versionSchema)
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
