'use client'

import { FileInput as FileInputIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { ARRIVAL_ACCEPT } from '@/lib/project/arrive/schema'
import { ImportProgress } from './import-progress'
import type { ImportState } from './use-import'

interface ImportButtonProps {
  state: ImportState
  onFile: (file: File) => void
  onCancel: () => void
}

/** The way in for what was made or written elsewhere. */
export function ImportButton({ state, onFile, onCancel }: ImportButtonProps) {
  const t = useTranslations('desk.import')
  const input = useRef<HTMLInputElement>(null)
  if (state.kind === 'sending') return <ImportProgress state={state} onCancel={onCancel} />
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
