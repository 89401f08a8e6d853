import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StatusPage } from '@/components/status/status-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('status')
  return { title: t('title') }
}

export default function Page() {
  return <StatusPage />
}
