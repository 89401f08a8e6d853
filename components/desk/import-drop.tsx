'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDrop } from '@/components/take/use-drop'
import { cx } from '@/components/ui/class-names'

/** The films, and a place on which to drop another. */
export function ImportDrop({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const t = useTranslations('desk.import')
  const { over, handlers } = useDrop(onFile)
  return (
    <section aria-labelledby="films-title" className="relative flex min-h-40 flex-col gap-4" {...handlers}>
      {children}
      <div
        aria-hidden="true"
        className={cx(
          'pointer-events-none absolute -inset-2 z-10 flex items-center justify-center rounded border-2 border-edge border-dashed bg-sheet/90 font-serif text-lg transition-opacity',
          over ? 'opacity-100' : 'opacity-0',
        )}
      >
        {t('drop')}
      </div>
    </section>
  )
}
