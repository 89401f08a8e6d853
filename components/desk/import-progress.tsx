'use client'

import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import type { ImportState } from './use-import'

interface ImportProgressProps {
  state: Extract<ImportState, { kind: 'sending' }>
  onCancel: () => void
}

/** How far a file has got on its way in, and the way to stop it. */
export function ImportProgress({ state: { name, ratio }, onCancel }: ImportProgressProps) {
  const t = useTranslations('desk.import')
  const format = useFormatter()
  return (
    <div className="flex h-9 min-w-0 items-center gap-1 pointer-coarse:h-11">
      <p role="status" className="numeric max-w-56 truncate text-soft text-sm">
        {ratio === 1
          ? t('reading', { name })
          : t('sending', { name, percent: format.number(ratio, { style: 'percent' }) })}
      </p>
      <IconButton words={t('cancel')} onClick={onCancel}>
        <X aria-hidden="true" className="size-4" />
      </IconButton>
    </div>
  )
}
