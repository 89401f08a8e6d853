/** Share: the links of a project's films. Every query key of this room stands here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { NewShare, ShareChange, ShareLink } from '@/lib/share/schema'

export const shareKeys = {
  /** Whatever changes a link changes it in every list. */
  all: ['shares'] as const,
  ofProject: (projectId: string) => ['shares', projectId] as const,
}

interface Shares {
  shares: ShareLink[]
}

export const useShares = (projectId: string) =>
  useQuery({
    queryKey: shareKeys.ofProject(projectId),
    queryFn: ({ signal }) => request<Shares>(`/api/projects/${projectId}/shares`, { signal }),
    select: ({ shares }) => shares,
  })

/** Of all films; only an editor may ask. */
export const useAllShares = (enabled: boolean) =>
  useQuery({
    queryKey: shareKeys.all,
    queryFn: ({ signal }) => request<Shares>('/api/shares', { signal }),
    select: ({ shares }) => shares,
    enabled,
  })

export function useMakeShare(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: NewShare) =>
      request<ShareLink>(`/api/projects/${projectId}/shares`, { method: 'POST', body: wanted }),
    onSettled: () => client.invalidateQueries({ queryKey: shareKeys.all }),
  })
}

export function useChangeShare({ id }: ShareLink) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: ShareChange) =>
      request<ShareLink>(`/api/shares/${id}`, { method: 'PATCH', body: change }),
    onSettled: () => client.invalidateQueries({ queryKey: shareKeys.all }),
  })
}

export function useRevokeShare({ id }: ShareLink) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<ShareLink>(`/api/shares/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: shareKeys.all }),
  })
}
