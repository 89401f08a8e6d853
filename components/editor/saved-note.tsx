'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { useEditState } from './editor-context'

/** Nobody has to save; this says that it was done. */
export function SavedNote({ className }: { className?: string }) {
  const t = useTranslations('editor')
  const saving = useEditState((state) => state.saving)
  return (
    <span role="status" className={className}>
      {saving === 'offline' ? (
        <Badge dot="stale" title={t('offlineWhy')}>
          {t('offline')}
        </Badge>
      ) : (
        <Badge>{t(saving)}</Badge>
      )}
    </span>
  )
}
