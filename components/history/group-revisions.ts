/** History: what was done to the storyboard, in words, what going back would change, and the way back. */
import type { RevisionView } from '@/lib/project/schema'
import type { OperationSummary } from '@/lib/storyboard/summary'

/** A line of the history: one revision, or the revisions of one gesture. */
export interface HistoryEntry extends RevisionView {
  /** How many revisions it stands for; `number` is the newest of them. */
  revisions: number
}

/** Revisions, newest first, with what was typed in one go as one. */
export function groupRevisions(revisions: readonly RevisionView[]): HistoryEntry[] {
  const entries: HistoryEntry[] = []
  for (const revision of revisions) {
    const last = entries.at(-1)
    if (!last || !isSameGesture(last, revision)) entries.push({ ...revision, revisions: 1 })
    else {
      last.revisions += 1
      last.summary = joined(revision.summary, last.summary)
    }
  }
  return entries
}

const isSameGesture = (a: RevisionView, b: RevisionView): boolean =>
  a.gesture !== '' && a.gesture === b.gesture && a.client === b.client && a.role === b.role

function joined(first: OperationSummary | null, second: OperationSummary | null): OperationSummary | null {
  if (!first || !second) return first ?? second
  const both = (field: 'sceneIds' | 'memberIds' | 'fields') => [
    ...new Set([...first[field], ...second[field]]),
  ]
  const sceneIds = both('sceneIds')
  return {
    name: first.name === second.name ? first.name : 'several',
    sceneIds,
    memberIds: both('memberIds'),
    scenes: Math.max(sceneIds.length, first.scenes, second.scenes),
    title: first.title === second.title ? first.title : '',
    fields: both('fields'),
  }
}
