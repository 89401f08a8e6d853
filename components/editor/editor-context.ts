'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { BoardScene } from '@/components/scene/board'
import type { Knowledge } from '@/lib/plan/knowledge'
import type { Plan } from '@/lib/plan/plan'
import type { ProjectView, Workspace } from '@/lib/project/schema'
import type { Operation } from '@/lib/storyboard/operations'
import type { Scene, Storyboard } from '@/lib/storyboard/schema'
import type { ChosenScene } from './chosen-scene'
import type { EditOptions, EditState, EditStore } from './edit-store'

/** What every part of the page may do. It never changes while the page is open. */
export interface EditorActions {
  projectId: string
  /** False for whoever may only look: everything is shown, nothing is offered. */
  mayEdit: boolean
  store: EditStore
  /**
   * Does an operation: at once on screen, a moment later in the studio. Answers whether it was possible; what was wrong
   * is said in a message unless `onError` takes it.
   */
  edit(operation: Operation, options?: EditOptions & { onError?: (error: unknown) => void }): boolean
  undo(): void
  redo(): void
  chosen: ChosenScene
}

/** The storyboard and what follows from it. It may lag a moment behind what is being typed. */
export interface Planned {
  workspace: Workspace
  board: Storyboard
  plan: Plan
  known: Knowledge
  view: ProjectView
  /** Scene by scene, each the same object as long as nothing of it has changed. */
  scenes: readonly BoardScene[]
}

export const EditorContext = createContext<EditorActions | null>(null)
export const PlannedContext = createContext<Planned | null>(null)

export function useEditor(): EditorActions {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor stands outside of the Editor')
  return editor
}

export function usePlanned(): Planned {
  const planned = useContext(PlannedContext)
  if (!planned) throw new Error('usePlanned stands outside of the Editor')
  return planned
}

/** A part of the editing state; the component draws anew only when that part changes. */
export function useEditState<T>(select: (state: EditState) => T): T {
  const { store } = useEditor()
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getState()),
    () => select(store.getState()),
  )
}

/** A scene's text as it is being typed; undefined once the scene is gone. */
export const useSceneText = (sceneId: string): Scene | undefined =>
  useEditState((state) => state.local.shown.scenes.find((scene) => scene.id === sceneId))

/** The storyboard as it is being typed, without waiting for the plan. */
export const useBoardText = (): Storyboard => useEditState((state) => state.local.shown)
