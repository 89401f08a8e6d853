/** Scene: a scene on the page is its text from the storyboard and its state from the view, under one id. */
import { replaceEqualDeep } from '@tanstack/react-query'
import type { ProjectView, SceneView } from '@/lib/project/schema'
import type { Scene, Slot } from '@/lib/storyboard/schema'

export interface BoardScene {
  id: string
  /** From 1. */
  number: number
  text: Scene
  state: SceneView
}

/** The scenes in order; one of which nothing changed is the very object it was `before`, so that its card stays as it is. */
export function boardOf(view: ProjectView, before: readonly BoardScene[] = []): BoardScene[] {
  const states = new Map(view.scenes.map((state) => [state.id, state]))
  const old = new Map(before.map((scene) => [scene.id, scene]))
  return (view.storyboard?.scenes ?? []).flatMap((text, i) => {
    const fresh = states.get(text.id)
    if (!fresh) return []
    const last = old.get(text.id)
    const state = replaceEqualDeep(last?.state, fresh)
    const isSame = last && last.text === text && last.state === state && last.number === i + 1
    return [isSame ? last : { id: text.id, number: i + 1, text, state }]
  })
}

/** While the film forms the page looks where something happens: what is drawn or set in motion now, else the last picture made. */
export function formingScene(board: readonly BoardScene[]): BoardScene | undefined {
  const running = (slot: Slot) => board.find((scene) => scene.state.slots[slot].task?.status === 'running')
  return (
    running('frame') ?? running('clip') ?? board.findLast((scene) => scene.state.slots.frame.url) ?? board[0]
  )
}
