import { describe, expect, it } from 'vitest'
import { detectLanguage } from './language'

describe('detectLanguage', () => {
  it.each([
    ['The fox ran home.', 'en'],
    ['狐狸跑回了家。', 'zh'],
    ['狐貍跑回家裡，對媽媽說這是我們的燈。', 'zh-Hant'],
    ['一位独行武者穿越废土城市寻找真相', 'zh'],
    ['狐は森へ帰りました。', 'ja'],
    ['여우가 집으로 돌아갔다.', 'ko'],
    ['عاد الثعلب إلى البيت.', 'ar'],
    ['روباه به خانه برگشت و چای پخت.', 'fa'],
    ['השועל חזר הביתה.', 'he'],
    ['Лиса вернулась домой.', 'ru'],
    ['Лисиця повернулася додому і їла.', 'uk'],
    ['लोमड़ी घर लौट आई।', 'hi'],
    ['สุนัขจิ้งจอกกลับบ้าน', 'th'],
    ['Le renard est rentré dans la maison avec son ami.', 'fr'],
    ['Der Fuchs ist mit dem Kind nach Haus gegangen und schläft.', 'de'],
    ['El zorro volvió a la casa con su amigo.', 'es'],
    ['Il lupo era nella casa con la nonna e il cacciatore.', 'it'],
    ['A raposa voltou para a casa com o seu amigo.', 'pt'],
    ['🦊🌙', 'en'],
    ['…… !?', 'en'],
    ['小明说 OK，然后 Tom 走了。', 'zh'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })
})
