import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ApiError } from '@/components/http/request'
import { messages as en } from '@/components/i18n/messages/en'
import { messages as zh } from '@/components/i18n/messages/zh'
import { ARRIVAL_PROBLEMS } from '@/lib/project/arrive/schema'
import { useImportWords } from './import-words'

function Words({ error }: { error: ApiError }) {
  return useImportWords()(error)
}

/** What the reader of a language is told of an answer. */
function told(locale: 'en' | 'zh', error: ApiError): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : zh} timeZone="UTC">
      <Words error={error} />
    </NextIntlClientProvider>,
  )
  return html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'")
}

const file = (problem: string, found = '', fault = '') =>
  new ApiError('bad_media', 'the server’s English', 422, { problem, found, fault })
const content = (...details: object[]) => new ApiError('invalid_input', 'the server’s English', 400, details)
const wrong = (field: string, problem: string, value = '') => ({ field, expected: 'English', problem, value })

describe('why a file was not imported', () => {
  it.each(ARRIVAL_PROBLEMS)('is said in both languages: %s', (problem) => {
    const words = {
      en: told('en', file(problem, 'PDF', 'no x')),
      zh: told('zh', file(problem, 'PDF', 'no x')),
    }
    expect(words.en).toMatch(/^[A-Z].*[.]$/)
    expect(words.zh).toMatch(/\p{Script=Han}/u)
    expect(words.en + words.zh).not.toMatch(/server|import\./)
  })

  it('names how much can be brought', () => {
    const error = new ApiError('too_large', '', 413, { limit_bytes: 8_000_000 })
    expect(told('en', error)).toContain('at most 8 MB')
    expect(told('zh', error)).toContain('8 MB')
  })

  it('names the scene and the field of a storyboard that are wrong, and no more than can be read', () => {
    const error = content(
      wrong('scenes.2.camera', 'choice', 'still, push-in'),
      wrong('title', 'missing'),
      wrong('scenes.0.seeds.clip', 'whole'),
      wrong('language', 'format'),
    )
    expect(told('en', error)).toBe(
      '4 things in this storyboard are not right. Change the file, then import it again. Scene 3: camera must be one of: still, push-in. title is missing. Scene 1: seeds.clip must be a whole number. One more is not named here.',
    )
    expect(told('zh', error)).toMatch(/有 4 处不对.*第 3 个分镜：camera 只能是：still, push-in。.*另有 1 处/)
  })

  it('tells what is no storyboard from one of a newer studio', () => {
    expect(told('en', content(wrong('file', 'no_storyboard')))).toMatch(/no storyboard/)
    expect(told('zh', content(wrong('version', 'newer')))).toMatch(/更新版本/)
    expect(told('zh', content(wrong('story', 'story_long', '100000')))).toMatch(/100,000/)
  })
})
