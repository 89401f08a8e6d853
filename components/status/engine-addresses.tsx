'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { AddressList } from '@/components/engine/address-list'
import { Button } from '@/components/ui/button'
import type { EngineHealth } from '@/lib/project/health-schema'

/** The remote engines, address by address. */
export function EngineAddresses({ engines }: { engines: readonly EngineHealth[] }) {
  const t = useTranslations('status')
  const kind = useTranslations('engine.kind')
  const engine = useTranslations('engine')
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 rounded border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={id} className="font-serif text-lg">
          {t('engines')}
        </h2>
        <Button asChild size="sm">
          <Link href="/settings">{t('toSettings')}</Link>
        </Button>
      </div>
      {engines.length === 0 ? <p className="text-soft">{t('noEngines')}</p> : null}
      {engines.map(({ service, kind: made, identity, lastError, addresses }) => (
        <div key={service} className="flex flex-col gap-2">
          <h3 className="flex flex-wrap gap-x-3 font-medium">
            {kind(made)}
            {identity ? <span className="wrap-anywhere font-normal text-soft">{identity}</span> : null}
          </h3>
          <AddressList urls={addresses.map(({ url }) => url)} addresses={addresses} />
          {lastError ? (
            <p className="border-stale border-l-2 pl-3 text-sm">
              {engine('lastError', { message: lastError.message })}
            </p>
          ) : null}
        </div>
      ))}
    </section>
  )
}
