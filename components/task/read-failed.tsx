'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useErrorWords } from './error-words'

interface ReadFailedProps {
  title?: string
  error: unknown
  onAgain: () => unknown
}

/** The server did not tell what a page asked it: why, and the way to ask again. */
export function ReadFailed({ title, error, onAgain }: ReadFailedProps) {
  const t = useTranslations('common')
  const words = useErrorWords()
  return (
    <Notice
      tone="failed"
      {...(title === undefined ? {} : { title })}
      actions={
        <Button size="sm" onClick={() => void onAgain()}>
          {t('again')}
        </Button>
      }
    >
      {words(error)}
    </Notice>
  )
}
