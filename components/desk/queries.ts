/** Desk: films as posters, and the sheet where a story is told. Every query key of this room stands here. */
import type { ProjectSort } from './list-projects'

export const deskKeys = {
  all: ['desk'] as const,
  list: (search: string, sort: ProjectSort) => ['desk', 'projects', { search, sort }] as const,
  voices: ['voices'] as const,
}
