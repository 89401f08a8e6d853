import { useMutation, useQueryClient } from '@tanstack/react-query'
import { engineKeys } from '@/components/engine/queries'
import { request } from '@/components/http/request'
import type { ConnectionChange, EngineDefaults, EnginesView, Service } from '@/lib/engine/connection/schema'

/** Null: back to what the environment says. */
export function useChangeConnection(service: Service) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: ConnectionChange | null) =>
      change === null
        ? request(`/api/engines/${service}`, { method: 'DELETE' })
        : request(`/api/engines/${service}`, { method: 'PUT', body: change }),
    onSettled: () => client.invalidateQueries({ queryKey: engineKeys.view }),
  })
}

/** Looks at every address of a service now. */
export function useTestConnection(service: Service) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request(`/api/engines/${service}/test`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: engineKeys.view }),
  })
}

/** Shown at once, and taken back if the studio refuses. */
export function useChangeDefaults(onError: (error: Error) => void) {
  const client = useQueryClient()
  const show = (defaults: EngineDefaults | undefined) =>
    client.setQueryData<EnginesView>(
      engineKeys.view,
      (view) => view && { ...view, defaults: defaults ?? view.defaults },
    )
  return useMutation({
    mutationFn: (defaults: EngineDefaults) =>
      request('/api/engines/defaults', { method: 'PUT', body: defaults }),
    onMutate: (defaults) => {
      const before = client.getQueryData<EnginesView>(engineKeys.view)?.defaults
      show(defaults)
      return before
    },
    onError: (error, _defaults, before) => {
      show(before)
      onError(error)
    },
    onSettled: () => client.invalidateQueries({ queryKey: engineKeys.view }),
  })
}
