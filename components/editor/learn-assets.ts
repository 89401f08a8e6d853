import type { QueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { AssetView } from '@/lib/asset/schema'
import { changeWorkspace } from './change-workspace'
import { withAssets } from './patch-workspace'

/** Long enough to gather what one plan or one burst of events asks for. */
const GATHER_MS = 30
const MOST_AT_ONCE = 3_000

const waiting = new Map<string, Set<string>>()

/** Asks the studio which of these exist and puts those into the workspace. Asked again by whoever still needs them. */
export function learnAssets(client: QueryClient, projectId: string, fingerprints: Iterable<string>): void {
  const isPlanned = waiting.has(projectId)
  const wanted = waiting.get(projectId) ?? new Set<string>()
  for (const fingerprint of fingerprints) wanted.add(fingerprint)
  waiting.set(projectId, wanted)
  if (isPlanned) return
  setTimeout(() => {
    const all = [...(waiting.get(projectId) ?? [])].slice(0, MOST_AT_ONCE)
    waiting.delete(projectId)
    if (all.length === 0) return
    request<{ assets: AssetView[] }>(`/api/projects/${projectId}/known`, {
      method: 'POST',
      body: { fingerprints: all },
    }).then(
      ({ assets }) => changeWorkspace(client, projectId, (workspace) => withAssets(workspace, assets)),
      // Without an answer they count as missing; the workspace is fetched again when the connection is back.
      () => undefined,
    )
  }, GATHER_MS)
}
