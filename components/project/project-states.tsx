'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ApiError } from '@/components/http/request'
import { Header } from '@/components/shell/header'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Skeleton } from '@/components/ui/skeleton'

/** The page before its film is known, with everything already in its place. */
export function ProjectSkeleton() {
  const t = useTranslations('project')
  return (
    <div className="flex h-dvh flex-col">
      <div className="flex h-14 shrink-0 items-center gap-3 border-line border-b px-4">
        <Skeleton className="h-6 w-48" />
        <p role="status" className="text-soft text-sm">
          {t('opening')}
        </p>
      </div>
      <div className="grid min-h-0 flex-1 lg:grid-cols-[17rem_minmax(0,1fr)_20rem] xl:grid-cols-[18rem_minmax(0,1fr)_22rem]">
        <div className="flex flex-col gap-3 overflow-hidden border-line p-4 max-lg:hidden lg:border-r">
          <Skeleton className="h-56" />
          <Skeleton className="h-56" />
          <Skeleton className="h-56" />
        </div>
        <div className="p-4 lg:p-6">
          <Skeleton className="mx-auto aspect-video w-full max-w-[64rem]" />
        </div>
        <div className="flex flex-col gap-3 border-line bg-sheet p-5 max-lg:hidden lg:border-l">
          <Skeleton className="h-8 w-32" />
          <Skeleton className="h-40" />
          <Skeleton className="h-20" />
        </div>
      </div>
    </div>
  )
}

export function ProjectTrouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('project')
  const words = useErrorWords()
  const gone = error instanceof ApiError && error.status === 404
  return (
    <>
      <Header />
      <main>
        <Empty
          wholePage
          title={gone ? t('gone') : t('unreachable')}
          actions={
            <>
              {gone ? null : <Button onClick={onRetry}>{t('again')}</Button>}
              <Button asChild>
                <Link href="/">{t('toDesk')}</Link>
              </Button>
            </>
          }
        >
          {gone ? t('goneWhy') : words(error)}
        </Empty>
      </main>
    </>
  )
}
