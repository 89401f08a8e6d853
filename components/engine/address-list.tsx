'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { AddressView, ConnectionView } from '@/lib/engine/connection/schema'
import { EngineState } from './engine-state'
import { MemoryBar } from './memory-bar'

/** Every address with what the last look at it found; one that was not looked at yet is listed all the same. */
export function AddressList({ urls, addresses }: Pick<ConnectionView, 'urls' | 'addresses'>) {
  const t = useTranslations('engine.address')
  return (
    <ul className="flex flex-col divide-y divide-line border-line border-y">
      {urls.map((url) => {
        const address = addresses.find((own) => own.url === url)
        return (
          <li key={url} className="flex flex-col gap-1.5 py-3">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="wrap-anywhere numeric font-medium">{url}</span>
              {address ? (
                <EngineState state={address.state} />
              ) : (
                <span className="text-soft text-sm">{t('notLooked')}</span>
              )}
            </div>
            {address ? <AddressFacts address={address} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

function AddressFacts({ address }: { address: AddressView }) {
  const t = useTranslations('engine.address')
  const format = useFormatter()
  const { model, device, dtype, latencyMs, waiting, loaded, memory, message, fix } = address
  const facts = [
    model,
    device && (dtype ? `${device}, ${dtype}` : device),
    latencyMs !== null && t('latency', { ms: format.number(latencyMs) }),
    waiting !== null && t('waiting', { count: waiting }),
    loaded !== null && (loaded ? t('inMemory') : t('notInMemory')),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '')
  return (
    <>
      {facts.length > 0 ? (
        <p className="numeric wrap-anywhere text-soft text-sm">{facts.join(' · ')}</p>
      ) : null}
      {memory ? <MemoryBar {...memory} /> : null}
      {message ? (
        <p className="wrap-anywhere text-sm">
          {message} {fix ? <span className="text-soft">{fix}</span> : null}
        </p>
      ) : null}
    </>
  )
}
