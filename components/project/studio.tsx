'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { May } from '@/components/access/may'
import { animaticOf } from '@/components/animatic/animatic'
import { usePlayhead } from '@/components/animatic/use-playhead'
import { BoardCommands } from '@/components/board/board-commands'
import { BoardPlace } from '@/components/board/board-place'
import { BoardRoom } from '@/components/board/board-room'
import { SceneStrip } from '@/components/board/scene-strip'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { SavedNote } from '@/components/editor/saved-note'
import { UndoButtons } from '@/components/editor/undo-buttons'
import { HistoryButton } from '@/components/history/history-button'
import { JsonPlace } from '@/components/json/json-place'
import { Panel } from '@/components/panel/panel'
import { RedoCommands } from '@/components/panel/redo-commands'
import { WhoIsHere } from '@/components/presence/who-is-here'
import { Timeline } from '@/components/timeline/timeline'
import { cx } from '@/components/ui/class-names'
import { FoldButtons } from './fold-buttons'
import { useSceneKeys } from './follow-scene'
import { PAGE_TABS, type PageTab, PageTabs } from './page-tabs'
import { PlaceSwitch } from './place-switch'
import { Stage } from './stage'
import { StudioCommands } from './studio-commands'
import { TopBar } from './top-bar'
import { useLayout } from './use-layout'

/** The desk of one film: scenes at the left, the stage, the panel at the right, time below. */
export function Studio() {
  const t = useTranslations('project')
  const { projectId } = useEditor()
  const { view, board, plan, known } = usePlanned()
  const [layout, setLayout] = useLayout()
  const [tab, setTab] = useState<PageTab>('film')
  const animatic = useMemo(() => animaticOf(board, plan, known, projectId), [board, plan, known, projectId])
  const playhead = usePlayhead(animatic)
  const showStage = useCallback(() => setTab('film'), [])
  useSceneKeys()
  useSceneOfAddress()

  const shownOn = (name: PageTab) => (tab === name ? '' : 'max-lg:hidden')
  const onStage = layout.place === 'stage'
  return (
    <BoardRoom onShow={showStage}>
      <StudioCommands
        layout={layout}
        onLayout={(change) => {
          setLayout(change)
          showStage()
        }}
      />
      <BoardCommands />
      <RedoCommands />
      <div className="flex h-dvh flex-col">
        <TopBar view={view}>
          <May need="editor">
            <SavedNote className="mr-1 max-lg:hidden" />
            <UndoButtons />
          </May>
          <HistoryButton />
          <PlaceSwitch
            place={layout.place}
            onPlace={(place) => {
              setLayout({ place })
              showStage()
            }}
          />
          <FoldButtons layout={layout} onLayout={setLayout} />
          <WhoIsHere className="max-sm:hidden" />
        </TopBar>
        <PageTabs tabs={PAGE_TABS} tab={tab} onTab={setTab}>
          <WhoIsHere className="sm:hidden" />
        </PageTabs>
        <main className="flex min-h-0 flex-1">
          <Column
            label={t('tab.scenes')}
            className={cx(
              'lg:w-68 lg:border-r xl:w-72',
              shownOn('scenes'),
              !(layout.left && onStage) && 'lg:hidden',
            )}
          >
            <SceneStrip />
          </Column>
          <div className={cx('flex min-w-0 flex-1 flex-col', shownOn('film'))}>
            <div data-stage className={cx('min-h-0 flex-1', onStage && 'overflow-y-auto p-4 lg:p-6')}>
              {onStage ? <Stage playhead={playhead} timeline={layout.timeline} /> : null}
              {layout.place === 'board' ? <BoardPlace /> : null}
              {layout.place === 'json' ? <JsonPlace /> : null}
            </div>
            {layout.timeline && onStage ? <Timeline playhead={playhead} /> : null}
          </div>
          <Column
            label={t('tab.details')}
            className={cx(
              'relative overflow-y-auto bg-sheet p-4 lg:w-80 lg:border-l lg:p-5 xl:w-88',
              shownOn('details'),
              !layout.right && 'lg:hidden',
            )}
          >
            <Panel onListen={playhead.pause} />
          </Column>
        </main>
      </div>
    </BoardRoom>
  )
}

/** Links from elsewhere name a scene: `/projects/{id}?scene={sceneId}`. */
function useSceneOfAddress(): void {
  const { chosen } = useEditor()
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get('scene')
    if (wanted) chosen.choose(wanted)
  }, [chosen])
}

function Column({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <section aria-label={label} className={cx('min-h-0 shrink-0 border-line max-lg:w-full', className)}>
      {children}
    </section>
  )
}
