import { describe, expect, it } from 'vitest'
import { moodOf } from './mood'
import { MOODS } from './schema'

describe('moodOf', () => {
  it.each(MOODS)('reads its own name back: %s', (mood) => {
    expect(moodOf(mood)).toBe(mood)
    expect(moodOf(`${mood} night, soft warm dark piano`)).toBe(mood)
  })

  it.each([
    ['宁静的夜晚，钢琴', 'calm'],
    ['紧张', 'tense'],
    ['悲伤的小提琴', 'sad'],
    ['史诗般的交响乐', 'epic'],
    ['神秘、空灵', 'mysterious'],
    ['活泼可爱', 'playful'],
    ['温馨治愈', 'tender'],
    ['歡快的節奏', 'joyful'],
    ['A dark chase through the rain', 'tense'],
    ['lonely and melancholy strings', 'sad'],
  ])('reads free words: %s', (words, mood) => {
    expect(moodOf(words)).toBe(mood)
  })

  it.each(['', '   ', 'piano', '🎻', 'xyzzy 123'])('is calm when the words say no mood: %j', (words) => {
    expect(moodOf(words)).toBe('calm')
  })
})
