import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LoginForm } from '@/components/access/login-form'
import { placeAfterLogin } from '@/components/access/place-after-login'
import { principalIn } from '@/lib/access/principal'
import { SESSION_COOKIE } from '@/lib/access/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access')
  return { title: t('login'), robots: { index: false } }
}

export default async function Page({ searchParams }: PageProps<'/login'>) {
  const next = placeAfterLogin((await searchParams).next)
  // An open studio asks for no key, and whoever is in has given one.
  if (principalIn(await headers())) redirect(next)
  // A browser drops a session's cookie in time, and so does logging out: one that opens nothing any more was ended.
  return <LoginForm next={next} wasIn={(await cookies()).has(SESSION_COOKIE)} />
}
