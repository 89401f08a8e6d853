import type { QueryClient } from '@tanstack/react-query'
import type { Workspace } from '@/lib/project/schema'
import { editorKeys } from './queries'

/** Puts a change into the workspace in the cache, wherever a page shows it. */
export function changeWorkspace(
  client: QueryClient,
  projectId: string,
  change: (workspace: Workspace) => Workspace,
): void {
  client.setQueryData<Workspace>(
    editorKeys.workspace(projectId),
    (workspace) => workspace && change(workspace),
  )
}
