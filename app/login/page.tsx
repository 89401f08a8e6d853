import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LoginForm } from '@/components/access/login-form'
import { placeAfterLogin } from '@/components/access/place-after-login'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access')
  return { title: t('login'), robots: { index: false } }
}

export default async function Page({ searchParams }: PageProps<'/login'>) {
  return <LoginForm next={placeAfterLogin((await searchParams).next)} />
}
