/** Words for people, English and Chinese, and what each says of gender, age and role. */
import { phrases } from './words'

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

export type Entry = [gender: Gender | null, age: Age | null, role: Role, count?: number]

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

export const BY_GROUP: ReadonlyMap<string, Entry[]> = new Map(
  GROUPS.flatMap(([list, entries]) => phrases(list).map((noun) => [noun, entries] as const)),
)

/** Clothes named after people are not people. */
const NOT_PEOPLE = phrases(
  'sailor cap|sailor hat|sailor suit|captain coat|captain hat|captain cap|nurse uniform|soldier uniform|doctor coat|lab coat|wizard hat|witch hat|pirate hat|pirate ship|chef hat|school uniform|monk robe|king robe|police car|police station|doctor office|fairy tale|fairy light|ghost story|ghost town|queen bee|guard dog|guide dog|knight armour|angel wing|robot arm|baby blue|kid glove|father christmas|human|mother nature|snow man|先生们|女儿红|男女',
)

export const NOBODY: Entry = [null, null, 'none', 0]

export const BY_NOUN: ReadonlyMap<string, Entry> = new Map([
  ...NOT_PEOPLE.map((phrase) => [phrase, NOBODY] as const),
  ...NOUNS.flatMap(([list, entry]) => phrases(list).map((noun) => [noun, entry] as const)),
])
