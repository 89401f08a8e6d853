import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import { deskKeys } from './queries'

export function useDuplicateProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      request<{ project_id: string }>(`/api/projects/${id}/duplicate`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: deskKeys.all }),
  })
}
