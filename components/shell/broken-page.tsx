'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

/** When a page itself fails: nothing of the film is lost, since the page holds none of it. */
export function BrokenPage({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useTranslations('broken')
  return (
    <main className="pt-16">
      <Empty
        wholePage
        title={t('title')}
        actions={
          <>
            <Button onClick={onRetry}>{t('again')}</Button>
            <Button asChild>
              <Link href="/">{t('toDesk')}</Link>
            </Button>
          </>
        }
      >
        <p>{t('why')}</p>
        {digest ? <p className="mt-2 text-xs">{t('digest', { digest })}</p> : null}
      </Empty>
    </main>
  )
}
