'use client'

import { useEffect, useRef } from 'react'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { usePlanned } from '@/components/editor/editor-context'
import { onFocusScene } from './focus-scene'

/** Scrolls to the chosen scene when another is chosen, and to one that is about to get the focus. */
export function useScrollToScene(scrollTo: (index: number) => void): void {
  const { scenes } = usePlanned()
  const chosen = useChosenScene()
  const now = useRef({ scenes, scrollTo })
  now.current = { scenes, scrollTo }

  const seen = useRef(chosen?.id)
  useEffect(() => {
    // Where the page opens is where it stays; only a change of scene moves the list.
    if (seen.current === chosen?.id) return
    seen.current = chosen?.id
    const index = now.current.scenes.findIndex((scene) => scene.id === chosen?.id)
    if (index >= 0) now.current.scrollTo(index)
  }, [chosen?.id])

  useEffect(
    () =>
      onFocusScene((id) => {
        // A scene that was just made is on the list a moment later.
        requestAnimationFrame(() => {
          const index = now.current.scenes.findIndex((scene) => scene.id === id)
          if (index >= 0) now.current.scrollTo(index)
        })
      }),
    [],
  )
}
