'use client'

/** Board: the scenes as cards, to be put in order, cut, joined and thrown away. */
import { createContext, useContext } from 'react'

/** Which text is being cut: one scene in two, or the words between two neighbours. */
export interface CutWish {
  kind: 'split' | 'boundary'
  sceneId: string
}

export interface BoardActions {
  /** False for whoever may only look at the scenes. */
  mayEdit: boolean
  /** A new scene behind this one (null: the first), chosen at once. */
  insert(after: string | null): void
  insertBefore(sceneId: string): void
  duplicate(ids: readonly string[]): void
  remove(ids: readonly string[]): void
  moveAfter(ids: readonly string[], after: string | null): void
  nudge(ids: readonly string[], by: -1 | 1): void
  merge(sceneId: string): void
  cut(wish: CutWish): void
  /** The selected ones if this is one of them, else this one alone. */
  with(sceneId: string): readonly string[]
  choose(sceneId: string, how: 'only' | 'toggle' | 'range'): void
  selectAll(): void
  /** Asks for another engine: of the selected scenes, else of all. */
  upgrade(): void
}

export const BoardContext = createContext<BoardActions | null>(null)

export function useBoard(): BoardActions {
  const board = useContext(BoardContext)
  if (!board) throw new Error('useBoard stands outside of the BoardRoom')
  return board
}

export const SelectedContext = createContext<ReadonlySet<string>>(new Set())
export const useSelected = (): ReadonlySet<string> => useContext(SelectedContext)
