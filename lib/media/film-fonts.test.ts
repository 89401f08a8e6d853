import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { filmFonts, fontOrder } from './film-fonts'

const ROOT = path.resolve('public/fonts/film')

describe('the fonts of a film', () => {
  test.each([
    ['en', 'latin', 'The quick “fox” — it’s 100%…'],
    ['pl', 'latin', 'Zażółć gęślą jaźń'],
    ['vi', 'latin', 'Tiếng Việt rất đẹp'],
    ['el', 'latin', 'Καλημέρα κόσμε'],
    ['ru', 'latin', 'Съешь же ещё этих булок'],
    ['zh', 'chinese', '夜晚的森林里，「月亮」——“你好”……！'],
    ['zh-CN', 'chinese', '小狐狸Fox'],
    ['zh-TW', 'taiwan', '夜晚的森林裡，「月亮」'],
    ['zh-Hant-HK', 'taiwan', '夜晚'],
    ['ja', 'japanese', '夜の森で、小さなキツネが「月」を見上げた。'],
    ['ko', 'korean', '깊은 숲속의 여우가 달을 봅니다.'],
    ['ar', 'arabic', 'في ليلة عاصفة، أشعل الحارس المصباح؟ (نعم)!'],
    ['fa', 'arabic', 'پروانه‌ها می‌رقصند.'],
    ['he', 'hebrew', 'בלילה ביער, "שועל"!'],
    ['hi', 'devanagari', 'रात के जंगल में एक लोमड़ी।'],
    ['th', 'thai', 'คืนหนึ่งในป่า จิ้งจอกน้อย!'],
  ])('%s is led by %s and has every character of its text', async (language, first, text) => {
    expect(fontOrder(language)[0]).toBe(first)
    const fonts = await filmFonts(ROOT, language)
    const missing = [...text].filter((char) => !fonts.some((f) => f.covers(char.codePointAt(0) ?? 0)))
    expect(missing).toEqual([])
  })

  test('lie beside their licence', async () => {
    for (const folder of fontOrder('en')) {
      expect(await readdir(path.join(ROOT, folder))).toContain('OFL.txt')
    }
  })

  test('have no emoji: those are left out rather than drawn as boxes', async () => {
    const fonts = await filmFonts(ROOT, 'en')
    expect(fonts.some((f) => f.covers('🦊'.codePointAt(0) ?? 0))).toBe(false)
  })

  test('that are not there are an error', async () => {
    await expect(filmFonts('/nowhere', 'en')).rejects.toThrow()
  })
})
