'use client'

import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { usePlanned } from '@/components/editor/editor-context'
import { timecode } from '@/lib/base/timecode'
import { BoardCard } from './board-card'
import { InsertHere } from './insert-here'
import { RedoMenu } from './redo-menu'
import { useCardHeight } from './use-card-height'
import { useScrollToScene } from './use-scroll-to-scene'

const GAP = 12

/** The scenes one under the other. Only those in sight are drawn, so that three hundred scroll like three. */
export function SceneStrip() {
  const t = useTranslations('board')
  const { scenes, board, view } = usePlanned()
  const chosen = useChosenScene()
  const scroller = useRef<HTMLDivElement>(null)
  const height = useCardHeight(scroller, board.settings.film, 1)
  const virtualizer = useVirtualizer({
    count: scenes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => scenes[index]?.id ?? index,
    gap: GAP,
    overscan: 4,
  })
  useScrollToScene((index) => virtualizer.scrollToIndex(index, { align: 'auto' }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are as high as the cards.
  useEffect(() => void virtualizer.measure(), [virtualizer, height])
  useEffect(() => {
    const element = scroller.current
    return element ? autoScrollForElements({ element }) : undefined
  }, [])
  const last = view.scenes.at(-1)

  return (
    <div className="flex h-full flex-col">
      <div className="flex shrink-0 items-center justify-between px-4 pt-3 pb-2">
        <h2 className="font-medium">{t('title')}</h2>
        <span className="flex items-center gap-2">
          {last ? (
            <span className="numeric text-soft text-xs">
              {t('total', { count: scenes.length, length: timecode(last.startMs + last.durationMs) })}
            </span>
          ) : null}
          <RedoMenu />
        </span>
      </div>
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
        <ol aria-label={t('title')} className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const scene = scenes[index]
            return scene ? (
              <li
                key={key}
                aria-posinset={index + 1}
                aria-setsize={scenes.length}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)`, height }}
              >
                <BoardCard
                  projectId={view.id}
                  scene={scene}
                  size={board.settings.film}
                  language={board.language}
                  chosen={scene.id === chosen?.id}
                  count={scenes.length}
                  layout="column"
                />
                <InsertHere after={scene.id} number={scene.number} />
              </li>
            ) : null
          })}
        </ol>
      </div>
    </div>
  )
}
