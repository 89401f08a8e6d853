'use client'

import { FileInput as FileInputIcon, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { IconButton } from '@/components/ui/icon-button'
import { ARRIVAL_ACCEPT } from '@/lib/project/arrive/schema'
import type { ImportState } from './use-import'

interface ImportButtonProps {
  state: ImportState
  onFile: (file: File) => void
  onCancel: () => void
}

/** The way in for what was made or written elsewhere. */
export function ImportButton({ state, onFile, onCancel }: ImportButtonProps) {
  const t = useTranslations('desk.import')
  const format = useFormatter()
  const input = useRef<HTMLInputElement>(null)
  if (state.kind === 'sending') {
    const { name, ratio } = state
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
  return (
    <>
      <FileInput ref={input} accept={ARRIVAL_ACCEPT} onFile={onFile} />
      <Button title={t('what')} onClick={() => input.current?.click()} className="pointer-coarse:h-11">
        <FileInputIcon aria-hidden="true" className="size-4" />
        {t('open')}
      </Button>
    </>
  )
}
