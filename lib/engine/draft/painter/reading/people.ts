/** Finds the people of a prompt: who they are, what they do, and which of them the cast already names. */
import { type Found, findEntries, phrases, type Words } from './words'

export type Gender = 'male' | 'female'
export type Age = 'child' | 'young' | 'adult' | 'old'

export const ROLES = [
  'none',
  'king',
  'queen',
  'prince',
  'princess',
  'emperor',
  'knight',
  'warrior',
  'samurai',
  'soldier',
  'monk',
  'wizard',
  'witch',
  'fairy',
  'fisherman',
  'keeper',
  'sailor',
  'pirate',
  'doctor',
  'scientist',
  'robot',
  'detective',
  'astronaut',
  'farmer',
  'merchant',
  'teacher',
  'student',
  'cook',
  'scholar',
  'police',
  'thief',
  'angel',
  'ghost',
  'mermaid',
  'hunter',
  'musician',
  'smith',
  'nun',
  'businessman',
  'official',
] as const
export type Role = (typeof ROLES)[number]

export interface Who {
  gender: Gender | null
  age: Age | null
  role: Role
  count: number
}

type Entry = [gender: Gender | null, age: Age | null, role: Role, count?: number]

const NOUNS: [string, Entry][] = [
  [
    'man|gentleman|guy|fellow|husband|brother|uncle|男人|男子|男士|丈夫|哥哥|弟弟|叔叔|汉子|小伙|青年|男',
    ['male', 'adult', 'none'],
  ],
  ['young man|youth|少年|小伙子|年轻人', ['male', 'young', 'none']],
  [
    'woman|lady|wife|sister|aunt|girlfriend|女人|女子|女士|妻子|姐姐|妹妹|阿姨|姑娘|女',
    ['female', 'adult', 'none'],
  ],
  ['young woman|maiden|少女|年轻女子', ['female', 'young', 'none']],
  ['father|dad|papa|父亲|爸爸|爹', ['male', 'adult', 'none']],
  ['mother|mom|mum|mama|母亲|妈妈|娘', ['female', 'adult', 'none']],
  ['bride|新娘', ['female', 'young', 'princess']],
  [
    'old man|elderly man|grandfather|grandpa|granddad|elder|hermit|old fellow|老人|老头|爷爷|外公|祖父|老汉|老者|老翁|长者',
    ['male', 'old', 'none'],
  ],
  [
    'old woman|elderly woman|old lady|grandmother|grandma|granny|奶奶|外婆|祖母|老太太|老婆婆|婆婆|老妇',
    ['female', 'old', 'none'],
  ],
  ['boy|little boy|young boy|son|grandson|lad|男孩|小男孩|儿子|孙子|男童|牧童', ['male', 'child', 'none']],
  [
    'girl|little girl|young girl|daughter|granddaughter|schoolgirl|女孩|小女孩|女儿|孙女|小姑娘|女童',
    ['female', 'child', 'none'],
  ],
  ['child|kid|baby|toddler|小孩|孩子|孩童|宝宝|婴儿|小朋友', [null, 'child', 'none']],
  ['children|kids|孩子们|小朋友们|孩童们', [null, 'child', 'none', 3]],
  ['two brother|brothers|兄弟|两兄弟', ['male', 'young', 'none', 2]],
  ['sisters|two sister|姐妹', ['female', 'young', 'none', 2]],
  ['twin|twins|双胞胎', [null, 'child', 'none', 2]],
  ['couple|lover|lovers|夫妻|恋人|情侣', [null, 'adult', 'none', 2]],
  ['friends|two friend|朋友们|伙伴们', [null, 'young', 'none', 2]],
  [
    'people|crowd|villager|villagers|townsfolk|folk|passerby|pedestrian|guests|audience|人们|人群|村民|众人|行人|百姓|客人|观众',
    [null, 'adult', 'none', 4],
  ],
  [
    'person|figure|stranger|traveler|traveller|wanderer|hero|visitor|someone|陌生人|旅人|旅行者|主角|身影|英雄|行者|人影|路人|过客',
    [null, 'adult', 'none'],
  ],
  ['king|国王|大王', ['male', 'old', 'king']],
  ['queen|王后|女王|皇后', ['female', 'adult', 'queen']],
  ['prince|王子|太子', ['male', 'young', 'prince']],
  ['princess|公主', ['female', 'young', 'princess']],
  ['emperor|皇帝|陛下', ['male', 'adult', 'emperor']],
  ['knight|骑士', ['male', 'adult', 'knight']],
  [
    'warrior|swordsman|fighter|martial artist|武者|剑客|侠客|武士刀客|刀客|大侠|女侠|战士|侠',
    ['male', 'adult', 'warrior'],
  ],
  ['samurai|ronin|ninja|武士|忍者', ['male', 'adult', 'samurai']],
  [
    'soldier|guard|army|general|captain of the guard|士兵|卫兵|将军|军人|军队|守卫',
    ['male', 'adult', 'soldier'],
  ],
  ['minister|courtier|official|大臣|臣子|官员|县令', ['male', 'adult', 'official']],
  ['大臣们|ministers|courtiers', ['male', 'adult', 'official', 2]],
  ['soldiers|guards|troops|士兵们|卫兵们', ['male', 'adult', 'soldier', 3]],
  ['monk|priest|和尚|僧人|僧|道士|小和尚', ['male', 'adult', 'monk']],
  ['nun|尼姑|修女', ['female', 'adult', 'nun']],
  ['wizard|mage|sorcerer|magician|merlin|巫师|魔法师|法师|魔术师', ['male', 'old', 'wizard']],
  ['witch|sorceress|enchantress|女巫|巫婆', ['female', 'old', 'witch']],
  ['fairy|elf|pixie|仙女|精灵|仙子|嫦娥', ['female', 'young', 'fairy']],
  ['angel|天使', ['female', 'young', 'angel']],
  ['ghost|spirit|phantom|幽灵|鬼魂|鬼', [null, 'adult', 'ghost']],
  ['mermaid|美人鱼|人鱼', ['female', 'young', 'mermaid']],
  ['fisherman|fisher|angler|渔夫|渔民|渔翁|钓鱼的人', ['male', 'adult', 'fisherman']],
  ['lighthouse keeper|keeper|守塔人|灯塔看守|守灯人|看守人', ['male', 'old', 'keeper']],
  ['sailor|captain|seaman|mariner|boatman|ferryman|水手|船长|船夫|艄公', ['male', 'adult', 'sailor']],
  ['pirate|海盗', ['male', 'adult', 'pirate']],
  ['doctor|nurse|surgeon|physician|医生|护士|大夫|郎中', [null, 'adult', 'doctor']],
  [
    'scientist|professor|inventor|engineer|researcher|科学家|教授|发明家|工程师|博士',
    [null, 'adult', 'scientist'],
  ],
  ['robot|android|cyborg|automaton|机器人|机械人', [null, 'adult', 'robot']],
  ['detective|inspector|investigator|spy|侦探|探长|警探|特工', ['male', 'adult', 'detective']],
  ['astronaut|cosmonaut|spaceman|space explorer|宇航员|航天员|太空人', [null, 'adult', 'astronaut']],
  ['farmer|shepherd|peasant|gardener|农夫|农民|牧羊人|园丁|农人', ['male', 'adult', 'farmer']],
  [
    'merchant|shopkeeper|vendor|trader|seller|innkeeper|butcher|商人|店主|小贩|掌柜|老板|商贩',
    ['male', 'adult', 'merchant'],
  ],
  ['teacher|librarian|老师|教师|先生|女老师', [null, 'adult', 'teacher']],
  ['student|pupil|apprentice|学生|同学|学徒|徒弟', [null, 'child', 'student']],
  ['students|pupils|classmates|学生们|同学们', [null, 'child', 'student', 3]],
  ['cook|chef|baker|厨师|厨子|面包师', [null, 'adult', 'cook']],
  [
    'scholar|poet|writer|painter|artist|philosopher|sage|书生|诗人|文人|秀才|画家|作家|学者|读书人',
    ['male', 'adult', 'scholar'],
  ],
  ['policeman|police officer|officer|cop|警察|警官|捕快', ['male', 'adult', 'police']],
  ['thief|bandit|assassin|rogue|outlaw|villain|小偷|强盗|刺客|盗贼|坏人', ['male', 'adult', 'thief']],
  ['hunter|archer|woodcutter|lumberjack|ranger|猎人|樵夫|弓箭手|伐木工', ['male', 'adult', 'hunter']],
  [
    'musician|singer|pianist|violinist|bard|dancer|音乐家|歌手|乐师|琴师|舞者|演奏家',
    [null, 'young', 'musician'],
  ],
  [
    'blacksmith|smith|carpenter|clockmaker|mechanic|craftsman|toymaker|铁匠|木匠|工匠|钟表匠|匠人',
    ['male', 'adult', 'smith'],
  ],
  [
    'businessman|businesswoman|office worker|manager|clerk|mayor|president|driver|上班族|经理|职员|市长|司机',
    [null, 'adult', 'businessman'],
  ],
]
/** Words for a group whose members differ. */
const GROUPS: [string, Entry[]][] = [
  [
    'family|一家人|家人|全家|一家三口',
    [
      ['male', 'adult', 'none'],
      ['female', 'adult', 'none'],
      [null, 'child', 'none'],
    ],
  ],
  [
    'couple|lover|lovers|夫妻|恋人|情侣|夫妇',
    [
      ['male', 'young', 'none'],
      ['female', 'young', 'none'],
    ],
  ],
  [
    'parents|父母|爸妈|爸爸妈妈',
    [
      ['male', 'adult', 'none'],
      ['female', 'adult', 'none'],
    ],
  ],
  [
    'grandparents|爷爷奶奶',
    [
      ['male', 'old', 'none'],
      ['female', 'old', 'none'],
    ],
  ],
]
const BY_GROUP: ReadonlyMap<string, Entry[]> = new Map(
  GROUPS.flatMap(([list, entries]) => phrases(list).map((noun) => [noun, entries] as const)),
)

/** Clothes named after people are not people. */
const NOT_PEOPLE = phrases(
  'sailor cap|sailor hat|sailor suit|captain coat|captain hat|captain cap|nurse uniform|soldier uniform|doctor coat|lab coat|wizard hat|witch hat|pirate hat|pirate ship|chef hat|school uniform|monk robe|king robe|police car|police station|doctor office|fairy tale|fairy light|ghost story|ghost town|queen bee|guard dog|guide dog|knight armour|angel wing|robot arm|baby blue|kid glove|father christmas|human|mother nature|snow man|先生们|女儿红|男女',
)
const NOBODY: Entry = [null, null, 'none', 0]

const BY_NOUN: ReadonlyMap<string, Entry> = new Map([
  ...NOT_PEOPLE.map((phrase) => [phrase, NOBODY] as const),
  ...NOUNS.flatMap(([list, entry]) => phrases(list).map((noun) => [noun, entry] as const)),
])

const NUMBERS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  several: 3,
  many: 5,
  some: 3,
  few: 3,
  group: 4,
  pair: 2,
  dozen: 6,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  both: 2,
}
const CHINESE_NUMBERS: [string, number][] = [
  ['两', 2],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['几', 3],
  ['群', 4],
  ['许多', 5],
  ['一对', 2],
  ['双', 2],
]

/** The number said before a noun, or null. */
function numberBefore(words: Words, found: Found): number | null {
  if (found.chinese) {
    const before = words.text.slice(Math.max(0, found.at - 3), found.at)
    return CHINESE_NUMBERS.find(([word]) => before.includes(word))?.[1] ?? null
  }
  for (let back = 1; back <= 3; back++) {
    const word = words.raw[found.at - back]
    if (word === undefined || /^[,.;!?，。；！？、]$/.test(word)) return null
    const number = NUMBERS[word]
    if (number !== undefined) return number
  }
  return null
}

/** How many of a thing a prompt means: number words before it, else its plural. */
export function countOf(words: Words, found: Found, many = 2): number {
  const said = numberBefore(words, found)
  if (said !== null) return said
  if (found.chinese) return words.text.slice(found.at + found.length).startsWith('们') ? Math.max(3, many) : 1
  const last = found.at + found.length - 1
  return words.raw[last] !== words.tokens[last] ? many : 1
}

export interface FoundPerson extends Who {
  at: number
  chinese: boolean
  /** The noun stands for people far off: a crowd behind the story's own. */
  crowd: boolean
}

const OLD = new Set(['old', 'elderly', 'aged', 'ancient', 'grey', 'gray', 'bearded'])
const YOUNG = new Set(['young', 'teenage'])
const LITTLE = new Set(['little', 'small', 'tiny'])
const FEMALE = new Set(['female', 'woman', 'girl', 'her', 'she'])

/** Every person noun, in the order of the text. */
export function findPeople(words: Words): FoundPerson[] {
  const groups = findEntries(words, BY_GROUP).flatMap((found) =>
    found.entry.map(
      ([gender, age, role]): FoundPerson => ({
        gender,
        age,
        role,
        count: 1,
        at: found.at,
        chinese: found.chinese,
        crowd: false,
      }),
    ),
  )
  return [...findNouns(words), ...groups]
}

const OFTEN_VERBS = new Set([
  'cook',
  'guard',
  'general',
  'elder',
  'nurse',
  'guide',
  'spy',
  'captain',
  'figure',
])
const BEFORE_NOUNS =
  /^(a|an|the|his|her|their|my|our|its|this|that|one|two|three|old|young|little|palace|castle|and|,)$/

/** "They cook" is no cook. */
function isNoun(words: Words, found: Found & { entry: Entry }): boolean {
  if (found.entry === NOBODY) return false
  if (found.chinese || !OFTEN_VERBS.has(found.phrase) || words.raw.length <= 2) return true
  return found.at === 0 || BEFORE_NOUNS.test(words.raw[found.at - 1] ?? '')
}

function findNouns(words: Words): FoundPerson[] {
  return findEntries(words, BY_NOUN)
    .filter((found) => isNoun(words, found))
    .map((found) => {
      let [gender, age, role, count] = found.entry
      if (found.chinese) {
        const before = words.text.slice(Math.max(0, found.at - 3), found.at)
        if (/老/.test(before) && age !== 'child') age = 'old'
        if (/年轻|少/.test(before) && age === 'adult') age = 'young'
        if (/女/.test(before) && role !== 'none') gender = 'female'
        if (/小$/.test(before) && age === 'adult' && role !== 'none') age = 'child'
      } else {
        for (let back = 1; back <= 3; back++) {
          const word = words.raw[found.at - back] ?? ''
          if (/^[,.;!?]$/.test(word)) break
          if (OLD.has(word) && age !== 'child') age = 'old'
          if (YOUNG.has(word) && (age === 'adult' || age === 'old')) age = 'young'
          if (LITTLE.has(word) && role !== 'none') age = 'child'
          if (FEMALE.has(word) && gender === 'male' && role !== 'none') gender = 'female'
        }
      }
      const many = numberBefore(words, found) ?? Math.max(count ?? 1, countOf(words, found))
      return {
        gender,
        age,
        role,
        count: many,
        at: found.at,
        chinese: found.chinese,
        crowd: (count ?? 1) >= 4,
      }
    })
}

export type Pose =
  | 'stand'
  | 'walk'
  | 'run'
  | 'sit'
  | 'lookUp'
  | 'raise'
  | 'kneel'
  | 'row'
  | 'lie'
  | 'fly'
  | 'ride'

const POSES: [string, Pose][] = [
  ['stand|standing|waiting|wait|stop|站|站着|站在|伫立|等待|等', 'stand'],
  [
    'walk|walking|stroll|strolling|wander|wandering|step|stepping|march|marching|journey|travelling|traveling|climb|climbing|follow|following|走|行走|散步|漫步|走过|走在|踏|登|攀|赶路',
    'walk',
  ],
  [
    'run|running|chase|chasing|rush|rushing|flee|fleeing|race|racing|hurry|hurrying|escape|escaping|跑|奔跑|追|逃|冲|飞奔',
    'run',
  ],
  [
    'sit|sitting|seated|sat|rest|resting|reading|read|fishing|坐|坐着|坐在|歇|读书|垂钓|钓鱼|看书|阅读',
    'sit',
  ],
  ['row|rowing|paddle|paddling|划船|划|泛舟|撑船', 'row'],
  [
    'look up|looking up|gaze up|gazing at the star|stargaze|stargazing|watch the sky|watching the star|仰望|抬头|望月|看星星|望着天',
    'lookUp',
  ],
  [
    'raise|raising|wave|waving|cheer|cheering|celebrate|celebrating|greet|greeting|dance|dancing|jump|jumping|shout|shouting|reach|reaching|举|挥手|招手|欢呼|跳舞|跳|高举|喊',
    'raise',
  ],
  [
    'kneel|kneeling|pray|praying|crouch|crouching|plant|planting|bend|bending|dig|digging|跪|蹲|祈祷|弯腰|种|挖',
    'kneel',
  ],
  ['sleep|sleeping|lie|lying|asleep|躺|睡|睡着', 'lie'],
  ['fly|flying|float|floating|soar|soaring|飞|飞翔|漂浮|飘', 'fly'],
  ['ride|riding|骑', 'ride'],
]
const BY_VERB: ReadonlyMap<string, Pose> = new Map(
  POSES.flatMap(([list, pose]) => phrases(list).map((verb) => [verb, pose] as const)),
)

export function findPoses(words: Words): { pose: Pose; at: number; chinese: boolean }[] {
  return findEntries(words, BY_VERB).map((found) => ({
    pose: found.entry,
    at: found.at,
    chinese: found.chinese,
  }))
}

/** True when nothing said of one contradicts the other, so both words may mean the same person. */
export function couldBe(noun: Who, member: Who): boolean {
  if (noun.gender !== null && member.gender !== null && noun.gender !== member.gender) return false
  const child = (age: Age | null) => age === 'child'
  if (noun.age !== null && member.age !== null) {
    if (child(noun.age) !== child(member.age) && noun.role === 'none') return false
    if ((noun.age === 'old') !== (member.age === 'old') && noun.role === 'none' && noun.age !== 'adult')
      return false
  }
  return noun.role === 'none' || member.role === 'none' || noun.role === member.role
}
