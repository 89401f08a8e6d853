import { z } from 'zod'
import { operationSchema } from '@/lib/storyboard/operations'
import type { PendingEdit } from './local-board'

const keyOf = (projectId: string) => `studio.edits.${projectId}`
const keptSchema = z.array(z.object({ id: z.string(), operation: operationSchema, gesture: z.string() }))

/** Edits the studio has not confirmed outlive the page: the connection may be away just when it is closed. */
export function keepEdits(projectId: string, pending: readonly PendingEdit[]): void {
  try {
    if (pending.length > 0) localStorage.setItem(keyOf(projectId), JSON.stringify(pending))
    else localStorage.removeItem(keyOf(projectId))
  } catch {
    // Full or forbidden storage: they are on screen and go to the studio all the same.
  }
}

/** What an earlier page could not send. */
export function keptEdits(projectId: string): PendingEdit[] {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(projectId)) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
