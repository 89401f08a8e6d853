'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, memo, useRef } from 'react'
import { useLengthWords } from '@/components/i18n/use-words'
import type { BoardScene } from '@/components/scene/board'
import { SceneBadges } from '@/components/scene/scene-badges'
import { ScenePicture } from '@/components/scene/scene-picture'
import { cx } from '@/components/ui/class-names'
import type { Size } from '@/lib/storyboard/schema'
import { useBoard, useSelected } from './board-context'
import { CardMenu } from './card-menu'
import { useSceneDrag } from './drag-scene'
import { DropLine } from './drop-line'
import { boardKey } from './keys'

interface SceneRowProps {
  projectId: string
  scene: BoardScene
  size: Size
  language: string
  chosen: boolean
  count: number
}

/** A scene in one line: number, picture, title and words, length, how it stands. */
export const SceneRow = memo(function SceneRow(props: SceneRowProps) {
  const { projectId, scene, size, language, chosen, count } = props
  const t = useTranslations('board')
  const words = useTranslations('scene')
  const length = useLengthWords()
  const board = useBoard()
  const selected = useSelected().has(scene.id)
  const row = useRef<HTMLDivElement>(null)
  const { dragging, edge } = useSceneDrag(row, scene.id, 'column')
  const choose = (event: MouseEvent) =>
    board.choose(scene.id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button inside.
    <div
      ref={row}
      data-scene={scene.id}
      onKeyDown={(event: KeyboardEvent) => {
        if (boardKey(board, scene.id, event)) event.preventDefault()
      }}
      className={cx('group relative h-full border-line border-b', dragging && 'opacity-40')}
    >
      <button
        type="button"
        data-card
        aria-current={chosen ? 'true' : undefined}
        aria-pressed={selected || undefined}
        aria-roledescription={t('position', { number: scene.number, count })}
        onClick={choose}
        className={cx(
          'focus-visible:-outline-offset-2 flex size-full items-center gap-3 px-2 text-left transition-colors',
          selected ? 'bg-hover' : chosen ? 'bg-sheet' : 'hover:bg-hover',
        )}
      >
        <span className="numeric w-8 shrink-0 text-right text-soft text-sm">{scene.number}</span>
        <span className="h-12 shrink-0 overflow-hidden rounded-sm" style={{ width: 86 }}>
          <ScenePicture projectId={projectId} scene={scene} size={size} className="h-12 w-full" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">
            {scene.text.title || words('untitled', { number: scene.number })}
          </span>
          <span lang={language} className="block truncate font-serif text-soft">
            {scene.text.narration || words('silent')}
          </span>
        </span>
        <SceneBadges scene={scene} className="flex w-44 flex-wrap gap-x-3 max-md:hidden" />
        <span className="numeric w-14 shrink-0 pr-10 text-right text-soft text-sm md:w-24">
          {length(scene.state.durationMs)}
        </span>
      </button>
      <CardMenu scene={scene} count={count} />
      <DropLine edge={edge} />
    </div>
  )
})
