'use client'

import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DropVeil } from '@/components/ui/drop-veil'
import { FieldError } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { useDrop } from '@/components/ui/use-drop'
import { ARRIVAL_ACCEPT } from '@/lib/project/arrive/schema'
import { ImportOffer } from './import-offer'
import { isImported, readStoryFile } from './story-file'

interface StoryFieldProps {
  ref: Ref<HTMLTextAreaElement>
  story: string
  error: string | undefined
  onChange: (story: string) => void
  onProblem: (problem: string) => void
}

/** The sheet of paper itself. A text file can be dropped on it or opened; what was there can be undone back. */
export function StoryField({ ref, story, error, onChange, onProblem }: StoryFieldProps) {
  const t = useTranslations('sheet')
  const arrival = useTranslations('import')
  const input = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [offered, setOffered] = useState<File | null>(null)

  const open = async (file: File) => {
    setOffered(isImported(file.name) ? file : null)
    if (isImported(file.name)) return
    const read = await readStoryFile(file)
    if ('problem' in read) onProblem(t(read.problem, { name: file.name }))
    else if ('found' in read) onProblem(arrival('problem.document', { found: read.found }))
    else onChange(read.story)
  }
  const { over, handlers } = useDrop((file) => void open(file))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.currentTarget instanceof HTMLElement && event.currentTarget.blur()
  }

  return (
    <div className="relative" {...handlers}>
      <div className="flex items-center justify-between px-5 pt-5 md:px-8 md:pt-7">
        <h1 id="sheet-title" className="font-serif text-2xl tracking-[-0.015em]">
          <label htmlFor="story">{t('title')}</label>
        </h1>
        <FileInput ref={input} accept={ARRIVAL_ACCEPT} onFile={(file) => void open(file)} />
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
      {offered ? (
        <ImportOffer
          file={offered}
          onLeave={() => {
            setOffered(null)
            opener.current?.focus()
          }}
        />
      ) : null}
      <DropVeil over={over} className="inset-2">
        {t('drop')}
      </DropVeil>
    </div>
  )
}
