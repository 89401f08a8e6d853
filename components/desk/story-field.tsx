'use client'

import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type Ref, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { ARRIVAL_ACCEPT } from '@/lib/project/arrive/schema'
import { ImportOffer } from './import-offer'
import type { StoryFile } from './use-story-file'

interface StoryFieldProps {
  ref: Ref<HTMLTextAreaElement>
  story: string
  file: StoryFile
  error: string | undefined
  onChange: (story: string) => void
}

/** Where the story is written, pasted or read from a file. */
export function StoryField({ ref, story, file, error, onChange }: StoryFieldProps) {
  const t = useTranslations('sheet')
  const input = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.currentTarget instanceof HTMLElement && event.currentTarget.blur()
    file.onUndoKey(event)
  }

  return (
    <div>
      <div className="flex items-center justify-between px-5 pt-5 md:px-8 md:pt-7">
        <h1 id="sheet-title" className="font-serif text-2xl tracking-[-0.015em]">
          <label htmlFor="story">{t('title')}</label>
        </h1>
        <FileInput ref={input} accept={ARRIVAL_ACCEPT} onFile={file.open} />
        <Button ref={opener} size="sm" look="bare" className="-mr-2.5" onClick={() => input.current?.click()}>
          <FileText aria-hidden="true" className="size-4" />
          {t('openFile')}
        </Button>
      </div>
      <textarea
        ref={ref}
        id="story"
        value={story}
        placeholder={t('placeholder')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'story-error' : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="prose-story field-sizing-content block max-h-[60dvh] min-h-28 w-full resize-none bg-transparent px-5 pt-3 pb-4 placeholder:text-soft focus-visible:outline-none md:px-8"
      />
      {error ? (
        <div className="px-5 pb-4 md:px-8">
          <FieldError id="story-error">{error}</FieldError>
        </div>
      ) : null}
      {file.offered ? (
        <ImportOffer
          file={file.offered}
          onLeave={() => {
            file.leave()
            opener.current?.focus()
          }}
        />
      ) : null}
    </div>
  )
}
