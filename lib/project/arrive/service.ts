/**
 * Arrive: what somebody brings becomes a project: a project file (ZIP) with all that was made, a storyboard, or a story
 * as plain text, Markdown or Word document. It is known by its bytes, never by its name.
 */
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { invalidInput, StudioError } from '@/lib/base/errors'
import { checkInput, cleanText } from '@/lib/base/http-body'
import { PROJECT_ENTRY } from '@/lib/bundle/schema'
import { withUploadFolder } from '@/lib/storage/attempt'
import { type IncomingFile, receiveBody } from '@/lib/upload/receive'
import { unpackBundle } from '../bundle/unpack'
import { briefSchema } from '../schema'
import { createProject } from '../service'
import { decodeStory } from './decode-story'
import { isDocx, listZip, readDocx } from './docx'
import { ARRIVAL_LIMITS, type Arrival } from './schema'
import { arriveStoryboard } from './storyboard-file'

/** Throws `too_large`, `bad_media` and `invalid_input` saying what is wrong; then nothing was changed. */
export async function arriveFile(incoming: IncomingFile & { label: string }): Promise<Arrival> {
  return await withUploadFolder(async (folder) => {
    const file = path.join(folder, 'source')
    const { bytes } = await receiveBody(RULES, incoming, file)
    if (await isZip(file)) {
      const names = await listZip(file)
      if (names.has(PROJECT_ENTRY)) {
        const { projectId } = await unpackBundle(file, { folder, signal: incoming.signal })
        return { kind: 'project', project_id: projectId, task_id: null }
      }
      if (isDocx(names)) return await arriveStory(await readDocx(file), incoming.label)
      throw refuse('this ZIP holds neither a project of the studio nor a Word document')
    }
    if (bytes > ARRIVAL_LIMITS.textBytes) throw tooLarge(ARRIVAL_LIMITS.textBytes)
    const text = decodeStory(await readFile(file))
    if (text.includes('\u0000') || text.includes('\ufffd')) throw refuse('this is no text')
    const board = jsonIn(text, incoming.label)
    if (board === undefined) return await arriveStory(text, incoming.label)
    return { kind: 'storyboard', project_id: await arriveStoryboard(board), task_id: null }
  })
}

const tooLarge = (bytes: number): StudioError =>
  new StudioError('too_large', `import beyond ${bytes} bytes`, {
    userMessage: `This file is too large: at most ${bytes / 1_000_000} MB can be imported. Nothing was changed.`,
    details: { limit_bytes: bytes },
  })

const refuse = (what: string): StudioError =>
  new StudioError('bad_media', `import refused: ${what}`, {
    userMessage: `This file cannot be imported: ${what}. Nothing was changed.`,
    details: { problem: 'import' },
  })

const RULES = {
  bytes: ARRIVAL_LIMITS.bytes,
  tooLarge: () => tooLarge(ARRIVAL_LIMITS.bytes),
  empty: () => refuse('it is empty'),
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && ['504b0304', '504b0506', '504b0708'].includes(buffer.toString('hex'))
  } finally {
    await handle.close()
  }
}

/** Undefined for a story. A story may begin with a brace, so only a name or its own words make it JSON. */
function jsonIn(text: string, label: string): unknown {
  const isNamed = /\.json$/i.test(label)
  if (!isNamed && !text.startsWith('{')) return undefined
  try {
    return JSON.parse(cleanText(text), (name, member) => (name === '__proto__' ? undefined : member))
  } catch {
    if (!isNamed) return undefined
    throw invalidInput([{ field: 'file', expected: 'must be valid JSON' }])
  }
}

async function arriveStory(story: string, label: string): Promise<Arrival> {
  const brief = checkInput(briefSchema, { story, title: titleOf(label) })
  const { projectId, targetId } = await createProject(brief, { make: 'storyboard' })
  return { kind: 'story', project_id: projectId, task_id: targetId }
}

/** Without the ending; a nameless file is named by whoever writes its storyboard. */
function titleOf(label: string): string | undefined {
  return label.replace(/\.[A-Za-z0-9]{1,8}$/, '').trim() || undefined
}
