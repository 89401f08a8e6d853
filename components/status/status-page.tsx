'use client'

import { Check, CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Header } from '@/components/shell/header'
import { ReadFailed } from '@/components/task/read-failed'
import { Skeleton } from '@/components/ui/skeleton'
import type { HealthPart } from '@/lib/project/health-schema'
import { EngineAddresses } from './engine-addresses'
import { useHealth } from './get-health'
import { usePartWords } from './part-words'

export function StatusPage() {
  const t = useTranslations('status')
  const { data, error, refetch } = useHealth()
  return (
    <>
      <Header />
      <main className="mx-auto flex w-full max-w-[56rem] flex-col gap-5 px-4 pt-4 pb-20 md:px-6">
        <h1 className="font-serif text-2xl">{t('title')}</h1>
        {error ? <ReadFailed title={t('silent')} error={error} onAgain={refetch} /> : null}
        {data ? (
          <>
            <p className="text-soft">{t(`summary.${data.status}`)}</p>
            <PartTable parts={data.parts} />
            <EngineAddresses engines={data.engines} />
          </>
        ) : error ? null : (
          <>
            <p role="status" className="text-soft">
              {t('asking')}
            </p>
            <Skeleton className="h-64" />
          </>
        )}
      </main>
    </>
  )
}

const SIGNS = {
  ok: { Icon: Check, colour: 'text-done' },
  degraded: { Icon: TriangleAlert, colour: 'text-stale' },
  down: { Icon: CircleAlert, colour: 'text-failed' },
} as const

function PartTable({ parts }: { parts: HealthPart[] }) {
  const t = useTranslations('status')
  const words = usePartWords()
  return (
    <div className="overflow-x-auto rounded border border-line bg-sheet">
      <table className="w-full text-left">
        <thead>
          <tr className="border-line border-b text-soft text-xs [&>th]:px-4 [&>th]:py-2 [&>th]:font-normal">
            <th scope="col">{t('part')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('detail')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const { Icon, colour } = SIGNS[part.state]
            const { name, details, fix } = words(part)
            return (
              <tr
                key={part.name}
                className="border-line border-b align-top last:border-b-0 [&>*]:px-4 [&>*]:py-2.5"
              >
                <th scope="row" className="whitespace-nowrap font-medium">
                  {name}
                </th>
                <td className="whitespace-nowrap">
                  <span className="inline-flex items-center gap-2">
                    <Icon aria-hidden="true" className={`size-4 ${colour}`} />
                    {t(`is.${part.state}`)}
                  </span>
                </td>
                <td className="w-full text-soft">
                  {details.map((detail) => (
                    <p key={detail} className="wrap-anywhere" suppressHydrationWarning>
                      {detail}
                    </p>
                  ))}
                  {fix ? <p className="text-ink">{fix}</p> : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
