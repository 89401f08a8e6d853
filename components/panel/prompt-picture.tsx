'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { DraftPicture } from '@/components/animatic/paint/draft-picture'
import { draftRequestOf } from '@/components/animatic/pictures'
import { useBoardText } from '@/components/editor/editor-context'
import { engineOf } from '@/lib/plan/recipes'
import type { Scene } from '@/lib/storyboard/schema'

/** The draft painter's picture of the words as they are typed. Other engines take too long to follow. */
export function PromptPicture({ scene }: { scene: Scene }) {
  const t = useTranslations('panel')
  const board = useBoardText()
  const request = useMemo(() => draftRequestOf(board, scene), [board, scene])
  const { film } = board.settings
  if (!engineOf(scene, 'frame', board.settings).startsWith('draft/')) return null
  return (
    <div
      className="relative overflow-hidden rounded border border-line bg-mat"
      style={{ aspectRatio: `${film.width} / ${film.height}` }}
    >
      <DraftPicture
        request={request}
        size={film}
        urgent
        alt={t('sketch')}
        className="absolute inset-0 size-full object-cover"
      />
    </div>
  )
}
