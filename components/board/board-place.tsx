'use client'

import { LayoutGrid, List } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlanned } from '@/components/editor/editor-context'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { RedoMenu } from './redo-menu'
import { SceneGrid } from './scene-grid'
import { SceneRows } from './scene-rows'

const KEY = 'studio.board'
type Shape = 'grid' | 'list'

const kept = (): Shape => {
  try {
    return localStorage.getItem(KEY) === 'list' ? 'list' : 'grid'
  } catch {
    return 'grid'
  }
}

/** All scenes over the whole middle of the page, as cards or as lines. */
export function BoardPlace() {
  const t = useTranslations('board')
  const { scenes } = usePlanned()
  const [shape, setShape] = useState(kept)
  const choose = (next: Shape) => {
    setShape(next)
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // It holds for as long as the page is open.
    }
  }
  return (
    <div className="flex h-full flex-col">
      <div className="flex shrink-0 items-center gap-3 px-4 pt-3 pb-1">
        <span id="board-shape" className="sr-only">
          {t('shape.label')}
        </span>
        <SegmentedControl
          labelledBy="board-shape"
          value={shape}
          segments={[
            { value: 'grid', label: t('shape.grid'), picture: <LayoutGrid className="size-3.5" /> },
            { value: 'list', label: t('shape.list'), picture: <List className="size-3.5" /> },
          ]}
          onChange={choose}
        />
        <span className="numeric flex-1 text-soft text-sm">{t('count', { count: scenes.length })}</span>
        <RedoMenu />
      </div>
      <div className="min-h-0 flex-1">{shape === 'grid' ? <SceneGrid /> : <SceneRows />}</div>
    </div>
  )
}
