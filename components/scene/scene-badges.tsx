'use client'

import { useTranslations } from 'next-intl'
import { OthersAt } from '@/components/presence/others-at'
import { Badge } from '@/components/ui/badge'
import { SLOTS } from '@/lib/storyboard/schema'
import type { BoardScene } from './board'
import { useEngineWords } from './engine-words'
import { useWhyWords } from './why-words'

/** Engine, stale, fallen back, failed, pinned: each a few quiet words. */
export function SceneBadges({ scene, className }: { scene: BoardScene; className?: string }) {
  const t = useTranslations('scene')
  const why = useWhyWords()
  const { slots, fallback } = scene.state
  const engine = useEngineWords()(slots.frame.engine)
  const stale = SLOTS.filter((slot) => slots[slot].state === 'stale')
  const failed = SLOTS.some((slot) => slots[slot].state === 'failed')
  const reasons = [...new Set(stale.flatMap((slot) => slots[slot].why))]
  return (
    <span className={className}>
      {engine ? <Badge>{engine}</Badge> : null}
      {failed ? <Badge dot="failed">{t('failed')}</Badge> : null}
      {stale.length > 0 ? (
        <Badge dot="stale" title={reasons.length > 0 ? t('staleWhy', { why: why(reasons) }) : undefined}>
          {t('stale')}
        </Badge>
      ) : null}
      {fallback ? (
        <Badge dot="stale" title={fallback}>
          {t('fellBack')}
        </Badge>
      ) : null}
      {Object.keys(scene.text.pins).length > 0 ? <Badge>{t('pinned')}</Badge> : null}
      <OthersAt sceneId={scene.id} />
    </span>
  )
}
