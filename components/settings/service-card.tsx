'use client'

import { Plug } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { May } from '@/components/access/may'
import { AddressList } from '@/components/engine/address-list'
import { connectionState } from '@/components/engine/connection-state'
import { EngineState } from '@/components/engine/engine-state'
import { Button } from '@/components/ui/button'
import type { ConnectionView } from '@/lib/engine/connection/schema'
import { ConnectionForm } from './connection-form'
import { TestResult, useTest } from './test-result'

/** One kind of engine: where it is, how each address stands, and the way to change and try it. */
export function ServiceCard({ connection }: { connection: ConnectionView }) {
  const t = useTranslations('settings')
  const { service, urls, from, engine } = connection
  const engineWords = useTranslations('engine')
  const title = useId()
  const [editing, setEditing] = useState(false)
  const test = useTest(service)
  const isBare = urls.length === 0
  return (
    <section
      aria-labelledby={title}
      data-service={service}
      className="flex flex-col gap-4 rounded border border-line bg-sheet p-4 md:p-5"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={title} className="font-serif text-lg">
          {t(`service.${service}.name`)}
        </h2>
        <EngineState state={connectionState(connection)} />
        {isBare ? null : <span className="ml-auto text-soft text-sm">{t(`from.${from}`)}</span>}
      </div>
      <p className="text-soft text-sm">{t(`service.${service}.what`)}</p>
      {isBare ? null : <AddressList {...connection} />}
      {engine?.lastError && connectionState(connection) !== 'ready' ? (
        <p className="border-stale border-l-2 pl-3 text-sm">
          {engineWords('lastError', { message: engine.lastError.message })}
        </p>
      ) : null}
      <May need="admin">
        {editing ? (
          <ConnectionForm
            connection={connection}
            onSaved={() => {
              setEditing(false)
              test.run()
            }}
            onClose={() => setEditing(false)}
          />
        ) : (
          <div className="flex flex-wrap items-center gap-2">
            {isBare ? null : (
              <Button size="sm" disabled={test.isRunning} onClick={test.run} className="pointer-coarse:h-11">
                {t('test')}
              </Button>
            )}
            <Button size="sm" onClick={() => setEditing(true)} className="pointer-coarse:h-11">
              {isBare ? <Plug aria-hidden="true" className="size-3.5" /> : null}
              {isBare ? t('connect') : t('change')}
            </Button>
            <TestResult test={test} connection={connection} />
          </div>
        )}
      </May>
    </section>
  )
}
