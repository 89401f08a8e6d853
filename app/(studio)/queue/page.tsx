import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QueuePage } from '@/components/queue/queue-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('queue')
  return { title: t('title') }
}

export default function Page() {
  return <QueuePage />
}
