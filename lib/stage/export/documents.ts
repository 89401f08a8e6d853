import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { keepAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import type { BundleContent } from '@/lib/bundle/schema'
import { packBundle } from '@/lib/bundle/write'
import { drawPaper } from '@/lib/paper/pdf'
import type { Paper } from '@/lib/paper/schema'
import { asStorageError } from '@/lib/storage/failure'
import type { StageContext, StageHandler, StageTask } from '../contract'
import { fetchAsset, needAsset } from '../inputs'

/** The storyboard as a PDF. */
export const drawPdf: StageHandler = async (task, context) => {
  const paper = await contentOf<Paper>(task, context)
  const onScene = (done: number) => context.onProgress({ ratio: done / paper.scenes.length })
  await keep(task, context, 'pdf', await drawPaper(paper, onScene))
}

/** The project with all that it is made of as a ZIP. */
export const packZip: StageHandler = async (task, context) => {
  const content = await contentOf<BundleContent>(task, context)
  const total = content.assets.reduce((sum, asset) => sum + asset.bytes, 1)
  let packed = 0
  const count = (bytes: number) => {
    packed += bytes
    context.onProgress({ ratio: Math.min(1, packed / total) })
  }
  await keep(task, context, 'zip', packBundle(content), count)
}

/** The studio wrote it itself, and its digest is in the recipe. */
async function contentOf<T>({ recipe }: StageTask, { folder }: StageContext): Promise<T> {
  const content = await needAsset(recipe.inputs.content)
  return JSON.parse(await readFile(await fetchAsset(content, folder, 'content.json'), 'utf8')) as T
}

const MEDIA_TYPES = { pdf: 'application/pdf', zip: 'application/zip' } as const

async function keep(
  task: StageTask,
  { folder, signal }: StageContext,
  extension: keyof typeof MEDIA_TYPES,
  stream: Readable,
  onBytes?: (bytes: number) => void,
): Promise<void> {
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      onBytes?.(chunk.length)
      yield chunk
    }
  }
  const filePath = path.join(folder, `made.${extension}`)
  try {
    await pipeline(stream, counted, createWriteStream(filePath), { signal })
  } catch (error) {
    if (signal.aborted) throw new StudioError('cancelled', 'the export was stopped', { cause: error })
    throw asStorageError(error, 'write an export')
  }
  await keepAsset({ ...task, filePath, extension, mediaType: MEDIA_TYPES[extension], facts: {} })
}
