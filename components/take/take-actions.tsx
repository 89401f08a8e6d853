'use client'

import { Check, Pin, PinOff, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'

interface TakeActionsProps {
  /** Of the take that is looked at. */
  isChosen: boolean
  isPinned: boolean
  onUse: () => void
  onUnpin: () => void
  onDiscard: () => void
  more?: ReactNode
}

/** What can be done with the take that is looked at. */
export function TakeActions(props: TakeActionsProps) {
  const { isChosen, isPinned, onUse, onUnpin, onDiscard, more } = props
  const t = useTranslations('take')
  return (
    <>
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
    </>
  )
}
