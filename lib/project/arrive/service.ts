/**
 * Arrive: what somebody brings becomes a project: a project file (ZIP) with all that was made, a storyboard, or a story
 * as plain text, Markdown or Word document. It is known by its bytes; its name only says what one that does
 * not open was meant to be.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkInput, cleanText } from '@/lib/base/http-body'
import { PROJECT_ENTRY } from '@/lib/bundle/schema'
import { withUploadFolder } from '@/lib/storage/attempt'
import { LIMITS } from '@/lib/storyboard/schema'
import { isSpeakable, SPEAKABLE_TEXT } from '@/lib/storyboard/speakable'
import { type IncomingFile, receiveBody } from '@/lib/upload/receive'
import { briefSchema } from '../schema'
import { createProject } from '../service'
import { unpackBundle } from './bundle/unpack'
import { decodeStory } from './decode-story'
import { isDocx, listZip, readDocx } from './docx'
import { damagedOf, foreignFile, foreignZip, headOf, isNamedZip, isZipHead } from './file-kind'
import { readMarkdown } from './markdown'
import { RULES, refuseContent, refuseFile, tooLarge } from './refusal'
import { ARRIVAL_LIMITS, type Arrival, isMarkdown } from './schema'
import { arriveStoryboard } from './storyboard-file'

/** Throws `too_large`, `bad_media` and `invalid_input` saying what is wrong; then nothing was changed. */
export async function arriveFile(incoming: IncomingFile & { label: string }): Promise<Arrival> {
  const { label, signal } = incoming
  return await withUploadFolder(async (folder) => {
    const file = path.join(folder, 'source')
    const { bytes } = await receiveBody(RULES, incoming, file)
    const head = await headOf(file)
    if (isZipHead(head)) return await arriveZip(file, { folder, label, signal })
    const foreign = await foreignFile(file, head, label)
    // A login or an error page is what a download often saves under the name of a file.
    const isDamaged = isNamedZip(label) && (foreign === null || foreign.problem === 'web_page')
    if (isDamaged) throw refuseFile(damagedOf(label))
    if (foreign) throw refuseFile(foreign.problem, foreign)
    if (bytes > ARRIVAL_LIMITS.textBytes) throw tooLarge(ARRIVAL_LIMITS.textBytes)
    const text = decodeStory(await readFile(file))
    if (text.includes('\u0000') || text.includes('\ufffd')) throw refuseFile('no_text')
    const board = jsonIn(text, label)
    if (board === undefined) return await arriveText(text, label)
    const { projectId, missing } = await arriveStoryboard(board)
    return { kind: 'storyboard', project_id: projectId, task_id: null, missing }
  })
}

async function arriveZip(
  file: string,
  { folder, label, signal }: { folder: string; label: string; signal: AbortSignal },
): Promise<Arrival> {
  const names = await listZip(file, damagedOf(label))
  if (names.has(PROJECT_ENTRY)) {
    const { projectId } = await unpackBundle(file, { folder, signal })
    return { kind: 'project', project_id: projectId, task_id: null, missing: 0 }
  }
  if (isDocx(names)) {
    const { title, story } = await readDocx(file)
    return await arriveStory(story, label, title)
  }
  const { problem, found } = foreignZip(names)
  throw refuseFile(problem, { found })
}

/** Undefined for a story. A story may begin with a brace, so only a name or its own words make it JSON. */
function jsonIn(text: string, label: string): unknown {
  const isNamed = /\.json$/i.test(label)
  if (!isNamed && !text.startsWith('{')) return undefined
  try {
    return JSON.parse(cleanText(text), (name, member) => (name === '__proto__' ? undefined : member))
  } catch {
    if (!isNamed) return undefined
    throw refuseContent([{ field: 'file', expected: 'must be valid JSON', problem: 'json', value: '' }])
  }
}

async function arriveText(text: string, label: string): Promise<Arrival> {
  if (!isMarkdown(label)) return await arriveStory(text, label)
  const { title, story } = readMarkdown(text)
  return await arriveStory(story, label, title)
}

async function arriveStory(story: string, label: string, title = ''): Promise<Arrival> {
  const limit = LIMITS.storyChars
  if (story.length > limit) {
    const expected = `must be at most ${limit.toLocaleString('en')} characters`
    throw refuseContent([{ field: 'story', expected, problem: 'story_long', value: String(limit) }])
  }
  if (!isSpeakable(story)) {
    throw refuseContent([{ field: 'story', expected: SPEAKABLE_TEXT, problem: 'no_words', value: '' }])
  }
  const brief = checkInput(briefSchema, {
    story,
    title: [...title].slice(0, LIMITS.titleChars).join('') || titleOf(label),
  })
  const { projectId, targetId } = await createProject(brief, { make: 'storyboard' })
  return { kind: 'story', project_id: projectId, task_id: targetId, missing: 0 }
}

/** Without the ending; a nameless file is named by whoever writes its storyboard. */
function titleOf(label: string): string | undefined {
  return label.replace(/\.[A-Za-z0-9]{1,8}$/, '').trim() || undefined
}
