'use client'

import { Dices, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useEditor } from '@/components/editor/editor-context'
import { Button } from '@/components/ui/button'
import type { SlotView } from '@/lib/project/schema'
import type { Slot } from '@/lib/storyboard/schema'
import { useCostWords, useRedo } from './use-redo'

interface RedoButtonsProps {
  sceneId: string
  slot: Slot
  view: SlotView
}

/** What a button will run can be longer than the panel is wide. */
const WRAPS = 'h-auto min-h-8 max-w-full flex-wrap justify-start gap-y-0 py-1 text-left'

/** Make what is missing or stale; or, of what is right, another one. Each says what it runs. */
export function RedoButtons({ sceneId, slot, view }: RedoButtonsProps) {
  const t = useTranslations('panel')
  const { mayEdit } = useEditor()
  const { preview, redo, isStarting } = useRedo()
  const cost = useCostWords()
  const sceneIds = useMemo(() => [sceneId], [sceneId])
  const again = { slot, sceneIds, fresh: false }
  const fresh = { slot, sceneIds, fresh: true }
  const isReady = view.state === 'ready'
  if (view.task || !mayEdit) return null
  return (
    <span className="flex flex-wrap gap-1.5">
      {isReady ? null : (
        <Button
          size="sm"
          className={WRAPS}
          disabled={isStarting}
          onClick={() => void redo(again)}
          title={cost(preview(again))}
        >
          <RotateCw aria-hidden="true" className="size-3.5" />
          {t(`make.${slot}`)}
          <span className="numeric text-soft">{cost(preview(again))}</span>
        </Button>
      )}
      {view.fingerprint ? (
        <Button
          size="sm"
          className={WRAPS}
          disabled={isStarting}
          onClick={() => void redo(fresh)}
          title={t('freshWhy')}
        >
          <Dices aria-hidden="true" className="size-3.5" />
          {t(`fresh.${slot}`)}
          {isReady ? <span className="numeric text-soft">{cost(preview(fresh))}</span> : null}
        </Button>
      ) : null}
    </span>
  )
}
