export const editorKeys = {
  /** Everything the page of one project works with. */
  workspace: (projectId: string) => ['workspace', projectId] as const,
  /** What was done up to a revision. */
  history: (projectId: string, revision: number) => ['history', projectId, revision] as const,
  /** The storyboard as it was. */
  revision: (projectId: string, number: number) => ['revision', projectId, number] as const,
}
