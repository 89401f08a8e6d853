import { createCanvas } from '@napi-rs/canvas'
import {
  type Answering,
  drip,
  FAILED,
  fail,
  problem,
  type Served,
  type ServiceOptions,
  send,
  serve,
  written,
} from './service'

export interface ImagesOptions extends ServiceOptions {
  /** What `/v1/models` says of the model, over what it says by itself. */
  capabilities?: Partial<
    Record<'batch' | 'preview' | 'reference_image' | 'negative_prompt' | 'guidance', boolean>
  >
  limits?: Record<string, number>
}

interface Asked {
  prompt?: string
  seed?: number
  size?: string
  num_inference_steps?: number
  guidance_scale?: number
  negative_prompt?: string
  reference_image?: string
  response_format?: string
  items?: { id: string; prompt: string; seed?: number }[]
}

const LIMITS = {
  min_side: 64,
  max_side: 1536,
  multiple: 8,
  max_pixels: 1_048_576,
  min_steps: 1,
  max_steps: 8,
  max_batch: 8,
  prompt_chars: 4000,
}

/** txt2img: `/v1/images/generations`, and `/v1/images/batch` unless it is plain. */
export const imagesService = (options: ImagesOptions = {}) =>
  serve(options, (card): Served => {
    const { plain = false, model = 'stabilityai/sd-turbo', revision = 'b261bac6fd2c', paceMs = 0 } = options
    const limits = { ...LIMITS, ...options.limits }
    const capabilities = {
      batch: true,
      preview: true,
      reference_image: true,
      negative_prompt: false,
      guidance: false,
      ...options.capabilities,
    }

    const single = async (answering: Answering) => {
      const { call, response, signal, fault } = answering
      const asked = call.json as Asked
      const wrong = plain ? undefined : wrongSize(asked.size, limits)
      if (wrong) return fail(response, 400, 'invalid', wrong)
      const made = await card.take(
        model,
        async (pause) => {
          await pause(paceMs)
          return draw(asked, asked.prompt ?? '', asked.seed, fault?.kind === 'wrong-size')
        },
        signal,
      )
      const b64_json = encoded(made.png, fault)
      const data = [plain ? { b64_json } : { b64_json, ...made.facts, model }]
      const body = Buffer.from(JSON.stringify({ created: 1_732_000_000, data }))
      await send(
        // The JSON is whole where the picture in it is not.
        fault?.kind === 'truncated' ? { ...answering, fault: undefined } : answering,
        body,
        {
          'Content-Type': 'application/json',
          ...(plain ? {} : { 'X-Seed': String(made.facts.seed), 'X-Model': model }),
        },
      )
    }

    const batch = async ({ call, response, signal, fault, spoilt, die }: Answering) => {
      const asked = call.json as Asked
      const items = asked.items ?? []
      const wrong = wrongSize(asked.size, limits)
      if (wrong) return fail(response, 400, 'invalid', wrong)
      if (items.length === 0 || items.length > limits.max_batch) {
        return fail(response, 400, 'invalid', `items must be 1 to ${limits.max_batch}`)
      }
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
      const say = (event: unknown) => written(response, `${JSON.stringify(event)}\n`)
      await say({ event: 'accepted', items: items.length, model })
      let errors = 0
      await card.take(
        model,
        async (pause) => {
          const steps = asked.num_inference_steps ?? 2
          for (let step = 1; step <= steps; step++) {
            await pause((paceMs * items.length) / steps)
            for (const { id } of items) await say({ event: 'progress', item: id, step, steps })
          }
          for (const [i, item] of items.entries()) {
            // A dying batch loses what it had not said: all of a batch of one.
            const isCut = i > 0 || items.length === 1
            if (isCut && fault?.kind === 'die') return await die()
            if (isCut && fault?.kind === 'cut') return response.destroy()
            // A fault is the first item's alone: the others are settled by themselves.
            const own = (i === 0 ? fault : undefined) ?? spoilt(item.seed)
            if (own?.kind === 'says' || own?.kind === 'status') {
              errors += 1
              const error =
                own.kind === 'status'
                  ? problem(own.code ?? 'inference_failed', FAILED, own.retryable)
                  : problem('gpu_out_of_memory', 'The GPU ran out of memory.', true)
              await say({ event: 'item_error', item: item.id, error })
              continue
            }
            const made = draw(asked, item.prompt, item.seed, own?.kind === 'wrong-size')
            const b64_json = encoded(made.png, own)
            const event = { event: 'item', item: item.id, b64_json, ...made.facts, model }
            if (own?.kind === 'drip')
              await drip(response, Buffer.from(`${JSON.stringify(event)}\n`), own, signal)
            else await say(event)
          }
        },
        signal,
      )
      if (response.destroyed) return
      await say({ event: 'done', items: items.length - errors, errors })
      response.end()
    }

    const facts = {
      kind: 'image',
      family: 'sd-turbo',
      revision,
      device: 'cuda:0',
      device_name: card.name,
      device_uuid: card.uuid,
      dtype: 'float16',
      loaded: true,
      capabilities,
      defaults: { width: 512, height: 512, steps: 2, guidance: 0 },
      limits,
      vram: { total_mb: 24_564, free_mb: 18_310, used_mb: 5_120 },
    }
    const hasBatch = !plain && capabilities.batch
    return {
      routes: {
        'POST /v1/images/generations': single,
        ...(hasBatch ? { 'POST /v1/images/batch': batch } : {}),
      },
      main: ['POST /v1/images/generations', 'POST /v1/images/batch'],
      seedOf: ({ json }) => (json as Asked).seed,
      models: {
        object: 'list',
        data: [
          {
            id: model,
            object: 'model',
            created: 1_732_000_000,
            owned_by: 'somebody',
            ...(plain ? {} : facts),
          },
        ],
      },
    }
  })

function wrongSize(size: string | undefined, limits: typeof LIMITS): string | undefined {
  const [width = 0, height = 0] = (size ?? '512x512').split('x').map(Number)
  const isRight = [width, height].every(
    (side) => side >= limits.min_side && side <= limits.max_side && side % limits.multiple === 0,
  )
  if (isRight && width * height <= limits.max_pixels) return undefined
  return `size must be WIDTHxHEIGHT, each a multiple of ${limits.multiple} from ${limits.min_side} to ${limits.max_side}`
}

function encoded(png: Buffer, fault: Answering['fault']): string {
  return (fault?.kind === 'truncated' ? png.subarray(0, Math.floor(png.length * 0.6)) : png).toString(
    'base64',
  )
}

/** Colours by prompt and seed: the same request the same picture, another one another. */
function draw(asked: Asked, prompt: string, given: number | undefined, isWrong: boolean) {
  const [width = 512, height = 512] = (asked.size ?? '512x512').split('x').map(Number)
  const seed = given ?? 1
  let hue = seed % 360
  for (const char of prompt) hue = (hue * 31 + (char.codePointAt(0) ?? 0)) % 360
  const canvas = createCanvas(isWrong ? 96 : width, isWrong ? 32 : height)
  const ink = canvas.getContext('2d')
  ink.fillStyle = `hsl(${hue} 60% 45%)`
  ink.fillRect(0, 0, canvas.width, canvas.height)
  ink.fillStyle = `hsl(${(hue + 120) % 360} 70% 70%)`
  ink.fillRect(canvas.width / 4, canvas.height / 4, canvas.width / 2, canvas.height / 2)
  return {
    png: canvas.toBuffer('image/png'),
    facts: { seed, steps: asked.num_inference_steps ?? 2, width, height },
  }
}
