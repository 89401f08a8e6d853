'use client'

import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { usePlanned } from '@/components/editor/editor-context'
import { BoardCard } from './board-card'
import { useCardHeight } from './use-card-height'
import { useScrollToScene } from './use-scroll-to-scene'

const GAP = 14
const NARROWEST = 232

/** The scenes side by side, as many in a row as fit. */
export function SceneGrid() {
  const t = useTranslations('board')
  const { scenes, board, view } = usePlanned()
  const chosen = useChosenScene()
  const scroller = useRef<HTMLDivElement>(null)
  const [columns, setColumns] = useState(3)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const read = () => setColumns(Math.max(1, Math.floor((element.clientWidth - 32) / NARROWEST)))
    read()
    const sizes = new ResizeObserver(read)
    sizes.observe(element)
    const stop = autoScrollForElements({ element })
    return () => {
      sizes.disconnect()
      stop()
    }
  }, [])
  const height = useCardHeight(scroller, board.settings.film, columns)
  const rows = Math.ceil(scenes.length / columns)
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    gap: GAP,
    overscan: 2,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are as high as the cards.
  useEffect(() => void virtualizer.measure(), [virtualizer, height, columns])
  useScrollToScene((index) => virtualizer.scrollToIndex(Math.floor(index / columns), { align: 'auto' }))

  return (
    <div ref={scroller} className="h-full overflow-y-auto p-4">
      <ol aria-label={t('title')} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().flatMap(({ index: row, start }) =>
          scenes.slice(row * columns, (row + 1) * columns).map((scene, column) => (
            <li
              key={scene.id}
              aria-posinset={scene.number}
              aria-setsize={scenes.length}
              className="absolute top-0"
              style={{
                transform: `translateY(${start}px)`,
                height,
                left: `calc((100% + ${GAP}px) / ${columns} * ${column})`,
                width: `calc((100% + ${GAP}px) / ${columns} - ${GAP}px)`,
              }}
            >
              <BoardCard
                projectId={view.id}
                scene={scene}
                size={board.settings.film}
                language={board.language}
                chosen={scene.id === chosen?.id}
                count={scenes.length}
                layout="grid"
              />
            </li>
          )),
        )}
      </ol>
    </div>
  )
}
