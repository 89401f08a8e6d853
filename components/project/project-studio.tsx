'use client'

import { ConflictDialog } from '@/components/editor/conflict-dialog'
import { Editor } from '@/components/editor/editor'
import { useWorkspace } from '@/components/editor/get-workspace'
import { useConnected } from '@/components/live/use-connected'
import { PeopleRoom } from '@/components/presence/use-people'
import { ProjectSkeleton, ProjectTrouble } from './project-states'
import { Studio } from './studio'
import { TitleDraftRoom } from './title-draft'
import { WritingStudio } from './writing-studio'

/** The page of one film, from its first word on. */
export function ProjectStudio({ projectId }: { projectId: string }) {
  return (
    <TitleDraftRoom>
      <ProjectStage projectId={projectId} />
    </TitleDraftRoom>
  )
}

function ProjectStage({ projectId }: { projectId: string }) {
  const connected = useConnected()
  const { data: workspace, error, refetch } = useWorkspace(projectId, connected)

  if (!workspace) {
    return error ? <ProjectTrouble error={error} onRetry={() => void refetch()} /> : <ProjectSkeleton />
  }
  const { storyboard } = workspace
  if (!storyboard) return <WritingStudio workspace={workspace} />
  return (
    <Editor workspace={{ ...workspace, storyboard }}>
      <PeopleRoom>
        <Studio />
        <ConflictDialog />
      </PeopleRoom>
    </Editor>
  )
}
