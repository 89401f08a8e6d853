import { decodeStory } from '@/lib/project/arrive/decode-story'
import { isMarkdown } from '@/lib/project/arrive/schema'
import { subtitlesIn } from '@/lib/project/arrive/subtitles'

/** Room for 100 000 characters in any encoding, and no more to hold in memory. */
export const MOST_FILE_BYTES = 2_000_000

export type StoryFileProblem = 'fileKind' | 'fileSize' | 'fileEmpty'

/** What is brought in by an import, and not read into the sheet. */
export const isImported = (name: string): boolean => /\.(docx|zip|json)$/i.test(name)

export const isStoryFile = (name: string): boolean => /\.(txt|md|markdown|text)$/i.test(name)

/** Texts that are no stories; many a browser gives them no type. */
const isSubtitleFile = (name: string): boolean => /\.(srt|vtt)$/i.test(name)

/** The story in the file, or which problem it has; `found` is the type of a text that nobody would read aloud. */
export async function readStoryFile(
  file: File,
): Promise<{ story: string } | { problem: StoryFileProblem } | { found: string }> {
  const isText = isStoryFile(file.name) || isSubtitleFile(file.name) || file.type.startsWith('text/')
  if (!isText) return { problem: 'fileKind' }
  if (file.size > MOST_FILE_BYTES) return { problem: 'fileSize' }
  const text = decodeStory(new Uint8Array(await file.arrayBuffer()))
  const found = subtitlesIn(text)
  if (found) return { found }
  const story = isMarkdown(file.name) ? await plainOf(text) : text
  return story ? { story } : { problem: 'fileEmpty' }
}

/** Its reader is fetched by whoever brings Markdown. */
async function plainOf(text: string): Promise<string> {
  const { readMarkdown } = await import('@/lib/project/arrive/markdown')
  return readMarkdown(text).story
}
