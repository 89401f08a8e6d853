/** Project: the page of one film. Every query key of this room stands here. */
export const projectKeys = {
  view: (id: string) => ['project', id] as const,
  /** A picture as it forms; filled by live events only. */
  preview: (projectId: string, sceneId: string) => ['preview', projectId, sceneId] as const,
}
