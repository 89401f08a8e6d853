'use client'

import { useEffect, useRef } from 'react'
import type { Playhead } from '@/components/animatic/playhead'
import { useChosenId } from '@/components/editor/chosen-scene'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { useCommands } from '@/components/palette/use-commands'
import { chapterAt } from '@/components/player/chapters'
import type { FilmView } from '@/lib/project/schema'

/** The chosen scene is the one on air, and choosing a scene sends the playhead to it. */
export function useFollowPlayhead(playhead: Playhead, isOnStage: boolean): void {
  const { chosen } = useEditor()
  const id = useChosenId()

  useEffect(() => {
    if (!isOnStage) return
    let last = playhead.getState().sceneId
    return playhead.subscribe(() => {
      const { sceneId } = playhead.getState()
      if (sceneId === last) return
      last = sceneId
      chosen.choose(sceneId)
    })
  }, [chosen, playhead, isOnStage])

  useEffect(() => {
    if (isOnStage && id !== null && playhead.getState().sceneId !== id) playhead.goTo(id)
  }, [id, playhead, isOnStage])
}

const EVENTS = ['timeupdate', 'seeking'] as const

/** The same for the finished film, as far as it has the scenes of the storyboard. */
export function useFollowFilm(
  video: HTMLVideoElement | null,
  chapters: FilmView['chapters'] | undefined,
): void {
  const { chosen } = useEditor()
  const id = useChosenId()
  const onAir = useRef<string | null>(null)

  useEffect(() => {
    if (!video || !chapters) return
    const read = () => {
      const sceneId = chapterAt(chapters, video.currentTime * 1000)?.sceneId ?? null
      if (sceneId === onAir.current) return
      onAir.current = sceneId
      chosen.choose(sceneId)
    }
    for (const name of EVENTS) video.addEventListener(name, read)
    return () => {
      for (const name of EVENTS) video.removeEventListener(name, read)
    }
  }, [chosen, video, chapters])

  useEffect(() => {
    if (!video || id === null || id === onAir.current) return
    const chapter = chapters?.find((part) => part.sceneId === id)
    onAir.current = id
    if (chapter) video.currentTime = chapter.startMs / 1000
  }, [id, video, chapters])
}

/** Arrow keys go from scene to scene. */
export function useSceneKeys(): void {
  const { chosen } = useEditor()
  const { scenes } = usePlanned()
  const id = useChosenId()
  const step = (by: number) => {
    const place = scenes.findIndex((scene) => scene.id === id)
    const next = scenes[Math.max(0, place) + by]
    if (next) chosen.choose(next.id)
  }
  useCommands([
    { id: 'play.sceneBefore', run: () => step(-1), keys: ['ArrowUp'] },
    { id: 'play.sceneAfter', run: () => step(1), keys: ['ArrowDown'] },
  ])
}
