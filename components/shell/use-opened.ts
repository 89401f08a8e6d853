'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useRef, useState } from 'react'

interface Opened {
  isOpen: boolean
  show(): void
  hide(): void
  /** Of the button that opens it, which has the focus again afterwards. */
  opener: RefObject<HTMLButtonElement | null>
  /** For a `Dialog` or a `Sheet`. */
  dialog: {
    open: boolean
    onOpenChange(open: boolean): void
    closeWords: string
    opener: RefObject<HTMLButtonElement | null>
  }
}

/** What a button opens over the page. */
export function useOpened(): Opened {
  const common = useTranslations('common')
  const opener = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return {
    isOpen,
    show: () => setOpen(true),
    hide: () => setOpen(false),
    opener,
    dialog: { open: isOpen, onOpenChange: setOpen, closeWords: common('close'), opener },
  }
}
