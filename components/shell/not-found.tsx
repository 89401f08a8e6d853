'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Header } from './header'

export function NotFound() {
  const t = useTranslations('missing')
  return (
    <>
      <Header />
      <main>
        <Empty
          wholePage
          title={t('title')}
          actions={
            <Button asChild>
              <Link href="/">{t('toDesk')}</Link>
            </Button>
          }
        >
          {t('why')}
        </Empty>
      </main>
    </>
  )
}
