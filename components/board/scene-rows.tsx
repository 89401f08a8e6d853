'use client'

import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { usePlanned } from '@/components/editor/editor-context'
import { SceneRow } from './scene-row'
import { useScrollToScene } from './use-scroll-to-scene'

const ROW = 68

/** The scenes as lines to be read: many at a glance. */
export function SceneRows() {
  const t = useTranslations('board')
  const { scenes, board, view } = usePlanned()
  const chosen = useChosenScene()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: scenes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => scenes[index]?.id ?? index,
    overscan: 6,
  })
  useScrollToScene((index) => virtualizer.scrollToIndex(index, { align: 'auto' }))
  useEffect(() => {
    const element = scroller.current
    return element ? autoScrollForElements({ element }) : undefined
  }, [])
  return (
    <div ref={scroller} className="h-full overflow-y-auto px-4 pb-4">
      <ol aria-label={t('title')} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const scene = scenes[index]
          return scene ? (
            <li
              key={key}
              aria-posinset={index + 1}
              aria-setsize={scenes.length}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)`, height: ROW }}
            >
              <SceneRow
                projectId={view.id}
                scene={scene}
                size={board.settings.film}
                language={board.language}
                chosen={scene.id === chosen?.id}
                count={scenes.length}
              />
            </li>
          ) : null
        })}
      </ol>
    </div>
  )
}
