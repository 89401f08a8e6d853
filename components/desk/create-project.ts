import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { BriefInput } from '@/lib/project/schema'
import { deskKeys } from './queries'

export interface NewProject extends BriefInput {
  make: 'film' | 'storyboard'
}

export function useCreateProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewProject) =>
      request<{ project_id: string; task_id: string }>('/api/projects', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: deskKeys.all }),
  })
}
