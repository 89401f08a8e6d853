import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { ProjectCard } from '@/lib/project/schema'
import { deskKeys, type ProjectSort } from './queries'

export interface ProjectList {
  projects: ProjectCard[]
}

export function useProjects(search: string, sort: ProjectSort) {
  return useQuery({
    queryKey: deskKeys.list(search, sort),
    queryFn: ({ signal }) =>
      request<ProjectList>(`/api/projects?${new URLSearchParams({ search, sort })}`, { signal }),
    placeholderData: keepPreviousData,
  })
}
