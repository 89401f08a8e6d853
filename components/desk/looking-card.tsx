'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** In place of the story sheet, for a key that only looks: what it is good for, and what to do. */
export function LookingCard() {
  const t = useTranslations('access')
  return (
    <section
      aria-labelledby="looking-title"
      className="flex items-start gap-4 rounded-lg border border-line bg-sheet px-5 py-5 md:px-8 md:py-6"
    >
      <Eye aria-hidden="true" className="mt-1.5 size-5 shrink-0 text-soft" />
      <div className="flex flex-col gap-1">
        <h1 id="looking-title" className="font-serif text-xl">
          {t('looking')}
        </h1>
        <p className="max-w-[40rem] text-soft">{t('lookingWhat')}</p>
      </div>
    </section>
  )
}
