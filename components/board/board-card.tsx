'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, memo, useRef } from 'react'
import type { BoardScene } from '@/components/scene/board'
import { SceneCard } from '@/components/scene/scene-card'
import { placeInLine, taskOnShow } from '@/components/task/state'
import { cx } from '@/components/ui/class-names'
import type { Size } from '@/lib/storyboard/schema'
import { useBoard, useSelected } from './board-context'
import { CardMenu } from './card-menu'
import { useSceneDrag } from './drag-scene'
import { DropLine } from './drop-line'
import { boardKey } from './keys'

interface BoardCardProps {
  projectId: string
  scene: BoardScene
  size: Size
  language: string
  chosen: boolean
  count: number
  layout: 'column' | 'grid'
}

/** A scene that can be taken, moved, cut and thrown away. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { projectId, scene, size, language, chosen, count, layout } = props
  const t = useTranslations('board')
  const board = useBoard()
  const selected = useSelected().has(scene.id)
  const card = useRef<HTMLDivElement>(null)
  const { dragging, edge } = useSceneDrag(card, scene.id, layout)
  const task = taskOnShow(scene.state)

  const choose = (event: MouseEvent) =>
    board.choose(scene.id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
  const press = (event: KeyboardEvent) => {
    if (boardKey(board, scene.id, event)) event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button inside.
    <div
      ref={card}
      data-scene={scene.id}
      onKeyDown={press}
      className={cx('group relative', dragging && 'opacity-40', selected && 'rounded ring-2 ring-ink')}
    >
      <SceneCard
        projectId={projectId}
        scene={scene}
        size={size}
        language={language}
        chosen={chosen}
        selected={selected}
        place={task ? placeInLine(task) : null}
        position={t('position', { number: scene.number, count })}
        onChoose={choose}
      />
      <CardMenu scene={scene} count={count} />
      <DropLine edge={edge} />
    </div>
  )
})
