'use client'

import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/class-names'
import { FieldError } from '@/components/ui/field'
import { readStoryFile } from './story-file'

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
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  const open = async (file: File | undefined) => {
    if (!file) return
    const read = await readStoryFile(file)
    if ('problem' in read) onProblem(t(read.problem, { name: file.name }))
    else onChange(read.story)
  }
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.currentTarget instanceof HTMLElement && event.currentTarget.blur()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button that opens a file.
    <div
      className="relative"
      onDragOver={(event) => {
        if (!hasFile(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFile(event)) return
        event.preventDefault()
        setOver(false)
        void open(event.dataTransfer.files[0])
      }}
    >
      <div className="flex items-center justify-between px-5 pt-5 md:px-8 md:pt-7">
        <h1 id="sheet-title" className="font-serif text-2xl tracking-[-0.015em]">
          <label htmlFor="story">{t('title')}</label>
        </h1>
        <input
          ref={input}
          type="file"
          accept=".txt,.md,.markdown,text/plain,text/markdown"
          tabIndex={-1}
          aria-hidden="true"
          className="hidden"
          onChange={(event) => {
            void open(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button size="sm" look="bare" className="-mr-2.5" onClick={() => input.current?.click()}>
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
      <div
        aria-hidden="true"
        className={cx(
          'pointer-events-none absolute inset-2 flex items-center justify-center rounded border-2 border-edge border-dashed bg-sheet/90 font-serif text-lg transition-opacity',
          over ? 'opacity-100' : 'opacity-0',
        )}
      >
        {t('drop')}
      </div>
    </div>
  )
}
