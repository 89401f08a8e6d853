import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences'
import { cleanStory } from './story'

const split = (text: string) => splitSentences(cleanStory(text)).map((sentence) => sentence.text)

describe('a sentence ends', () => {
  it.each([
    ['He ran. She followed.', ['He ran.', 'She followed.']],
    ['Mr. Fox met Mrs. J. R. Hare. They sat.', ['Mr. Fox met Mrs. J. R. Hare.', 'They sat.']],
    [
      'It cost 3.50 at 5 p.m. on St. John St. in May. Why?',
      ['It cost 3.50 at 5 p.m. on St. John St. in May.', 'Why?'],
    ],
    ['"Run!" he cried. "Now." She ran.', ['"Run!" he cried.', '"Now."', 'She ran.']],
    ['“Where?” asked Tom. “Here.”', ['“Where?” asked Tom.', '“Here.”']],
    ['"Where?" Tom asked. "Here."', ['"Where?" Tom asked.', '"Here."']],
    ['Well... maybe. Then... Nothing.', ['Well... maybe.', 'Then...', 'Nothing.']],
    ['It was I. Then he left.', ['It was I.', 'Then he left.']],
    ['1. Wake up. 2. Eat.', ['1. Wake up.', '2. Eat.']],
    ['See no. 5, e.g. here. Done.', ['See no. 5, e.g. here.', 'Done.']],
  ])('as an English reader hears it: %s', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it.each([
    ['天黑了。他走了！谁？', ['天黑了。', '他走了！', '谁？']],
    ['“快跑！”他喊道。她跑了。', ['“快跑！”他喊道。', '她跑了。']],
    ['他说：“走吧。”于是他们走了。', ['他说：“走吧。”', '于是他们走了。']],
    ['「今晚有風暴！」他說。天黑了。', ['「今晚有風暴！」他說。', '天黑了。']],
    ['我……我不知道。好吧。', ['我……我不知道。', '好吧。']],
    ['“等等……”他知道了。', ['“等等……”', '他知道了。']],
    ['他走了——再也没有回来。', ['他走了——再也没有回来。']],
    ['狐狸（很小。）跑了。', ['狐狸（很小。）', '跑了。']],
  ])('as a Chinese reader hears it: %s', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it.each([
    ['「行こう。」と言った。夜になった。', ['「行こう。」と言った。', '夜になった。']],
    ['هل نام؟ نعم، نام.', ['هل نام؟', 'نعم، نام.']],
    ['एक राजा था। वह दयालु था।', ['एक राजा था।', 'वह दयालु था।']],
    ['Er kam um 5 Uhr z.B. heim. Dann schlief er.', ['Er kam um 5 Uhr z.B. heim.', 'Dann schlief er.']],
    ['M. Dupont arrive. Il rit.', ['M. Dupont arrive.', 'Il rit.']],
  ])('in other languages too: %s', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })
})

describe('headings', () => {
  it.each([
    ['# The Storm\nThe sea rose.', 'The Storm'],
    ['Chapter 1\nTom ran home. He slept.', 'Chapter 1'],
    ['第一章 出发\n小明走了。', '第一章 出发'],
    ['The Girl and the Dragon\n\nOnce there was a girl.', 'The Girl and the Dragon'],
    ['小狐狸\n从前有一只小狐狸，住在森林里。', '小狐狸'],
  ])('are sentences of their own: %j', (text, heading) => {
    const [first] = splitSentences(cleanStory(text))
    expect(first).toMatchObject({ text: heading, heading: true })
  })

  it('are not found in verse', () => {
    expect(
      splitSentences('The fog comes\non little cat feet.\nIt sits looking\nover harbor').some(
        (s) => s.heading,
      ),
    ).toBe(false)
  })
})
