import { createFormatter, createTranslator } from 'next-intl'
import { LOCALE_COOKIE, type Locale, pickLocale } from '@/components/i18n/locale'
import { messages as en } from '@/components/i18n/messages/en'
import { messages as zh } from '@/components/i18n/messages/zh'
import { cookieOf } from '@/lib/access/session'

const SHARE = { en: { share: en.share }, zh: { share: zh.share } } as const satisfies Record<Locale, object>

/** The words of a share page, in the language of whoever opens it. */
export function wordsFor(headers: Headers) {
  const cookie = cookieOf(headers.get('cookie') ?? undefined, LOCALE_COOKIE)
  const locale = pickLocale(cookie, headers.get('accept-language'))
  return {
    locale,
    translate: (namespace: 'share') => createTranslator({ locale, messages: SHARE[locale], namespace }),
    format: createFormatter({ locale }),
  }
}

export type Words = ReturnType<typeof wordsFor>
