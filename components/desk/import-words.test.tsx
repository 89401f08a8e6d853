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

  it('says types and lengths as people do', () => {
    const error = (field: string, kind: string, value: string) => content(wrong(field, kind, value))
    const both = (field: string, kind: string, value: string) =>
      (['en', 'zh'] as const).map((locale) =>
        told(locale, error(field, kind, value)).replace(/^.*(import it again\.|再导入。) ?/, ''),
      )
    expect(both('scenes.0.narration', 'type', 'string')).toEqual([
      'Scene 1: narration must be text.',
      '第 1 个分镜：narration 必须是文字。',
    ])
    expect(both('cast', 'type', 'array')).toEqual(['cast must be a list in [ ].', 'cast 必须是列表（[ ]）。'])
    expect(both('transition', 'type', 'object')).toEqual([
      'transition must be an object in { }.',
      'transition 必须是对象（{ }）。',
    ])
    expect(both('scenes', 'tooFew', '1')).toEqual(['scenes needs at least one.', 'scenes 至少要有 1 个。'])
    expect(both('title', 'tooLong', '200')[0]).toBe('title is too long: at most 200 characters.')
    expect(both('pins.frame', 'format', 'fingerprint')).toEqual([
      'pins.frame must be 64 hexadecimal digits (0 to 9, a to f).',
      'pins.frame 必须是 64 位十六进制数（0 至 9、a 至 f）。',
    ])
  })

  it('tells what is no storyboard from one of a newer studio', () => {
    expect(told('en', content(wrong('file', 'no_storyboard')))).toMatch(/no storyboard/)
    expect(told('zh', content(wrong('version', 'newer')))).toMatch(/更新版本/)
    expect(told('zh', content(wrong('story', 'story_long', '100000')))).toMatch(/100,000/)
  })
})
