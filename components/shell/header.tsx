'use client'

import { Activity, Settings } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Connection } from '@/components/live/connection'
import { PaletteButton } from '@/components/palette/palette-button'
import { QueueLink } from '@/components/queue/queue-link'
import { Button } from '@/components/ui/button'
import { KeysDialog } from './keys-dialog'
import { Preferences } from './preferences'
import { Wordmark } from './wordmark'

/** The top of the desk and of the small pages. */
export function Header({ children }: { children?: ReactNode }) {
  const t = useTranslations('common')
  return (
    <header className="mx-auto flex h-16 w-full max-w-[72rem] items-center gap-1 px-4 md:px-6">
      <Wordmark />
      <div className="flex-1" />
      {children}
      <Connection />
      <PaletteButton />
      <QueueLink />
      <Button asChild look="bare" size="sm" className="pointer-coarse:h-10">
        <Link href="/status">
          <Activity aria-hidden="true" className="size-4" />
          <span className="max-md:sr-only">{t('status')}</span>
        </Link>
      </Button>
      <Button asChild look="bare" size="sm" className="pointer-coarse:h-10">
        <Link href="/settings">
          <Settings aria-hidden="true" className="size-4" />
          <span className="max-md:sr-only">{t('settings')}</span>
        </Link>
      </Button>
      <Preferences />
      <KeysDialog />
    </header>
  )
}
