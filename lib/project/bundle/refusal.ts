import { StudioError } from '@/lib/base/errors'
import type { ArrivalRefusal } from '../arrive/schema'

/** `bad_media` that says what is wrong with a project file. */
export function refuseBundle(fault: string, cause?: unknown): StudioError {
  const details: ArrivalRefusal = { problem: 'bundle', found: '', fault }
  return new StudioError('bad_media', `project file refused: ${fault}`, {
    cause,
    userMessage: `This project file cannot be used: ${fault}. Nothing was changed.`,
    details,
  })
}
