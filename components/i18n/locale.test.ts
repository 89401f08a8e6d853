import { expect, test } from 'vitest'
import { pickLocale } from './locale'

test('the language chosen by hand wins over what the browser asks for', () => {
  expect(pickLocale('zh', 'en-GB,en;q=0.9')).toBe('zh')
})

test('without a choice the best-weighted language that we speak is taken', () => {
  expect(pickLocale(undefined, 'fr-FR,en;q=0.5,zh-CN;q=0.8')).toBe('zh')
  expect(pickLocale(undefined, 'zh-TW')).toBe('zh')
  expect(pickLocale('klingon', 'de,zh;q=0')).toBe('en')
  expect(pickLocale(undefined, null)).toBe('en')
})
