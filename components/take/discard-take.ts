import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeWorkspace } from '@/components/editor/change-workspace'
import { editorKeys } from '@/components/editor/queries'
import { request } from '@/components/http/request'
import type { UploadPath } from './send-file'

const pathOf = ({ projectId, sceneId, slot }: UploadPath, fingerprint: string) =>
  `/api/projects/${projectId}/scenes/${sceneId}/takes/${slot}/${fingerprint}`

interface Answers {
  onDiscarded: (fingerprint: string) => void
  onError: (error: Error) => void
}

/** Takes a take out of the strip at once; `useBringBackTake` puts it back where it was. */
export function useDiscardTake(place: UploadPath, { onDiscarded, onError }: Answers) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (fingerprint: string) => request<unknown>(pathOf(place, fingerprint), { method: 'DELETE' }),
    onMutate: async (fingerprint) => {
      await client.cancelQueries({ queryKey: editorKeys.workspace(place.projectId) })
      const isGone = (take: { sceneId: string; slot: string; fingerprint: string }) =>
        take.sceneId === place.sceneId && take.slot === place.slot && take.fingerprint === fingerprint
      changeWorkspace(client, place.projectId, (workspace) => ({
        ...workspace,
        takes: workspace.takes.filter((take) => !isGone(take)),
      }))
    },
    onSuccess: (_answer, fingerprint) => onDiscarded(fingerprint),
    onError,
    onSettled: () => client.invalidateQueries({ queryKey: editorKeys.workspace(place.projectId) }),
  })
}

export function useBringBackTake(place: UploadPath) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (fingerprint: string) =>
      request<unknown>(`${pathOf(place, fingerprint)}/restore`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: editorKeys.workspace(place.projectId) }),
  })
}
