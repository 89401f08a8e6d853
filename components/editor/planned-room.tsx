'use client'

import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react'
import { type BoardScene, boardOf } from '@/components/scene/board'
import { plan } from '@/lib/plan/plan'
import type { Workspace } from '@/lib/project/schema'
import { knownIn, projectView } from '@/lib/project/view'
import { type Planned, PlannedContext } from './editor-context'
import { useKnownAssets } from './use-known-assets'
import { useSettledBoard } from './use-settled-board'

/** Plans what is on screen. Typing goes first: the plan follows as soon as the page has a moment. */
export function PlannedRoom({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  const board = useDeferredValue(useSettledBoard())
  const known = useKnown(workspace)
  const made = useMemo(() => plan(board, known), [board, known])
  const before = useRef<readonly BoardScene[]>([])
  const planned = useMemo<Planned>(() => {
    const view = projectView(workspace, { board, plan: made, known })
    const scenes = boardOf(view, before.current)
    before.current = scenes
    return { workspace, board, plan: made, known, view, scenes }
  }, [workspace, board, made, known])
  useKnownAssets(workspace.id, made)
  return <PlannedContext value={planned}>{children}</PlannedContext>
}

/** Only news of assets, takes and failures changes the plan; the progress of a task does not. */
function useKnown({ knowledge, takes }: Workspace) {
  return useMemo(() => {
    if (!knowledge) throw new Error('a storyboard without what is known of its assets')
    return knownIn(knowledge, takes)
  }, [knowledge, takes])
}
