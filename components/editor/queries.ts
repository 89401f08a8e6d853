export const editorKeys = {
  /** Everything the page of one project works with. */
  workspace: (projectId: string) => ['workspace', projectId] as const,
  history: (projectId: string) => ['history', projectId] as const,
}
