/** From notices to the events that carry their rows. */
import { findAssets } from '@/lib/asset/store'
import { listTakesBy, takeView } from '@/lib/asset/takes'
import { findRevisions } from '@/lib/storyboard/store'
import type { RevisionEvent, TakesEvent } from './contract'
import type { Notice } from './publish'

/** In order, so that a page can apply one after the other. */
export async function revisionEvents(
  notices: readonly Extract<Notice, { kind: 'revision' }>[],
): Promise<RevisionEvent[]> {
  const rows = await findRevisions(notices.map(({ project, number }) => ({ projectId: project, number })))
  return rows.map(({ projectId, number, operation, client }) => {
    const notice = notices.find((n) => n.project === projectId && n.number === number)
    return { projectId, number, operation, client, edit: notice?.edit ?? '' }
  })
}

/** One event a project. */
export async function takesEvents(
  notices: readonly Extract<Notice, { kind: 'take' }>[],
): Promise<TakesEvent[]> {
  if (notices.length === 0) return []
  const fingerprints = notices.map((notice) => notice.fingerprint)
  const assets = await findAssets(fingerprints)
  const takes = await listTakesBy([...new Set(notices.map((n) => n.project))], fingerprints)
  return [...Map.groupBy(takes, (take) => take.projectId)].map(([projectId, list]) => ({
    projectId,
    takes: list.map(takeView),
    assets: [...new Set(list.map((take) => take.fingerprint))].flatMap((fingerprint) => {
      const asset = assets.get(fingerprint)
      return asset ? [{ fingerprint, recipe: asset.recipe, facts: asset.facts }] : []
    }),
  }))
}
