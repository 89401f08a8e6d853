'use client'

import { Check, Pin, PinOff, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Tooltip } from '@/components/ui/tooltip'
import type { Slot } from '@/lib/storyboard/schema'
import type { CompareMode } from './take-stage'

interface TakeActionsProps {
  slot: Slot
  /** Of the take that is looked at. */
  isChosen: boolean
  isPinned: boolean
  canCompare: boolean
  mode: CompareMode
  onMode: (mode: CompareMode) => void
  onUse: () => void
  onUnpin: () => void
  onDiscard: () => void
  more?: ReactNode
}

/** What can be done with the take that is looked at. */
export function TakeActions(props: TakeActionsProps) {
  const { slot, isChosen, isPinned, canCompare, mode, onMode, onUse, onUnpin, onDiscard, more } = props
  const t = useTranslations('take')
  const label = useId()
  const modes: CompareMode[] = slot === 'narration' ? ['one', 'side'] : ['one', 'side', 'slider']
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isPinned ? (
        <Tooltip words={t('pinHelp')}>
          <Button onClick={onUnpin} className="pointer-coarse:h-11">
            <PinOff aria-hidden="true" className="size-4" />
            {t('unpin')}
          </Button>
        </Tooltip>
      ) : (
        <Tooltip words={isChosen ? t('pinHelp') : t('use')} keys="A">
          <Button onClick={onUse} aria-keyshortcuts="A" className="pointer-coarse:h-11">
            {isChosen ? (
              <Pin aria-hidden="true" className="size-4" />
            ) : (
              <Check aria-hidden="true" className="size-4" />
            )}
            {isChosen ? t('pin') : t('use')}
          </Button>
        </Tooltip>
      )}
      <Tooltip words={isChosen ? t('inUse') : t('discard')} {...(isChosen ? {} : { keys: 'X' })}>
        <Button
          look="bare"
          aria-disabled={isChosen}
          aria-keyshortcuts="X"
          onClick={isChosen ? undefined : onDiscard}
          className="aria-disabled:opacity-60 pointer-coarse:h-11"
        >
          <Trash2 aria-hidden="true" className="size-4" />
          {t('discard')}
        </Button>
      </Tooltip>
      {more}
      <span id={label} className="sr-only">
        {t('compare')}
      </span>
      {canCompare ? (
        <div className="ml-auto">
          <SegmentedControl
            labelledBy={label}
            value={mode}
            segments={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={onMode}
          />
        </div>
      ) : null}
    </div>
  )
}
