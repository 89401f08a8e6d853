'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useKeyWords } from '@/components/shell/use-key-words'
import { IconButton } from '@/components/ui/icon-button'
import { useOpenPalette } from './palette-room'

/** The way to every command without a keyboard. */
export function PaletteButton() {
  const t = useTranslations('command')
  const keys = useKeyWords()
  return (
    <IconButton words={t('open')} keys={keys('mod+k').join(' ')} onClick={useOpenPalette()}>
      <Search aria-hidden="true" className="size-4" />
    </IconButton>
  )
}
