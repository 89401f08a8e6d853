'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ImportProgress } from './import-progress'
import { useImport } from './use-import'

interface ImportOfferProps {
  file: File
  onLeave: () => void
}

/** For a file that the sheet cannot hold: says that it is imported, and does it. */
export function ImportOffer({ file, onLeave }: ImportOfferProps) {
  const t = useTranslations('sheet.offer')
  const { state, send, cancel } = useImport()
  const area = useRef<HTMLDivElement>(null)
  const { kind } = state
  const { name } = file

  // Whoever opened the file by keyboard goes on from here; a button that gave way takes the focus along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file or another state has another first button
  useEffect(() => void area.current?.querySelector('button')?.focus(), [kind, file])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc goes one step back from whatever has the focus inside
    <div
      ref={area}
      className="px-5 pb-4 md:px-8"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <Notice
        actions={
          state.kind === 'sending' ? (
            <ImportProgress state={state} onCancel={cancel} />
          ) : (
            <>
              <Button aria-describedby="offer-what" className="max-w-full" onClick={() => send(file)}>
                <span className="truncate">{t('import', { name })}</span>
              </Button>
              <Button look="bare" onClick={onLeave}>
                {t('leave')}
              </Button>
            </>
          )
        }
      >
        <span id="offer-what" className="[overflow-wrap:anywhere]">
          {t('what', { name, kind: /\.docx$/i.test(name) ? 'story' : 'made' })}
        </span>
      </Notice>
    </div>
  )
}
