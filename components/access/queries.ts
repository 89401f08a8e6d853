/** Access: who somebody is here, and the keys that let others in. */
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { KeyView, Role, SessionView } from '@/lib/access/schema'

const accessKeys = { session: ['session'] as const, keys: ['keys'] as const }

export const useSession = () =>
  useQuery({
    queryKey: accessKeys.session,
    queryFn: ({ signal }) => request<SessionView>('/api/session', { signal }),
    staleTime: 60_000,
  })

/** The page came with who looks at it. */
export const knowSession = (client: QueryClient, session: SessionView): void => {
  client.setQueryData<SessionView>(accessKeys.session, session)
}

export const useKeys = (isAllowed: boolean) =>
  useQuery({
    queryKey: accessKeys.keys,
    queryFn: ({ signal }) => request<{ keys: KeyView[]; callbackSecret: string }>('/api/keys', { signal }),
    enabled: isAllowed,
  })

export const useLogin = () =>
  useMutation({
    mutationFn: (key: string) => request<SessionView>('/api/session', { method: 'POST', body: { key } }),
  })

export const useLogout = () =>
  useMutation({ mutationFn: () => request('/api/session', { method: 'DELETE' }) })

export function useMakeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (key: { name: string; role: Role }) =>
      request<{ key: KeyView; secret: string }>('/api/keys', { method: 'POST', body: key }),
    onSettled: () => client.invalidateQueries({ queryKey: accessKeys.keys }),
  })
}

export function useRevokeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<KeyView>(`/api/keys/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: accessKeys.keys }),
  })
}
