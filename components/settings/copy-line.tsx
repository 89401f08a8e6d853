'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'

/** A command to be run elsewhere. Over plain http a browser does not copy: the text is selected instead. */
export function CopyLine({ text }: { text: string }) {
  const t = useTranslations('settings')
  const line = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState(false)
  const select = () => {
    if (line.current) getSelection()?.selectAllChildren(line.current)
  }
  const copy = () => {
    const done = navigator.clipboard?.writeText(text)
    if (done) done.then(() => setCopied(true), select)
    else select()
  }
  return (
    <div className="flex items-center gap-2 rounded border border-line bg-paper py-1 pr-1 pl-3">
      <code ref={line} className="wrap-anywhere min-w-0 flex-1 font-mono text-sm">
        {text}
      </code>
      <IconButton words={copied ? t('copied') : t('copy')} onClick={copy} onBlur={() => setCopied(false)}>
        {copied ? (
          <Check aria-hidden="true" className="size-4" />
        ) : (
          <Copy aria-hidden="true" className="size-4" />
        )}
      </IconButton>
    </div>
  )
}
