'use client'

import { RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { May } from '@/components/access/may'
import { useConnected } from '@/components/live/use-connected'
import { useLiveQueue } from '@/components/live/use-live-queue'
import { useCommands } from '@/components/palette/use-commands'
import { Header } from '@/components/shell/header'
import { ReadFailed } from '@/components/task/read-failed'
import { useTellError } from '@/components/task/tell-error'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { useToast } from '@/components/ui/toast'
import type { QueueView } from '@/lib/project/queue/schema'
import { useQueue } from './get-queue'
import { PauseButton, PauseNotice } from './pause'
import { usePauseQueue } from './pause-queue'
import { useRetryFailed } from './retry-failed'
import { type TargetList, TargetSection } from './target-section'
import { useRowKeys } from './use-row-keys'

/** What the whole studio has in hand. */
export function QueuePage() {
  useLiveQueue()
  const t = useTranslations('queue')
  const { data: view, error, refetch } = useQueue(useConnected())
  return (
    <>
      <Header />
      <main className="mx-auto flex w-full max-w-[72rem] flex-col gap-8 px-4 pt-4 pb-20 md:px-6">
        <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="font-serif text-2xl">{t('title')}</h1>
          {view ? <QueueHead view={view} /> : null}
        </div>
        {error ? (
          <ReadFailed title={view ? t('notFresh') : t('notLoaded')} error={error} onAgain={refetch} />
        ) : null}
        {view ? <QueueLists view={view} /> : null}
        {view || error ? null : (
          <>
            <p role="status" className="text-soft">
              {t('loading')}
            </p>
            <Skeleton className="h-48" />
          </>
        )}
      </main>
    </>
  )
}

/** How much there is, and the switch that stops it all. */
function QueueHead({ view: { counts, pausedSince } }: { view: QueueView }) {
  const t = useTranslations('queue')
  const tellError = useTellError()
  const pause = usePauseQueue(tellError)
  const paused = pausedSince !== null
  const { begun, waiting, failed } = counts
  useCommands([{ id: 'queue.pause', run: () => pause.mutate(!paused), keys: ['p'] }])
  return (
    <>
      <p className="numeric mr-auto text-soft" aria-live="polite">
        {begun + waiting + failed > 0 ? t('summary', { begun, waiting, failed }) : null}
      </p>
      <May need="admin">
        <PauseButton paused={paused} busy={pause.isPending} onSet={(next) => pause.mutate(next)} />
      </May>
    </>
  )
}

function QueueLists({ view }: { view: QueueView }) {
  const t = useTranslations('queue')
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { counts, pausedSince, runners, live, failed, ended } = view
  useRowKeys(list)

  const toggle = (id: string) =>
    setOpen((ids) => new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]))
  const section = (name: TargetList, targets: QueueView['live'], total: number) => (
    <TargetSection list={name} {...{ targets, total, open }} paused={pausedSince !== null} onToggle={toggle}>
      {name === 'failed' && total > 1 ? <RetryAll count={total} /> : null}
    </TargetSection>
  )
  const begun = live.filter((target) => target.begun)
  const waiting = live.filter((target) => !target.begun)
  return (
    <>
      {pausedSince ? <PauseNotice since={pausedSince} running={counts.tasks.running} /> : null}
      {runners === 0 ? <NoRunner /> : null}
      {live.length + failed.length + ended.length === 0 ? (
        <Empty
          title={t('empty')}
          actions={
            <Button asChild>
              <Link href="/">{t('toDesk')}</Link>
            </Button>
          }
        >
          {t('emptyWhy')}
        </Empty>
      ) : null}
      <div ref={list} className="flex flex-col gap-8">
        {section('begun', begun, counts.begun)}
        {section('waiting', waiting, counts.waiting)}
        {section('failed', failed, counts.failed)}
        {section('ended', ended, ended.length)}
      </div>
    </>
  )
}

function RetryAll({ count }: { count: number }) {
  const t = useTranslations('queue')
  const toast = useToast()
  const tellError = useTellError()
  const retry = useRetryFailed()
  const retryAll = () =>
    retry.mutate(undefined, {
      onSuccess: ({ tasks }) => toast({ words: t('retriedAll', { count: tasks.length }) }),
      onError: tellError,
    })
  useCommands([{ id: 'queue.retryAll', run: retryAll }])
  return (
    <May need="editor">
      <Button size="sm" className="ml-auto" disabled={retry.isPending} onClick={retryAll}>
        <RotateCcw aria-hidden="true" className="size-3.5" />
        {t('retryAll', { count })}
      </Button>
    </May>
  )
}

function NoRunner() {
  const t = useTranslations('queue')
  return (
    <Notice
      tone="failed"
      title={t('noRunner')}
      actions={
        <Button asChild size="sm">
          <Link href="/status">{t('toStatus')}</Link>
        </Button>
      }
    >
      {t('noRunnerWhy')}
    </Notice>
  )
}
