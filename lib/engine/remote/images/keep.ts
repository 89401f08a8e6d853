import path from 'node:path'
import type { FrameRequest, MadeFrame } from '@/lib/engine/contract'
import { failed } from '../failure'
import { readPicture } from '../picture'
import { sizeText } from '../size'
import type { RemoteSource } from '../source'
import { writeMade } from '../write'
import { isPlain, pictureOrder } from './request'
import type { Made } from './schema'

/** The service's answer as a file in the folder, with what it was really made with. */
export async function keepPicture(
  source: RemoteSource,
  host: string,
  made: Made,
  request: FrameRequest,
  folder: string,
): Promise<MadeFrame> {
  const { card, model, base } = source
  if (!isPlain(source) && made.model && made.model !== model && !card.aliases?.includes(made.model)) {
    throw failed(host, `answered with a picture of ${made.model} instead of ${model}`)
  }
  const order = pictureOrder(source, request)
  const bytes = await readPicture(host, made.b64_json, order)
  const file = path.join(folder, 'frame.png')
  await writeMade(file, bytes)
  const facts = {
    engine: base.identity,
    model,
    seed: made.seed ?? null,
    steps: made.steps ?? null,
    device: card.device_name ?? card.device ?? null,
    drawn: sizeText(order.asked),
    ...(made.rung ? { rung: made.rung } : {}),
  }
  return { path: file, facts }
}
