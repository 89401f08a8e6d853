import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { QueueState } from '@/lib/live/contract'
import type { QueueView } from '@/lib/project/queue/schema'
import { queueKeys } from './queries'

/** Pauses with true, resumes with false. Shown at once, and taken back if the studio refuses. */
export function usePauseQueue(onError: (error: Error) => void) {
  const client = useQueryClient()
  const show = (pausedSince: string | null) => {
    client.setQueryData<QueueView>(queueKeys.view, (view) => view && { ...view, pausedSince })
    client.setQueryData<QueueState>(
      queueKeys.state,
      (state) => state && { ...state, paused: pausedSince !== null },
    )
  }
  return useMutation({
    mutationFn: (paused: boolean) =>
      request<{ pausedSince: string | null }>(`/api/queue/${paused ? 'pause' : 'resume'}`, {
        method: 'POST',
      }),
    onMutate: async (paused) => {
      await client.cancelQueries({ queryKey: queueKeys.view })
      const before = client.getQueryData<QueueView>(queueKeys.view)?.pausedSince ?? null
      show(paused ? new Date().toISOString() : null)
      return before
    },
    onSuccess: ({ pausedSince }) => show(pausedSince),
    onError: (error, _paused, before) => {
      show(before ?? null)
      onError(error)
    },
    onSettled: () => client.invalidateQueries({ queryKey: queueKeys.view }),
  })
}
