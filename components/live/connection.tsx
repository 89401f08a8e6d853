'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { useConnected } from './use-connected'

/** Says nothing while all is well. */
export function Connection() {
  const t = useTranslations('common')
  const connected = useConnected()
  return (
    <span role="status" className="inline-flex items-center">
      {connected ? null : (
        <Badge dot="stale" title={t('reconnecting')} className="mr-2 animate-appear">
          <span className="max-sm:sr-only">{t('reconnecting')}</span>
        </Badge>
      )}
    </span>
  )
}
