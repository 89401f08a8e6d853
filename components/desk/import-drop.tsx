'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DropVeil } from '@/components/ui/drop-veil'
import { useDrop } from '@/components/ui/use-drop'

interface ImportDropProps {
  /** Null for whoever may not bring any. */
  onFile: ((file: File) => void) | null
  children: ReactNode
}

/** The films, and a place on which to drop another. */
export function ImportDrop({ onFile, children }: ImportDropProps) {
  const t = useTranslations('desk.import')
  const { over, handlers } = useDrop(onFile)
  return (
    <section aria-labelledby="films-title" className="relative flex min-h-40 flex-col gap-4" {...handlers}>
      {children}
      <DropVeil over={over} className="-inset-2 z-10">
        {t('drop')}
      </DropVeil>
    </section>
  )
}
