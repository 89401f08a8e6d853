'use client'

/** Settings: where the engines are, how each address stands, and what new films start with. */
import { useTranslations } from 'next-intl'
import { Keys } from '@/components/access/keys'
import { useMay } from '@/components/access/use-may'
import { useEngines } from '@/components/engine/get-engines'
import { AllLinks } from '@/components/share/all-links'
import { Header } from '@/components/shell/header'
import { ReadFailed } from '@/components/task/read-failed'
import { Skeleton } from '@/components/ui/skeleton'
import type { EnginesView } from '@/lib/engine/connection/schema'
import { DefaultEngines } from './default-engines'
import { PlugIn } from './plug-in'
import { ServiceCard } from './service-card'

export function SettingsPage() {
  const t = useTranslations('settings')
  const mayChange = useMay('admin')
  const { data: view, error, refetch } = useEngines()
  return (
    <>
      <Header />
      <main className="mx-auto flex w-full max-w-[56rem] flex-col gap-6 px-4 pt-4 pb-20 md:px-6">
        <div className="flex flex-col gap-2">
          <h1 className="font-serif text-2xl">{t('title')}</h1>
          <p className="max-w-[44rem] text-soft">{t('lead')}</p>
          {mayChange ? null : <p className="text-soft">{t('onlyAdmin')}</p>}
        </div>
        {error ? (
          <ReadFailed title={view ? t('notFresh') : t('notLoaded')} error={error} onAgain={refetch} />
        ) : null}
        {view ? <Sections view={view} mayChange={mayChange} /> : null}
        {view || error ? null : (
          <>
            <p role="status" className="text-soft">
              {t('loading')}
            </p>
            <Skeleton className="h-40" />
            <Skeleton className="h-40" />
          </>
        )}
        <AllLinks />
        <Keys />
      </main>
    </>
  )
}

function Sections({ view, mayChange }: { view: EnginesView; mayChange: boolean }) {
  // What to do first, for those who can do it.
  const isBare = mayChange && view.connections.every((connection) => connection.urls.length === 0)
  return (
    <>
      {isBare ? <PlugIn open /> : null}
      {view.connections.map((connection) => (
        <ServiceCard key={connection.service} connection={connection} />
      ))}
      <DefaultEngines view={view} />
      {isBare ? null : <PlugIn />}
    </>
  )
}
