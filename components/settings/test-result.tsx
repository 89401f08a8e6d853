'use client'

import { useTranslations } from 'next-intl'
import { useErrorWords } from '@/components/task/error-words'
import { Progress } from '@/components/ui/progress'
import type { ConnectionView, Service } from '@/lib/engine/connection/schema'
import { useTestConnection } from './change-connection'

export interface Test {
  run: () => void
  isRunning: boolean
  isDone: boolean
  error: Error | null
}

export function useTest(service: Service): Test {
  const test = useTestConnection(service)
  return { run: test.mutate, isRunning: test.isPending, isDone: test.isSuccess, error: test.error }
}

/** What a look at every address has found, in one sentence beside the button. */
export function TestResult({ test, connection }: { test: Test; connection: ConnectionView }) {
  const t = useTranslations('settings')
  const words = useErrorWords()
  const { addresses } = connection
  const ready = addresses.filter((address) => address.state === 'ready').length
  return (
    <div role="status" className="min-w-40 flex-1 text-sm">
      {test.isRunning ? (
        <span className="flex max-w-60 flex-col gap-1 text-soft">
          {t('testing')}
          <Progress value={null} words={t('testing')} />
        </span>
      ) : test.error ? (
        words(test.error)
      ) : test.isDone && addresses.length > 0 ? (
        t('tested', { ready, count: addresses.length })
      ) : null}
    </div>
  )
}
