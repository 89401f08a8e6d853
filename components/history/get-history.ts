import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { editorKeys } from '@/components/editor/queries'
import { request } from '@/components/http/request'
import type { RevisionView } from '@/lib/project/schema'
import type { Storyboard } from '@/lib/storyboard/schema'

const PAGE = 60

/** Newest first, a page at a time; `revision` is the newest one known, so that each new one is asked for. */
export function useHistory(projectId: string, revision: number) {
  return useInfiniteQuery({
    queryKey: editorKeys.history(projectId, revision),
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      request<{ revisions: RevisionView[] }>(
        `/api/projects/${projectId}/revisions?most=${PAGE}${pageParam === null ? '' : `&before=${pageParam}`}`,
        { signal },
      ),
    getNextPageParam: ({ revisions }) =>
      revisions.length === PAGE ? (revisions.at(-1)?.number ?? null) : null,
    // What was listed stays on screen until the new line comes.
    placeholderData: (before) => before,
  })
}

/** A revision never changes. */
export function useEarlier(projectId: string, number: number) {
  return useQuery({
    queryKey: editorKeys.revision(projectId, number),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      request<{ storyboard: Storyboard }>(`/api/projects/${projectId}/revisions/${number}`, { signal }),
  })
}
