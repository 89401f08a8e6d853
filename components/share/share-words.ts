'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ShareLink } from '@/lib/share/schema'

/** What a link is called, and how many have come by it. */
export function useShareWords(): (share: ShareLink) => { name: string; views: string } {
  const t = useTranslations('links')
  const format = useFormatter()
  return ({ label, createdAt, views, viewsToday }) => {
    const when = format.dateTime(new Date(createdAt), { dateStyle: 'medium' })
    return {
      name: label || t('unnamed', { when }),
      views:
        viewsToday > 0 ? t('viewsToday', { count: views, today: viewsToday }) : t('views', { count: views }),
    }
  }
}
