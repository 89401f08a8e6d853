'use client'

import { Braces, Clapperboard, LayoutGrid } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/class-names'
import { PLACES, type Place } from './use-layout'

const ICONS = { stage: Clapperboard, board: LayoutGrid, json: Braces } as const

/** The same storyboard as a film, as cards, as a document. */
export function PlaceSwitch({ place, onPlace }: { place: Place; onPlace: (place: Place) => void }) {
  const t = useTranslations('project')
  return (
    <nav
      aria-label={t('place.label')}
      className="flex shrink-0 rounded border border-line p-0.5 max-md:hidden"
    >
      {PLACES.map((name) => {
        const Icon = ICONS[name]
        return (
          <button
            key={name}
            type="button"
            aria-current={name === place ? 'true' : undefined}
            onClick={() => onPlace(name)}
            className={cx(
              'inline-flex h-7 items-center gap-1.5 rounded-sm px-2 text-sm transition-colors pointer-coarse:h-10',
              name === place ? 'bg-hover font-medium text-ink' : 'text-soft hover:text-ink',
            )}
          >
            <Icon aria-hidden="true" className="size-3.5" />
            <span className="max-xl:sr-only">{t(`place.${name}`)}</span>
          </button>
        )
      })}
    </nav>
  )
}
