'use client'

import { useTranslations } from 'next-intl'
import { CopyLine } from '@/components/settings/copy-line'
import { Section } from '@/components/ui/section'
import { KeyRow } from './key-row'
import { NewKey } from './new-key'
import { useKeys, useSession } from './queries'
import { useMay } from './use-may'

/** The keys of the studio: who may come in, and as what. */
export function Keys() {
  const t = useTranslations('access')
  const { data: session } = useSession()
  const isAdmin = useMay('admin') && session?.locked === true
  const { data } = useKeys(isAdmin)
  const keys = data?.keys
  if (!session) return null
  const lead = t(session.locked ? (isAdmin ? 'keysLead' : 'onlyAdmin') : 'open')
  return (
    <Section title={t('keys')} lead={lead}>
      {isAdmin ? (
        <>
          <NewKey />
          {keys?.length === 0 ? <p className="text-soft text-sm">{t('none')}</p> : null}
          {keys && keys.length > 0 ? (
            <ul className="flex flex-col divide-y divide-line border-line border-t">
              {keys.map((key) => (
                <KeyRow key={key.id} view={key} />
              ))}
            </ul>
          ) : null}
          {data ? (
            <div className="flex flex-col gap-1.5">
              <p className="text-soft text-sm">{t('callbacks')}</p>
              <CopyLine text={data.callbackSecret} />
            </div>
          ) : null}
          {keys ? null : (
            <p role="status" className="text-soft text-sm">
              {t('loading')}
            </p>
          )}
        </>
      ) : null}
    </Section>
  )
}
