/** One address looked at: whether it serves, and which model. Never throws: what is wrong is what it saw. */
import { z } from 'zod'
import { errorShape, isStudioError } from '@/lib/base/errors'
import { log } from '@/lib/base/log'
import type { ServiceAnswer } from '@/lib/engine/remote/http'
import { askAddress, type Look } from './ask'
import { type ModelCard, modelCardSchema, modelsAnswerSchema } from './card'
import { lookAtOllama } from './look-ollama'
import type { AddressView, Connection } from './schema'

const readySchema = z.object({
  status: z.string().catch(''),
  reason: z.string().max(500).catch(''),
  queue: z.object({ waiting: z.number(), running: z.number() }).nullish().catch(null),
})

export async function lookAt(connection: Connection, url: string): Promise<Look> {
  const view: AddressView = {
    url,
    state: 'unavailable',
    message: '',
    fix: '',
    latencyMs: null,
    model: null,
    device: null,
    dtype: null,
    loaded: null,
    memory: null,
    waiting: null,
    checkedAt: new Date().toISOString(),
  }
  try {
    const asOllama = connection.service === 'ollama' ? await lookAtOllama(connection, view) : null
    return withoutKey(asOllama ?? (await lookAtService(connection, view)), connection.key)
  } catch (error) {
    // A fault of ours would else look like an address that is away.
    if (!isStudioError(error)) log.error({ err: error, service: connection.service }, 'look')
    const fix = 'Start it, or check its address.'
    return { view: { ...view, message: errorShape(error).message, fix }, card: null }
  }
}

/** Some services repeat the key that they were sent. */
function withoutKey(look: Look, key: string | null): Look {
  if (!key) return look
  const clean = (text: string) => text.replaceAll(key, '***')
  const { view } = look
  return { ...look, view: { ...view, message: clean(view.message), fix: clean(view.fix) } }
}

async function lookAtService(connection: Connection, view: AddressView): Promise<Look> {
  const startedAt = performance.now()
  const ready = await readReady(await askAddress(connection, view.url, '/readyz'))
  const latencyMs = Math.round(performance.now() - startedAt)
  const models = await askAddress(connection, view.url, '/v1/models')
  const found = chooseModel(connection, await readModels(models))
  const { card } = found
  const notReady = ready?.state === 'ready' ? null : ready
  const wrong = isKeyMissing(models) ? KEY_WRONG : (notReady ?? found.wrong)
  return {
    card,
    view: {
      ...view,
      ...(wrong ?? { state: 'ready', message: '', fix: '' }),
      latencyMs,
      model: card?.id ?? null,
      device: card?.device_name ?? card?.device ?? null,
      dtype: card?.dtype ?? null,
      loaded: card?.loaded ?? null,
      memory: card?.vram ? { totalMb: card.vram.total_mb, usedMb: card.vram.used_mb } : null,
      waiting: ready?.waiting ?? null,
    },
  }
}

type Wrong = Pick<AddressView, 'state' | 'message' | 'fix'>

const KEY_WRONG: Wrong = { state: 'unavailable', message: 'It wants another key.', fix: 'Set its key.' }
const isKeyMissing = ({ status }: ServiceAnswer): boolean => status === 401 || status === 403

/** What it says of itself; null from a server without this question, which is not ours and judged by its models. */
async function readReady(answer: ServiceAnswer): Promise<(Wrong & { waiting: number | null }) | null> {
  const text = (await answer.bytes()).toString('utf8')
  if (isKeyMissing(answer) || (answer.status >= 300 && answer.status < 500)) return null
  const { status, reason, queue } = parseReady(text)
  const waiting = queue ? queue.waiting + queue.running : null
  if (answer.status < 300) return { state: 'ready', message: '', fix: '', waiting }
  if (status === 'loading') return { state: 'loading', message: reason, fix: '', waiting }
  const fix = status === 'model_missing' ? 'Fetch the model, or choose another one.' : 'Look into its log.'
  const message = reason || `It answers with status ${answer.status}.`
  return { state: 'unavailable', message, fix, waiting }
}

function parseReady(text: string): z.infer<typeof readySchema> {
  try {
    return readySchema.parse(JSON.parse(text))
  } catch {
    return { status: '', reason: '', queue: null }
  }
}

/** Null when the server has no such list. */
async function readModels(answer: ServiceAnswer): Promise<ModelCard[] | null> {
  const bytes = await answer.bytes()
  if (answer.status < 200 || answer.status >= 300) return null
  try {
    return modelsAnswerSchema.parse(JSON.parse(bytes.toString('utf8'))).data
  } catch {
    return null
  }
}

const KIND = { images: 'image', videos: 'video', speech: 'speech', ollama: '' } as const

function chooseModel(
  { service, model }: Connection,
  offered: ModelCard[] | null,
): { card: ModelCard | null; wrong: Wrong | null } {
  const unavailable = (message: string, fix: string): Wrong => ({ state: 'unavailable', message, fix })
  if (!offered?.length) {
    // A server that does not list its models takes the name it is given.
    if (model !== null) return { card: modelCardSchema.parse({ id: model }), wrong: null }
    return { card: null, wrong: unavailable('It does not say which models it has.', 'Name a model.') }
  }
  if (model !== null) {
    const named = offered.find(({ id, aliases }) => id === model || aliases?.includes(model))
    if (named) return { card: named, wrong: null }
    const names = offered.slice(0, 5).map(({ id }) => id)
    return {
      card: null,
      wrong: unavailable(`It does not offer ${model}.`, `Choose one of ${names.join(', ')}.`),
    }
  }
  const fitting = offered.filter(({ kind }) => !kind || kind === KIND[service])
  if (fitting[0]) return { card: fitting[0], wrong: null }
  const kind = offered[0]?.kind ?? ''
  return {
    card: null,
    wrong: unavailable(`It serves ${kind} models.`, 'Put its address where it belongs.'),
  }
}
