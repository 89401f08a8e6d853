'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { ConflictDialog } from '@/components/editor/conflict-dialog'
import { Editor } from '@/components/editor/editor'
import { usePlanned } from '@/components/editor/editor-context'
import { useWorkspace } from '@/components/editor/get-workspace'
import { SavedNote } from '@/components/editor/saved-note'
import { useConnected } from '@/components/live/use-connected'
import { PeopleRoom } from '@/components/presence/use-people'
import { WhoIsHere } from '@/components/presence/who-is-here'
import { cx } from '@/components/ui/class-names'
import type { Storyboard } from '@/lib/storyboard/schema'
import { PAGE_TABS, type PageTab, PageTabs } from './page-tabs'
import { ProjectDetails } from './project-details'
import { ProjectStage } from './project-stage'
import { ProjectSkeleton, ProjectTrouble } from './project-states'
import { SceneColumn } from './scene-column'
import { TopBar } from './top-bar'
import { useChosenScene } from './use-chosen-scene'
import { WritingStudio } from './writing-studio'

/** The page of one film: its scenes, the stage, the details. */
export function ProjectStudio({ projectId }: { projectId: string }) {
  const connected = useConnected()
  const { data: workspace, error, refetch } = useWorkspace(projectId, connected)

  if (!workspace) {
    return error ? <ProjectTrouble error={error} onRetry={() => void refetch()} /> : <ProjectSkeleton />
  }
  const { storyboard } = workspace
  if (!storyboard) return <WritingStudio workspace={workspace} />
  return (
    <Editor workspace={{ ...workspace, storyboard } satisfies typeof workspace & { storyboard: Storyboard }}>
      <PeopleRoom>
        <Studio />
      </PeopleRoom>
    </Editor>
  )
}

function Studio() {
  const t = useTranslations('project')
  const { view, scenes: board } = usePlanned()
  const [video, setVideo] = useState<HTMLVideoElement | null>(null)
  const [tab, setTab] = useState<PageTab>('film')
  const { chosen, choose } = useChosenScene(view, board, video)
  const size = view.storyboard?.settings.film ?? view.film ?? { width: 16, height: 9 }

  const chooseFromBoard = useCallback(
    (id: string) => {
      choose(id)
      setTab('film')
    },
    [choose],
  )
  const shownOn = (name: PageTab) => (tab === name ? '' : 'max-lg:hidden')

  return (
    <div className="flex h-dvh flex-col">
      <TopBar view={view}>
        <SavedNote className="mr-2 max-md:hidden" />
        <WhoIsHere />
      </TopBar>
      <ConflictDialog />
      <PageTabs tabs={PAGE_TABS} tab={tab} onTab={setTab} />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[17rem_minmax(0,1fr)_20rem] xl:grid-cols-[18rem_minmax(0,1fr)_22rem]">
        <section
          aria-label={t('tab.scenes')}
          className={cx('min-h-0 overflow-y-auto border-line lg:border-r', shownOn('scenes'))}
        >
          <SceneColumn
            view={view}
            board={board}
            size={size}
            chosenId={chosen?.id}
            onChoose={chooseFromBoard}
          />
        </section>
        <main className={cx('min-h-0 overflow-y-auto p-4 lg:p-6', shownOn('film'))}>
          <ProjectStage view={view} size={size} chosen={chosen} video={video} onVideo={setVideo} />
        </main>
        <aside
          aria-label={t('tab.details')}
          className={cx(
            'min-h-0 overflow-y-auto border-line bg-sheet p-4 lg:border-l lg:p-5',
            shownOn('details'),
          )}
        >
          <ProjectDetails view={view} chosen={chosen} size={size} onListen={() => video?.pause()} />
        </aside>
      </div>
    </div>
  )
}
