'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { useRef } from 'react'
import { useFocusBack } from '@/components/ui/focus-back'
import { PaletteList } from './palette-list'
import { rememberId } from './recent'
import type { Entry } from './use-entries'

interface PaletteDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** One field over the page. What is chosen runs once the palette is gone and the focus is back where it was. */
export function PaletteDialog({ open, onOpenChange }: PaletteDialogProps) {
  const t = useTranslations('command')
  const focus = useFocusBack()
  const chosen = useRef<Entry | null>(null)
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focus.remember}
          onCloseAutoFocus={(event) => {
            focus.giveBack(event)
            chosen.current?.run()
            chosen.current = null
          }}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[80dvh] w-[min(40rem,calc(100vw-1rem))] -translate-x-1/2 animate-appear flex-col overflow-hidden rounded-lg border border-line bg-sheet text-ink shadow-float outline-none max-sm:top-2"
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <PaletteList
            onChoose={(entry) => {
              rememberId(entry.id)
              chosen.current = entry
              onOpenChange(false)
            }}
            onClose={() => onOpenChange(false)}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
