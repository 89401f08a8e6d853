'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { placeInLine, taskOnShow } from '@/components/task/state'
import { Skeleton } from '@/components/ui/skeleton'
import type { ProjectView } from '@/lib/project/schema'
import type { Size } from '@/lib/storyboard/schema'
import type { BoardScene } from './board'
import { SceneCard } from './scene-card'

interface SceneBoardProps {
  view: ProjectView
  board: readonly BoardScene[]
  size: Size
  chosenId: string | undefined
  onChoose: (id: string) => void
}

/** The scenes in the film's order. Cards out of sight are not laid out, so three hundred scroll like three. */
export function SceneBoard({ view, board, size, chosenId, onChoose }: SceneBoardProps) {
  const t = useTranslations('scene')
  const list = useRef<HTMLOListElement>(null)

  const seen = useRef(chosenId)
  useEffect(() => {
    // Where the page opens is where it stays; only a change of scene moves the list.
    if (seen.current === chosenId) return
    seen.current = chosenId
    const card = chosenId ? list.current?.querySelector(`[data-scene="${CSS.escape(chosenId)}"]`) : null
    card?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])

  if (board.length === 0) return <BoardSkeleton words={t('coming')} />
  return (
    <ol ref={list} className="grid grid-cols-1 gap-3 sm:max-lg:grid-cols-2">
      {board.map((scene) => {
        const task = taskOnShow(scene.state)
        return (
          <li
            key={scene.id}
            data-scene={scene.id}
            className="scroll-mt-14 scroll-mb-4 [contain-intrinsic-size:auto_15.5rem] [content-visibility:auto]"
          >
            <SceneCard
              projectId={view.id}
              scene={scene}
              size={size}
              language={view.storyboard?.language ?? ''}
              chosen={scene.id === chosenId}
              place={task ? placeInLine(task) : null}
              onChoose={onChoose}
            />
          </li>
        )
      })}
    </ol>
  )
}

function BoardSkeleton({ words }: { words: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-soft text-sm">{words}</p>
      {['a', 'b', 'c'].map((key) => (
        <div key={key} className="flex flex-col gap-2 rounded border border-line bg-sheet pb-3">
          <Skeleton className="aspect-video rounded-b-none" />
          <Skeleton className="mx-3 h-4 w-1/2" />
          <Skeleton className="mx-3 h-8" />
        </div>
      ))}
    </div>
  )
}
