'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTellError } from '@/components/task/tell-error'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import type { ShareLink } from '@/lib/share/schema'
import { useRevokeShare } from './queries'

/** There is no way back, so it is asked first. */
export function RevokeButton({ share }: { share: ShareLink }) {
  const t = useTranslations('links')
  const common = useTranslations('common')
  const tellError = useTellError()
  const revoke = useRevokeShare(share)
  const [asking, setAsking] = useState(false)
  const end = () => revoke.mutate(undefined, { onError: tellError })
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)} disabled={revoke.isPending}>
        {t('revoke')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('revokeTitle')}
        closeWords={common('close')}
        keepWords={t('keep')}
        doWords={t('revoke')}
        onConfirm={end}
      >
        {t('revokeWhat')}
      </Confirm>
    </>
  )
}
