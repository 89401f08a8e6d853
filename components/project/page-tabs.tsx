'use client'

import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/class-names'

export const PAGE_TABS = ['film', 'scenes', 'details'] as const
export type PageTab = (typeof PAGE_TABS)[number]

interface PageTabsProps {
  tabs: readonly PageTab[]
  tab: PageTab
  onTab: (tab: PageTab) => void
}

/** On a phone the three columns become three places. */
export function PageTabs({ tabs, tab, onTab }: PageTabsProps) {
  const t = useTranslations('project')
  return (
    <nav aria-label={t('places')} className="flex border-line border-b px-2 lg:hidden">
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={tab === name ? 'true' : undefined}
          onClick={() => onTab(name)}
          className={cx(
            'focus-visible:-outline-offset-2 h-11 flex-1 border-b-2 text-sm transition-colors',
            tab === name ? 'border-ink font-medium text-ink' : 'border-transparent text-soft',
          )}
        >
          {t(`tab.${name}`)}
        </button>
      ))}
    </nav>
  )
}
