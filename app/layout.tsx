import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from '@/components/shell/providers'
import { ThemeRoom } from '@/components/shell/theme-context'
import { readTheme, THEME_COOKIE, themeAttribute } from '@/components/ui/theme'
import { readSessionView } from '@/lib/access/login'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { default: t('studio'), template: `%s · ${t('studio')}` }, description: t('description') }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  const session = readSessionView(await headers())
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : locale} data-theme={themeAttribute(theme)}>
      <body>
        <NextIntlClientProvider>
          <ThemeRoom initial={theme}>
            <Providers session={session}>{children}</Providers>
          </ThemeRoom>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
