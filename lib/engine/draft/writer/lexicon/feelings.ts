import type { Mood } from '@/lib/storyboard/schema'

/** Words that set a scene's mood, beyond what its weather, time and actions say. */
export const FEELINGS: Record<Mood, { en: string; zh: string }> = {
  calm: {
    en: 'calm, quiet, quietly, peaceful, peace, silence, silent, still, gentle, gently, slowly, softly, breeze, rest, rested, serene, flat and golden, home at last, safe, safely',
    zh: '宁静 安静 平静 静静 静静地 安宁 静谧 缓缓 慢慢 轻轻 悠闲 祥和 平安 安全 寂静 淡淡 清幽 安详 悠悠 安心 静',
  },
  joyful: {
    en: 'happy, happily, joy, joyful, delight, delighted, laughter, laughed, smile, smiled, smiling, celebrate, celebrated, cheer, cheered, excited, wonderful, glad, festival, party, wedding, won, victory, bright, dancing, singing, proud, hope, golden',
    zh: '高兴 快乐 开心 欢乐 欢喜 喜悦 幸福 兴奋 唱歌 跳舞 音乐 笑容 笑声 庆祝 胜利 成功 欢呼 婚礼 节日 过年 春节 喜 自豪 骄傲 希望 甜甜 开开心心 团圆 阳光明媚 欣喜',
  },
  tender: {
    en: 'love, loved, tender, tenderly, warm, warmth, hug, hugged, kiss, kissed, embrace, heart, dear, mother, grandmother, together, friend, friendship, remember, remembered, memory, memories, kind, kindness, thank, thanked, care, sweet, gift, promise, promised, forgive',
    zh: '爱 温柔 温暖 温馨 拥抱 心疼 想念 思念 妈妈 奶奶 爷爷 陪伴 友谊 朋友 善良 感谢 谢谢 关心 照顾 甜蜜 礼物 约定 回忆 牵挂 心上人 喜欢 感动 家人 一起 依偎 守护 亲爱 原谅',
  },
  mysterious: {
    en: 'mystery, mysterious, strange, secret, magic, magical, ghost, whisper, whispered, shadow, shadows, hidden, unknown, ancient, curse, cursed, spell, dream, dreamed, enchanted, glow, glowing, vanished, disappeared, fog, mist, riddle, clue, puzzle, wonder, wondered, legend, truth, eerie, curious',
    zh: '神秘 奇怪 秘密 魔法 幽灵 隐藏 未知 古老 诅咒 咒语 梦 发光 消失 迷雾 谜 线索 传说 真相 诡异 好奇 奇妙 奇异 神奇 失踪 谜团 幻影 仙 奇迹 不见了 案件 密室',
  },
  tense: {
    en: 'fear, afraid, scared, danger, dangerous, terrified, terror, panic, scream, screamed, blood, enemy, enemies, monster, attack, attacked, dark, darkness, suddenly, trap, trapped, fire, broke, broken, crash, crashed, storm, thunder, lightning, murder, killer, chase, chased, gun, explosion, warning, alarm, desperate, roar, roared, burning, flames, drowning, froze, howled, howl, threat, flickered',
    zh: '害怕 恐惧 危险 可怕 惊恐 尖叫 血 敌人 怪物 攻击 黑暗 突然 忽然 陷阱 着火 大火 爆炸 警报 绝望 追杀 杀气 凶手 凶猛 紧张 风暴 雷 闪电 狂风 咆哮 怒吼 刺客 杀手 尸体 惊慌 慌张 不好 猛地 倒塌 崩塌 围攻 包围 死亡 危机 猛然 狂风暴雨 阴森 杀 惊醒 坏了',
  },
  sad: {
    en: 'sad, sadly, cry, cried, tears, wept, weep, lonely, alone, loss, lost, died, dead, death, grief, sorrow, goodbye, farewell, miss, missed, grave, funeral, gone, empty, cold, tired, broken heart, sigh, sighed, regret, sorry, poor, hungry, never came back, pale, sick, ill, forgotten, old age',
    zh: '悲伤 伤心 难过 哭 眼泪 泪 孤独 孤单 寂寞 失去 去世 死 死了 离别 告别 再见 离开 坟 墓 葬礼 空荡 冰冷 叹息 叹气 遗憾 后悔 对不起 贫穷 饥饿 生病 病 凄凉 忧伤 惆怅 失落 遗忘 永别 哀 流泪 疲惫 沉默 痛苦 无奈 独自 一个人',
  },
  epic: {
    en: 'battle, war, army, hero, heroic, fight, fought, victory, summit, quest, adventure, destiny, glory, brave, bravely, courage, charge, charged, vast, great, universe, space, galaxy, rocket, launch, launched, empire, conquer, climb, climbed, sailed, horizon, roared',
    zh: '战斗 战争 军队 大军 英雄 决战 江山 天下 冒险 征程 命运 荣耀 勇敢 勇气 宇宙 银河 星际 火箭 发射 帝国 征服 浩瀚 史诗 出征 战场 壮丽 辽阔 武林 剑气 侠 决斗 无畏 使命 万里 誓言 勇士',
  },
  playful: {
    en: 'funny, giggle, giggled, play, played, playing, silly, naughty, mischief, mischievous, joke, joked, trick, tricked, tickle, bounce, bounced, hop, hopped, wiggle, puppy, kitten, toy, toys, balloon, splash, tumble, hide and seek, candy, cake, wink, winked, grin, grinned, clumsy, monkey',
    zh: '有趣 调皮 淘气 顽皮 玩耍 好玩 玩 嘻嘻 哈哈 捉迷藏 恶作剧 糖果 蛋糕 气球 玩具 滑稽 蹦蹦跳跳 搞笑 可爱 捣蛋 打滚 嬉戏 逗 俏皮 眨眼 眨了眨眼 扑通 小伙伴 笨手笨脚 机灵 活泼',
  },
}

/** Instruments and colours of the music hint for each mood; one is chosen for a film and kept. */
export const MUSIC: Record<Mood, [string, ...string[]]> = {
  calm: ['soft piano, warm pad', 'gentle harp, airy strings', 'quiet guitar, warm pad'],
  joyful: ['bright strings, light bells', 'ukulele, glockenspiel, light drums', 'flute and pizzicato, sunny'],
  tender: ['warm piano, soft strings', 'music box, warm strings', 'solo cello, soft piano'],
  mysterious: ['glass bells, low pad', 'celesta, slow harp, haze', 'bowed strings, distant chimes'],
  tense: ['low strings, deep pulse', 'dark drums, tremolo strings', 'low drone, ticking pulse'],
  sad: ['slow piano, lone cello', 'solo violin, soft pad', 'sparse piano, cold strings'],
  epic: ['wide strings, big drums', 'horns, choir, deep drums', 'soaring strings, war drums'],
  playful: ['pizzicato strings, clarinet', 'marimba, bassoon, light steps', 'toy piano, plucked strings'],
}

/** Light words for the picture, by mood; they must not contradict the time of day. */
export const LIGHT: Record<Mood, { day: string; dark: string; inside: string }> = {
  calm: { day: 'soft light', dark: 'soft moonlight', inside: 'soft lamp light' },
  joyful: { day: 'bright warm light', dark: 'warm golden light', inside: 'warm bright light' },
  tender: { day: 'warm soft light', dark: 'warm soft glow', inside: 'warm lamp light' },
  mysterious: { day: 'hazy light', dark: 'mysterious blue glow', inside: 'dim mysterious light' },
  tense: {
    day: 'harsh light, dark sky',
    dark: 'dramatic light, deep shadows',
    inside: 'dramatic light, deep shadows',
  },
  sad: { day: 'muted grey light', dark: 'cold dim light', inside: 'dim cold light' },
  epic: { day: 'dramatic light, vast view', dark: 'dramatic light, vast view', inside: 'dramatic light' },
  playful: { day: 'bright cheerful light', dark: 'warm glowing light', inside: 'bright cheerful light' },
}
