'use client'

import { useSyncExternalStore } from 'react'
import type { BoardScene } from '@/components/scene/board'
import { useEditor, usePlanned } from './editor-context'

/** Which scene the page speaks of: the one chosen by hand, or where the playhead is. */
export class ChosenScene {
  private id: string | null = null
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getId = (): string | null => this.id

  readonly choose = (id: string | null): void => {
    if (this.id === id) return
    this.id = id
    for (const listener of this.listeners) listener()
  }
}

/** The id as it was chosen; null before anything was. It may be of a scene that has gone. */
export function useChosenId(): string | null {
  const { chosen } = useEditor()
  return useSyncExternalStore(chosen.subscribe, chosen.getId, () => null)
}

/** The chosen scene, else the first. */
export function useChosenScene(): BoardScene | undefined {
  const id = useChosenId()
  const { scenes } = usePlanned()
  return scenes.find((scene) => scene.id === id) ?? scenes[0]
}
