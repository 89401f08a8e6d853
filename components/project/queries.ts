/** Project: the page of one film. Every query key of this room stands here. */
export const projectKeys = {
  /** A picture as it forms; filled by live events only. */
  preview: (projectId: string, taskId: string) => ['preview', projectId, taskId] as const,
}
