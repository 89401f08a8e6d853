'use client'

import { useTranslations } from 'next-intl'
import { timecode } from '@/components/i18n/duration'
import type { BoardScene } from '@/components/scene/board'
import { SceneBoard } from '@/components/scene/scene-board'
import type { ProjectView } from '@/lib/project/schema'
import type { Size } from '@/lib/storyboard/schema'

interface SceneColumnProps {
  view: ProjectView
  board: readonly BoardScene[]
  size: Size
  chosenId: string | undefined
  onChoose: (id: string) => void
}

export function SceneColumn(props: SceneColumnProps) {
  const t = useTranslations('project')
  const last = props.board.at(-1)?.state
  return (
    <>
      <div className="sticky top-0 z-10 flex items-baseline justify-between bg-paper px-4 pt-4 pb-3">
        <h2 className="font-medium">{t('tab.scenes')}</h2>
        {last ? (
          <p className="numeric text-soft text-xs">
            {t('scenesTotal', {
              count: props.board.length,
              length: timecode(last.startMs + last.durationMs),
            })}
          </p>
        ) : null}
      </div>
      <div className="px-4 pb-4">
        <SceneBoard {...props} />
      </div>
    </>
  )
}
