import { invalidInput, StudioError } from '@/lib/base/errors'
import { ARRIVAL_LIMITS, type ArrivalProblem, type ArrivalRefusal, type ContentFault } from './schema'

const BRING =
  'Bring a story as text, Markdown or Word document (.docx), a storyboard (JSON) or a project file (ZIP).'
const BY_HAND = 'Bring pictures, clips and recordings to a scene of a film, as its takes.'

const SENTENCES: Record<Exclude<ArrivalProblem, 'bundle'>, (found: string) => string> = {
  empty: () => `The file is empty. ${BRING}`,
  damaged_zip: () => 'This ZIP is damaged or was cut short. Export or download it again.',
  damaged_docx: () =>
    'This Word document is damaged, or is none. Open it in Word and save it again as .docx, or bring its text as .txt.',
  long_docx: () => 'This Word document is too long for one film. Bring it in parts.',
  newer: () => 'This was made by a newer studio. Update this one, then import it again.',
  foreign_zip: () => `This ZIP holds neither a project of the studio nor a Word document. ${BRING}`,
  document: (found) => `This is a ${found} document. Save its text as .docx or .txt and bring that.`,
  old_word: () => 'This is a document of an old Office (such as .doc). Save it as .docx and bring that.',
  locked_word: () => 'This Word document has a password. Save it without one and bring that.',
  web_page: () => 'This is a web page. Save its text as .txt or .docx and bring that.',
  picture: (found) => `This is a picture (${found}). ${BY_HAND}`,
  sound: (found) => `This is a sound (${found}). ${BY_HAND}`,
  video: (found) => `This is a video (${found}). ${BY_HAND}`,
  other_type: (found) => `This is a file of type ${found}. ${BRING}`,
  no_text: () => `This is no text. ${BRING}`,
}

interface RefusedFor {
  found?: string
  fault?: string
  cause?: unknown
}

/** `bad_media` that says what the file is and what to bring; the details say the same to a program. */
export function refuseFile(
  problem: Exclude<ArrivalProblem, 'bundle'>,
  { found = '', fault = '', cause }: RefusedFor = {},
): StudioError {
  const details: ArrivalRefusal = { problem, found, fault }
  return new StudioError('bad_media', `import refused: ${problem} ${found} ${fault}`.trim(), {
    cause,
    userMessage: `${SENTENCES[problem](found)}${fault && ` What was found: ${fault}.`} Nothing was changed.`,
    details,
  })
}

/** `bad_media` that says what is wrong with a project file. */
export function refuseBundle(fault: string, cause?: unknown): StudioError {
  const details: ArrivalRefusal = { problem: 'bundle', found: '', fault }
  return new StudioError('bad_media', `project file refused: ${fault}`, {
    cause,
    userMessage: `This project file cannot be used: ${fault}. Nothing was changed.`,
    details,
  })
}

/** `invalid_input` for what can be read and is still no story or storyboard. */
export const refuseContent = (faults: readonly ContentFault[]): StudioError => invalidInput([...faults])

export const tooLarge = (bytes: number): StudioError =>
  new StudioError('too_large', `import beyond ${bytes} bytes`, {
    userMessage: `This file is too large: at most ${bytes / 1_000_000} MB can be imported. Nothing was changed.`,
    details: { limit_bytes: bytes },
  })

export const RULES = {
  bytes: ARRIVAL_LIMITS.bytes,
  tooLarge: () => tooLarge(ARRIVAL_LIMITS.bytes),
  empty: () => refuseFile('empty'),
}
