import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALE_COOKIE, pickLocale } from './locale'

const MESSAGES = {
  en: () => import('./messages/en'),
  zh: () => import('./messages/zh'),
} as const

// biome-ignore lint/style/noDefaultExport: next-intl reads this module's default export.
export default getRequestConfig(async () => {
  const locale = pickLocale(
    (await cookies()).get(LOCALE_COOKIE)?.value,
    (await headers()).get('accept-language'),
  )
  return { locale, messages: (await MESSAGES[locale]()).messages }
})
