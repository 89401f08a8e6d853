'use client'

import { useCallback, useEffect, useState } from 'react'
import { chapterAt } from '@/components/player/chapters'
import { type BoardScene, formingScene } from '@/components/scene/board'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import type { FilmView, ProjectView } from '@/lib/project/schema'

/**
 * The scene the page speaks of. With a film it is the one at the playhead, so choosing a scene sends the film there;
 * while a film forms it is where something happens, until somebody chooses.
 */
export function useChosenScene(
  view: ProjectView,
  board: readonly BoardScene[],
  video: HTMLVideoElement | null,
) {
  const [chosenId, setChosenId] = useState<string>()
  const chapters = view.film?.chapters
  const onAir = useSceneOnAir(video, chapters)
  const following = onAir ?? formingScene(board)?.id
  const chosen: BoardScene | undefined =
    board.find((scene) => scene.id === (chosenId ?? following)) ?? board[0]

  const choose = useCallback(
    (id: string) => {
      const chapter = chapters?.find(({ sceneId }) => sceneId === id)
      if (video && chapter) video.currentTime = chapter.startMs / 1000
      setChosenId(video && chapter ? undefined : id)
    },
    [video, chapters],
  )
  const step = (by: number) => {
    const next = board[(chosen ? board.indexOf(chosen) : 0) + by]
    if (next) choose(next.id)
  }
  useShortcuts([
    ['ArrowUp', () => step(-1)],
    ['ArrowDown', () => step(1)],
    ['Escape', () => setChosenId(undefined)],
  ])

  return { chosen, choose }
}

function useSceneOnAir(
  video: HTMLVideoElement | null,
  chapters: FilmView['chapters'] | undefined,
): string | undefined {
  const [sceneId, setSceneId] = useState<string>()
  useEffect(() => {
    if (!video || !chapters) return setSceneId(undefined)
    const read = () => setSceneId(chapterAt(chapters, video.currentTime * 1000)?.sceneId)
    read()
    video.addEventListener('timeupdate', read)
    video.addEventListener('seeking', read)
    return () => {
      video.removeEventListener('timeupdate', read)
      video.removeEventListener('seeking', read)
    }
  }, [video, chapters])
  return sceneId
}
