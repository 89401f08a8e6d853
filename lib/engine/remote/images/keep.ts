import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '@/lib/base/errors'
import type { FrameRequest, MadeFrame } from '@/lib/engine/contract'
import { failed } from '../failure'
import type { RemoteSource } from '../source'
import { readPicture } from './picture'
import { isPlain, pictureOrder } from './request'
import type { Made } from './schema'
import { sizeText } from './size'

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
  await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    const isFull = error.code === 'ENOSPC'
    throw new StudioError(isFull ? 'disk_full' : 'storage_failed', 'the picture could not be written', {
      cause: error,
      retry: true,
    })
  })
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
