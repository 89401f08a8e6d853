import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { messages as en } from '@/components/i18n/messages/en'
import { messages as zh } from '@/components/i18n/messages/zh'
import type { FieldChange } from './changes'
import { FieldDiff } from './field-diff'

const told = (locale: 'en' | 'zh', change: FieldChange): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : zh} timeZone="UTC">
      <FieldDiff change={change} language="en" />
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]+>/g, '|')

test('a chosen take is told by its first digits, and not by all 64', () => {
  const change = { field: 'pins.frame', now: '3f2a91c0'.repeat(8), was: null }
  expect(told('en', change)).toBe('||take 3f2a91c0||none||')
  expect(told('zh', change)).toBe('||版本 3f2a91c0||无||')
})
