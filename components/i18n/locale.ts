/**
 * I18n: the languages the tool speaks. The language is a cookie, not a path, so a link means the same to everybody.
 */
export const LOCALES = ['en', 'zh'] as const
export type Locale = (typeof LOCALES)[number]

export const LOCALE_COOKIE = 'locale'

/** Each language by its own name, so that those who cannot read the page find theirs. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', zh: '中文' }

const isLocale = (value: string | undefined): value is Locale => LOCALES.some((locale) => locale === value)

/** The choice kept in the cookie, else the first language of `Accept-Language` that we speak, else English. */
export function pickLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(/;\s*q=/)
      return { language: tag.toLowerCase().split('-')[0], weight: q === undefined ? 1 : Number(q) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
  for (const { language, weight } of wanted) if (weight > 0 && isLocale(language)) return language
  return 'en'
}
