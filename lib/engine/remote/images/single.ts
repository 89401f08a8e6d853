import type { FrameRequest, MadeFrame } from '@/lib/engine/contract'
import type { EngineContext } from '../../contract'
import { withoutRefused } from '../dialect'
import { digestOf } from '../digest'
import { callService } from '../http'
import type { RemoteSource } from '../source'
import { keepPicture } from './keep'
import { isPlain, promptOf, sharedFields } from './request'
import { generationSchema } from './schema'

/** One picture may wait behind others that the service draws. */
const DEADLINE_MS = 10 * 60_000

/** What OpenAI's own servers refuse; a size they do not know gives way to one that all of them do. */
const PLAIN = { response_format: null, seed: null, size: '1024x1024' }

/** `POST /v1/images/generations`: what every server of this kind has. */
export async function drawOne(
  source: RemoteSource,
  request: FrameRequest,
  { folder, signal, onProgress }: EngineContext,
): Promise<MadeFrame> {
  const fields = {
    ...(await sharedFields(source, request)),
    prompt: promptOf(source, request),
    n: 1,
    seed: request.seed,
    response_format: 'b64_json',
  }
  const made = await source.pool.use(signal, (address) =>
    withoutRefused(fields, isPlain(source) ? PLAIN : {}, async (json) => {
      const answer = await callService(address, {
        path: '/v1/images/generations',
        json,
        idempotencyKey: digestOf(folder, JSON.stringify(json)),
        deadlineMs: DEADLINE_MS,
        signal,
      })
      const { data } = await answer.json(generationSchema)
      const [first] = data
      return first && (await keepPicture(source, answer.host, first, request, folder))
    }),
  )
  if (!made) throw new TypeError('the schema holds at least one picture')
  onProgress({ ratio: 1 })
  return made
}
