'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import type { ShareLink } from '@/lib/share/schema'
import { useRevokeShare } from './queries'

/** There is no way back, so it is asked first. */
export function RevokeButton({ share }: { share: ShareLink }) {
  const t = useTranslations('links')
  const common = useTranslations('common')
  const words = useErrorWords()
  const toast = useToast()
  const revoke = useRevokeShare(share)
  const [asking, setAsking] = useState(false)
  const end = () => {
    setAsking(false)
    revoke.mutate(undefined, { onError: (error) => toast({ words: words(error), grave: true }) })
  }
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)} disabled={revoke.isPending}>
        {t('revoke')}
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t('revokeTitle')} closeWords={common('close')}>
        <p className="mb-5 text-soft">{t('revokeWhat')}</p>
        <div className="flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>{t('keep')}</Button>
          <Button look="primary" onClick={end}>
            {t('revoke')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
