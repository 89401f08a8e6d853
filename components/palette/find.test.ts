import { describe, expect, it } from 'vitest'
import { findAmong } from './find'

const entry = (words: string, also = '') => ({ words, also })
const found = (query: string, list = LIST) => findAmong(list, query).map(({ words }) => words)

const LIST = [
  entry('Undo', '撤销'),
  entry('Split the scene', '拆分分镜'),
  entry('Merge with the next scene', '与下一个分镜合并'),
  entry('Scene 13: The storm', 'Waves rose over the pier.'),
  entry('Scene 3: The lamp', 'The keeper lit the lamp.'),
  entry('分镜 4：灯塔', '守塔人点亮了灯。'),
]

describe('finding', () => {
  it('puts first what begins with the words', () => {
    expect(found('scene')).toEqual([
      'Scene 13: The storm',
      'Scene 3: The lamp',
      'Split the scene',
      'Merge with the next scene',
    ])
  })

  it('finds a scene by its number before others that have the digit in theirs', () => {
    expect(found('3')).toEqual(['Scene 3: The lamp', 'Scene 13: The storm'])
  })

  it('wants every word, in any order and case', () => {
    expect(found('NEXT merge')).toEqual(['Merge with the next scene'])
    expect(found('undo lamp')).toEqual([])
  })

  it("finds by the other language's words and by narration", () => {
    expect(found('拆分')).toEqual(['Split the scene'])
    expect(found('pier')).toEqual(['Scene 13: The storm'])
    expect(found('点亮')).toEqual(['分镜 4：灯塔'])
  })

  it('takes full-width letters for what they are, and nothing typed for everything', () => {
    expect(found('ＵＮＤＯ')).toEqual(['Undo'])
    expect(found(' ')).toHaveLength(LIST.length)
  })
})
