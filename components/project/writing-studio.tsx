'use client'

import { useLiveWorkspace } from '@/components/editor/use-live-workspace'
import type { Workspace } from '@/lib/project/schema'
import { viewOf } from '@/lib/project/view'
import { ProjectStage } from './project-stage'
import { TopBar } from './top-bar'

const NOTHING = () => undefined

/** The page while the storyboard is being written: the story, and how far the writer is. */
export function WritingStudio({ workspace }: { workspace: Workspace }) {
  useLiveWorkspace(workspace.id, NOTHING, NOTHING)
  const view = viewOf(workspace)
  return (
    <div className="flex h-dvh flex-col">
      <TopBar view={view} />
      <main className="min-h-0 flex-1 overflow-y-auto p-4 lg:p-6">
        <ProjectStage view={view} size={SIZE} chosen={undefined} video={null} onVideo={NOTHING} />
      </main>
    </div>
  )
}

const SIZE = { width: 16, height: 9 }
