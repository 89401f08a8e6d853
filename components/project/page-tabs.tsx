'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/class-names'

export const PAGE_TABS = ['film', 'scenes', 'details'] as const
export type PageTab = (typeof PAGE_TABS)[number]

interface PageTabsProps {
  tabs: readonly PageTab[]
  tab: PageTab
  onTab: (tab: PageTab) => void
  /** What the bar above has no room for. */
  children?: ReactNode
}

/** On a phone the three columns become three places. */
export function PageTabs({ tabs, tab, onTab, children }: PageTabsProps) {
  const t = useTranslations('project')
  return (
    <div className="flex items-center border-line border-b px-2 lg:hidden">
      <nav aria-label={t('places')} className="flex min-w-0 flex-1">
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
      {children}
    </div>
  )
}
