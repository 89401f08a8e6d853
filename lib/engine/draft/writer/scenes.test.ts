import { describe, expect, it } from 'vitest'
import { writeStoryboard } from './write-storyboard'

interface Expected {
  /** Words that the prompts of the scenes hold, in order; `!` in front: that none of them holds. */
  prompts: string[]
  /** Names of the cast, in order of appearance. */
  cast?: string[]
}

const STORIES: [string, Expected][] = [
  [
    'Old Tomas, the lighthouse keeper, lit the lamp.',
    { prompts: ['lighthouse keeper lighting a lamp', 'lighthouse on the coast'], cast: ['Tomas'] },
  ],
  [
    'A girl named Lily walked into the forest. She found a golden key.',
    { prompts: ['girl walking', 'in a forest', 'finding a golden key'], cast: ['Lily'] },
  ],
  [
    'It was night and snow fell on the village. A fox ran across the bridge.',
    { prompts: ['snowy night', 'fox running', 'on a bridge'], cast: ['fox'] },
  ],
  [
    'The sea was like a wall of black glass. The captain held the wheel.',
    { prompts: ['captain', '!glass', '!wall'] },
  ],
  ['There was no rain. The farmer looked at the dry field.', { prompts: ['farmer', '!rain'] }],
  ['She dreamed of dragons. The princess opened the door.', { prompts: ['princess opening a door'] }],
  [
    'At dawn the knight rode to the castle. Inside, a king sat by the fireplace.',
    { prompts: ['knight riding', 'at dawn', 'king sitting by a fireplace'], cast: ['knight', 'king'] },
  ],
  [
    'Hale chased the thief down the alley. The thief dropped the letter.',
    { prompts: ['chasing the thief', 'alley'], cast: ['Hale', 'thief'] },
  ],
  [
    '"Where is my hat?" asked the wizard. "On your head," said the cat.',
    { prompts: ['wizard', 'cat'], cast: ['wizard', 'cat'] },
  ],
  [
    'Mother Bear and her cub swam in the river. The next morning they slept in a cave.',
    { prompts: ['by a river', 'in a cave'] },
  ],
  [
    'I found an old map in my grandfather’s attic. I packed a bag and took the train.',
    { prompts: ['map', 'train'], cast: ['Narrator'] },
  ],
  [
    'Rain fell all day. Then the rain stopped and a boy flew his kite in the park.',
    { prompts: ['rain', 'boy', 'park'], cast: ['boy'] },
  ],
  [
    '一位独行武者穿越废土城市寻找真相',
    { prompts: ['warrior travelling, in a ruined wasteland city', 'searching'], cast: ['独行武者'] },
  ],
  [
    '小狐狸阿橘抱着星星走进了森林。阿橘在树下睡着了。',
    { prompts: ['fox cub', 'in a forest', 'fox cub sleeping under a tree'], cast: ['阿橘'] },
  ],
  [
    '深夜，老人点亮了灯塔的灯。风暴来了。',
    { prompts: ['old man lighting a lamp', 'late at night'], cast: ['老人'] },
  ],
  [
    '第二天清晨，小女孩推开门，外面下着大雪。她跑进了雪地。',
    { prompts: ['girl', 'morning light', 'snow'], cast: ['小女孩'] },
  ],
  ['海面像镜子一样平静。渔夫坐在船头钓鱼。', { prompts: ['fisherman', '!mirror'], cast: ['渔夫'] }],
  ['没有下雨。农夫走在田野上。', { prompts: ['farmer walking', 'wheat field', '!rain'], cast: ['农夫'] }],
  [
    '剑客沈孤云走进客栈，拔出长剑。',
    { prompts: ['swordsman drawing a sword', 'in a tavern'], cast: ['沈孤云'] },
  ],
  [
    '李小雨坐在教室里。陈默递给李小雨一封信。陈默笑了。李小雨也笑了。',
    { prompts: ['student', 'in a classroom', 'giving a letter'], cast: ['李小雨', '陈默'] },
  ],
  [
    '机器人阿七在废墟里浇花。阿七抬起头，看见了月亮。',
    { prompts: ['robot watering plants', 'among ruins', 'moon'], cast: ['阿七'] },
  ],
  [
    '国王坐在皇宫里。公主骑着白马离开了城堡。',
    { prompts: ['king sitting', 'palace', 'princess riding'], cast: ['国王', '公主'] },
  ],
  [
    '從前，老畫師住在山腳下的小村莊。老畫師畫了一條龍。',
    { prompts: ['old painter', 'in a village', 'picture of a dragon'], cast: ['老畫師'] },
  ],
  [
    '我小时候住在海边。奶奶给我讲故事，我看着窗外的大海。',
    { prompts: ['grandmother'], cast: ['我', '奶奶'] },
  ],
]

describe('the pictures of a small story', () => {
  it.each(STORIES)('%s', (story, expected) => {
    const board = writeStoryboard({ story, language: null, sceneCount: null, style: '', seed: 7 })
    const prompts = board.scenes.map((scene) => scene.prompt).join('\n')
    for (const words of expected.prompts) {
      if (words.startsWith('!')) expect(prompts).not.toContain(words.slice(1))
      else expect(prompts).toContain(words)
    }
    if (expected.cast) expect(board.cast.map((member) => member.name)).toEqual(expected.cast)
  })
})
