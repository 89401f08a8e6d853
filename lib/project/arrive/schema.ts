/** What can be brought into the studio, what becomes of it, and why something is not taken. Free of Node. */
import type { FieldProblem } from '@/lib/base/errors'
import { BUNDLE_LIMITS } from '@/lib/bundle/schema'
import type { ProblemKind } from '@/lib/storyboard/problem'

export const ARRIVAL_LIMITS = {
  bytes: BUNDLE_LIMITS.bytes,
  /** Of a story or a storyboard. */
  textBytes: 8_000_000,
} as const

/** For a file chooser. */
export const ARRIVAL_ACCEPT =
  '.zip,.json,.txt,.md,.markdown,.docx,application/zip,application/json,text/plain,text/markdown'

/** By its name alone: stars and dashes of plain text are the writer's own. */
export const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name)

export const ARRIVAL_KINDS = ['project', 'storyboard', 'story'] as const

export interface Arrival {
  kind: (typeof ARRIVAL_KINDS)[number]
  project_id: string
  /** The target that writes the storyboard of a story; null where there is nothing to write. */
  task_id: string | null
  /** Takes and anchors that a storyboard names and this studio has not: they are made anew. */
  missing: number
}

/**
 * Why a file is not taken. It is empty; a damaged ZIP or Word document; a project file that was changed or comes from a
 * newer studio; a ZIP of something else; a document, old Word document, locked one, web page, picture, sound or video;
 * a file of another kind; no text at all.
 */
export const ARRIVAL_PROBLEMS = [
  'empty',
  'damaged_zip',
  'damaged_docx',
  'long_docx',
  'bundle',
  'newer',
  'foreign_zip',
  'document',
  'old_word',
  'locked_word',
  'web_page',
  'picture',
  'sound',
  'video',
  'other_type',
  'no_text',
] as const
export type ArrivalProblem = (typeof ARRIVAL_PROBLEMS)[number]

/** The details of a `bad_media` answer. */
export interface ArrivalRefusal {
  problem: ArrivalProblem
  /** What the file is (`PDF`, `PNG`); empty where that is not the point. */
  found: string
  /** What is wrong inside, for whoever looks into it; empty where that is not the point. */
  fault: string
}

/** Why a text is no story, or a JSON no storyboard; beside them stands what a field of a storyboard can have. */
export const CONTENT_PROBLEMS = ['story_long', 'no_words', 'json', 'no_storyboard', 'newer'] as const
export type ContentProblem = (typeof CONTENT_PROBLEMS)[number]

/** One of the details of an `invalid_input` answer. `value`: a limit, a line, a list of choices. */
export interface ContentFault extends FieldProblem {
  problem: ContentProblem | ProblemKind
  value: string
}
