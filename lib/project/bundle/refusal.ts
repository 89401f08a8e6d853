import { StudioError } from '@/lib/base/errors'

/** `bad_media` that says what is wrong with a project file. */
export const refuseBundle = (fault: string, cause?: unknown): StudioError =>
  new StudioError('bad_media', `project file refused: ${fault}`, {
    cause,
    userMessage: `This project file cannot be used: ${fault}. Nothing was changed.`,
    details: { problem: 'bundle', fault },
  })
