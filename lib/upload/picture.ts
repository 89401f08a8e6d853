import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { checkPicture } from '@/lib/asset/check-picture'
import { StudioError } from '@/lib/base/errors'
import { asStorageError } from '@/lib/storage/failure'
import { LIMITS } from '@/lib/storyboard/schema'
import { readPictureHead } from './picture-head'
import { refusal } from './refusal'
import { LEAST_SIDE, UPLOAD_LIMITS } from './schema'
import { sniffPicture } from './sniff'

const run = promisify(execFile)

/** From the working folder, not `import.meta.url`: a bundler would take that for an asset of its own. */
const PROGRAM = path.join(process.cwd(), 'lib/upload/draw-picture.mjs')
/** Sixty-four million pixels take two seconds. */
const PATIENCE_MS = 60_000
/** Longer to shorter side. */
const MAX_SHAPE = 4
/** Noise of the greatest size, which no PNG makes smaller. */
const MAX_PNG_BYTES = 4 * LIMITS.maxSide ** 2

export interface FittedPicture {
  path: string
  facts: Record<string, unknown>
}

/**
 * A PNG of an uploaded picture, in its own shape (the camera covers the film with it, so another format needs no other
 * upload) and at most as large as any frame. Throws `bad_media`.
 */
export async function fitPicture(
  source: string,
  folder: string,
  signal: AbortSignal,
): Promise<FittedPicture> {
  const type = await sniffPicture(source)
  const head = readPictureHead(await readFile(source), type)
  if (!head) throw refusal('frame', 'broken')
  const { width, height } = head
  const pixels = `${width}×${height}`
  if (width * height > UPLOAD_LIMITS.frame.pixels) throw refusal('frame', 'too_many_pixels', pixels)
  if (Math.min(width, height) < LEAST_SIDE) throw refusal('frame', 'too_small', pixels)
  if (!head.isWhole) throw refusal('frame', 'broken')
  const png = await draw({ source, maxSide: LIMITS.maxSide, maxShape: MAX_SHAPE }, signal)
  const drawn = readPictureHead(png, 'png')
  if (!drawn) throw refusal('frame', 'broken')
  const size = { width: drawn.width, height: drawn.height }
  const target = path.join(folder, 'frame.png')
  await writeFile(target, png).catch((error) => {
    throw asStorageError(error, 'write an uploaded picture')
  })
  await checkPicture(target, size)
  return { path: target, facts: { ...size, original: { type, width, height } } }
}

interface Drawing {
  source: string
  maxSide: number
  maxShape: number
}

/** The PNG, as `draw-picture.mjs` draws it. */
async function draw(drawing: Drawing, signal: AbortSignal): Promise<Buffer> {
  try {
    const { stdout } = await run(process.execPath, [PROGRAM, JSON.stringify(drawing)], {
      // It needs no variable of ours, and a process that reads strangers' bytes should not see our secrets.
      env: { NODE_ENV: 'production' },
      encoding: 'buffer',
      maxBuffer: MAX_PNG_BYTES,
      signal,
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
    })
    return stdout
  } catch (error) {
    if (signal.aborted) throw new StudioError('cancelled', 'the upload was broken off', { cause: error })
    throw refusal('frame', 'broken', '', error)
  }
}
