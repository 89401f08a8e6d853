'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { editorKeys } from '@/components/editor/queries'
import { useLiveWorkspace } from '@/components/editor/use-live-workspace'
import { endedTarget, liveTarget } from '@/components/task/state'
import { TargetEnded } from '@/components/task/target-ended'
import { TargetProgress } from '@/components/task/target-progress'
import { useIsResting } from '@/components/task/use-is-resting'
import type { Workspace } from '@/lib/project/schema'
import { viewOf } from '@/lib/project/view'
import { StoryText } from './story-text'
import { TopBar } from './top-bar'

const NOTHING = () => undefined

/** The page while the storyboard is being written: the story, and how far the writer is. */
export function WritingStudio({ workspace }: { workspace: Workspace }) {
  const client = useQueryClient()
  // The first revision is the storyboard, and with it another page begins.
  const open = useCallback(
    () => void client.invalidateQueries({ queryKey: editorKeys.workspace(workspace.id) }),
    [client, workspace.id],
  )
  useLiveWorkspace(workspace.id, open, NOTHING)
  const view = viewOf(workspace)
  const target = liveTarget(view.targets)
  const rests = useIsResting(target)
  const writing = target !== undefined && !rests
  const ended = target ? undefined : endedTarget(view)
  return (
    <div className="flex h-dvh flex-col">
      <TopBar view={view} />
      <main className="min-h-0 flex-1 overflow-y-auto p-4 lg:p-6">
        <div className="mx-auto flex max-w-[64rem] flex-col gap-4">
          <StoryText view={view} writing={writing} />
          {target ? <TargetProgress key={target.id} target={target} scenes={view.scenes} /> : null}
          {ended ? <TargetEnded key={ended.id} target={ended} scenes={view.scenes} /> : null}
        </div>
      </main>
    </div>
  )
}
