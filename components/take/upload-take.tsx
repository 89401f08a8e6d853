'use client'

import { Upload, X } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { Tooltip } from '@/components/ui/tooltip'
import type { Slot } from '@/lib/storyboard/schema'
import { UPLOAD_ACCEPT, UPLOAD_FORMATS, UPLOAD_LIMITS } from '@/lib/upload/schema'
import type { UploadState } from './use-upload'

interface UploadTakeProps {
  slot: Slot
  state: UploadState
  onFile: (file: File) => void
  onCancel: () => void
}

/** The way in for a file of the writer's own; while one is on its way, how far it is and a way out, in the same place. */
export function UploadTake({ slot, state, onFile, onCancel }: UploadTakeProps) {
  const t = useTranslations('take')
  const format = useFormatter()
  const locale = useLocale()
  const input = useRef<HTMLInputElement>(null)

  if (state.kind === 'sending') {
    const isThere = state.ratio === 1
    const words = isThere
      ? t('fitting', { name: state.name })
      : t('sending', { name: state.name, percent: format.number(state.ratio, { style: 'percent' }) })
    return (
      <div className="flex h-9 min-w-0 max-w-full items-center gap-2 pointer-coarse:h-11">
        <div className="min-w-0 flex-1">
          <p role="status" className="numeric truncate text-soft text-sm">
            {words}
          </p>
          <Progress value={isThere ? null : state.ratio} words={words} />
        </div>
        <IconButton words={t('cancel')} onClick={onCancel} className="pointer-coarse:size-11">
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      </div>
    )
  }
  const formats = new Intl.ListFormat(locale, { type: 'disjunction' }).format(UPLOAD_FORMATS[slot])
  const megabytes = UPLOAD_LIMITS[slot].bytes / 1e6
  return (
    <>
      <FileInput ref={input} accept={UPLOAD_ACCEPT[slot]} onFile={onFile} />
      <Tooltip words={t('bringHelp', { formats, megabytes })}>
        <Button onClick={() => input.current?.click()} className="pointer-coarse:h-11">
          <Upload aria-hidden="true" className="size-4" />
          {t(`bring.${slot}`)}
        </Button>
      </Tooltip>
    </>
  )
}
