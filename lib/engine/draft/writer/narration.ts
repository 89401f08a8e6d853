import type { Sentence } from './sentences'
import type { Shot } from './shots'

/** What is spoken in a shot: the author's text from its first sentence to its last; later shots of the same sentences are silent. */
export function narrationOf(story: string, sentences: Sentence[], shot: Shot): string {
  const first = sentences[shot.from]
  const last = sentences[shot.to - 1]
  if (!first || !last || shot.part > 0) return ''
  return story.slice(first.start, last.end).replace(/\s*\n\s*/g, '\n')
}
