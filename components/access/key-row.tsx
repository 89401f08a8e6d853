'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTouchedWords } from '@/components/i18n/use-words'
import { useTellError } from '@/components/task/tell-error'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import type { KeyView } from '@/lib/access/schema'
import { useRevokeKey } from './queries'

export function KeyRow({ view }: { view: KeyView }) {
  const t = useTranslations('access')
  const common = useTranslations('common')
  const touched = useTouchedWords()
  const tellError = useTellError()
  const revoke = useRevokeKey()
  const [asking, setAsking] = useState(false)
  const state = view.revokedAt
    ? t('revoked', { when: touched(view.revokedAt).words })
    : view.lastUsedAt
      ? t('used', { when: touched(view.lastUsedAt).words })
      : t('unused')
  const end = () => revoke.mutate(view.id, { onError: tellError })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <span className="wrap-anywhere min-w-0 flex-1 basis-40">
        {view.name} <code className="font-mono text-soft text-sm">{view.hint}…</code>
      </span>
      <Badge>{t(`role.${view.role}`)}</Badge>
      <span className="text-soft text-sm">{state}</span>
      {view.revokedAt ? null : (
        <Button size="sm" onClick={() => setAsking(true)} disabled={revoke.isPending}>
          {t('revoke')}
        </Button>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('revokeTitle', { name: view.name })}
        closeWords={common('close')}
        keepWords={t('keep')}
        doWords={t('revoke')}
        onConfirm={end}
      >
        {t('revokeWhat')}
      </Confirm>
    </li>
  )
}
