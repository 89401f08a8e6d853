'use client'

import { History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCommands } from '@/components/palette/use-commands'
import { useOpened } from '@/components/shell/use-opened'
import { IconButton } from '@/components/ui/icon-button'
import { Sheet } from '@/components/ui/sheet'
import { HistoryPanel } from './history-panel'

/** Everything that was ever done to the storyboard, and the way back to any of it. */
export function HistoryButton() {
  const t = useTranslations('history')
  const { show, hide, opener, dialog } = useOpened()
  useCommands([{ id: 'edit.history', run: show }])
  return (
    <>
      <IconButton ref={opener} words={t('title')} onClick={show} className="max-md:hidden">
        <History aria-hidden="true" className="size-4" />
      </IconButton>
      <Sheet {...dialog} title={t('title')}>
        <HistoryPanel onDone={hide} />
      </Sheet>
    </>
  )
}
