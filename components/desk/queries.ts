/** Desk: films as posters, and the sheet where a story is told. Every query key of this room stands here. */
export const PROJECT_SORTS = ['touched', 'title', 'created'] as const
export type ProjectSort = (typeof PROJECT_SORTS)[number]

export const deskKeys = {
  all: ['desk'] as const,
  list: (search: string, sort: ProjectSort) => ['desk', 'projects', { search, sort }] as const,
  voices: ['voices'] as const,
}
