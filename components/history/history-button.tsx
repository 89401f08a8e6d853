'use client'

import { History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useCommands } from '@/components/palette/use-commands'
import { IconButton } from '@/components/ui/icon-button'
import { Sheet } from '@/components/ui/sheet'
import { HistoryPanel } from './history-panel'

/** Everything that was ever done to the storyboard, and the way back to any of it. */
export function HistoryButton() {
  const t = useTranslations('history')
  const common = useTranslations('common')
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const show = () => setOpen(true)
  useCommands([{ id: 'edit.history', run: show }])
  return (
    <>
      <IconButton ref={opener} words={t('title')} onClick={show} className="max-md:hidden">
        <History aria-hidden="true" className="size-4" />
      </IconButton>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        closeWords={common('close')}
        opener={opener}
      >
        <HistoryPanel onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}
