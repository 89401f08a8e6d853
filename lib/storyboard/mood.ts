import { MOODS, type Mood } from './schema'

/** Words, English and Chinese, that tell a music mood; longer words are looked for first. */
const MOOD_WORDS: Record<Mood, string> = {
  calm: 'calm quiet peaceful serene gentle still relaxed ambient soothing lullaby meditative slow 宁静 平静 安静 安宁 静谧 舒缓 祥和 恬静 悠闲 悠扬 轻柔 平和 淡然 寧靜 平靜 安靜',
  joyful:
    'joyful happy joy cheerful bright sunny festive celebration uplifting upbeat triumphant hopeful hope delight merry 欢快 快乐 欢乐 喜悦 高兴 愉快 喜庆 明快 开心 阳光 希望 振奋 歡快 快樂',
  tender:
    'tender warm love romantic romance sweet soft heartfelt intimate touching nostalgic nostalgia 温柔 温暖 温馨 柔情 爱 浪漫 甜蜜 感人 动人 怀旧 深情 治愈 思念 溫柔 溫暖 溫馨',
  mysterious:
    'mysterious mystery strange eerie magical magic dreamy ethereal enchanted secret curious haunting 神秘 诡异 奇幻 梦幻 魔幻 悬疑 玄妙 未知 魔法 幽暗 迷离 神祕 空灵 夢幻',
  tense:
    'tense tension suspense suspenseful dark danger dangerous thriller fear ominous threatening urgent action chase horror scary driving 紧张 惊险 危险 恐惧 恐怖 惊悚 压抑 阴森 急促 黑暗 追逐 緊張 危機 危机',
  sad: 'sad sorrow sorrowful melancholy melancholic grief lonely loneliness mournful tragic tears rainy lament elegy 悲伤 悲痛 忧伤 哀伤 伤感 凄凉 孤独 寂寞 悲 哀 忧郁 失落 惆怅 离别 悲傷 憂傷 孤獨',
  epic: 'epic heroic grand majestic battle war glorious orchestral powerful adventure vast legendary 史诗 宏大 恢弘 壮丽 壮阔 英雄 激昂 磅礴 战斗 战争 热血 冒险 雄壮 豪迈 史詩 壯闊 戰鬥',
  playful:
    'playful funny comic comedic whimsical quirky bouncy silly cute mischievous light-hearted lighthearted 俏皮 活泼 顽皮 调皮 搞笑 滑稽 可爱 有趣 轻松 诙谐 童趣 淘气 輕鬆 活潑 可愛',
}

const WORD_MOOD = new Map<string, Mood>()
for (const mood of MOODS) for (const word of MOOD_WORDS[mood].split(' ')) WORD_MOOD.set(word, mood)
const HAN_WORDS = [...WORD_MOOD.keys()]
  .filter((word) => /\p{Script=Han}/u.test(word))
  .sort((a, b) => b.length - a.length)

/** The mood that free words for the music ask for, English or Chinese: the one named most, the first among equals. */
export function moodOf(bgm: string): Mood {
  const text = bgm.normalize('NFC').toLowerCase()
  const votes = new Map<Mood, { score: number; at: number }>()
  const vote = (word: string, at: number, weight: number) => {
    const mood = WORD_MOOD.get(word)
    if (!mood) return
    const before = votes.get(mood)
    votes.set(mood, { score: (before?.score ?? 0) + weight, at: Math.min(before?.at ?? at, at) })
  }
  for (const match of text.matchAll(/[a-z]+(?:-[a-z]+)*/g)) {
    // Our own hints open with the mood's name: that settles it.
    const named = match.index === 0 && MOODS.some((mood) => mood === match[0])
    vote(match[0], match.index, named ? 100 : 1)
  }
  let rest = text
  for (const word of HAN_WORDS) {
    if (!rest.includes(word)) continue
    vote(word, rest.indexOf(word), 1)
    rest = rest.replaceAll(word, ' '.repeat(word.length))
  }
  const [best] = [...votes].sort(([, a], [, b]) => b.score - a.score || a.at - b.at)
  return best?.[0] ?? 'calm'
}
