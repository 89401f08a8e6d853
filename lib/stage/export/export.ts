import { StudioError } from '@/lib/base/errors'
import type { StageHandler } from '../contract'
import { drawPdf, packZip } from './documents'
import { encodeSound, resize } from './film-file'

/** By the format that a recipe names. */
const HANDLERS: Record<string, StageHandler> = { mp4: resize, mp3: encodeSound, pdf: drawPdf, zip: packZip }

/** Makes a file to take away. */
export const makeExport: StageHandler = async (task, context) => {
  const format = String(task.recipe.params.format)
  const handler = HANDLERS[format]
  if (!handler) throw new StudioError('internal', `no export of the format ${format}`)
  await handler(task, context)
}
