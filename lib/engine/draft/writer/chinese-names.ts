import { lexicon } from './lexicon'
import { MASKED } from './lexicon/words'

const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温柳燕凌楚云风顾纪洛沐墨安颜'.split(
    '',
  ),
)
const COMPOUND = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '慕容',
  '令狐',
  '独孤',
  '南宫',
  '东方',
  '西门',
  '公孙',
  '皇甫',
  '尉迟',
  '百里',
  '司徒',
  '轩辕',
]
/** Characters that no given name holds, so a name ends before them. */
const NOT_GIVEN = new Set(
  '的了着是在有和与跟把被给对向从到就都也又还很不没这那哪什么怎吗呢吧啊呀说道问答喊叫想看听走跑站坐来去上下里外前后中他她它我你您们一二三四五六七八九十个只条位名和及或而且但便才却再已将要会能可为于以之其因所得地过起出进回开关见到做用让使叫吃喝拿抱笑哭点头抬转低望举伸推拉打没终忽突每各两几多少'.split(
    '',
  ),
)
const SPEAKS =
  /^(?:说|道|问|答|喊|叫|笑|想|看|听|走|跑|站|坐|拿|抱|点|摇|抬|低|转|举|伸|推|拉|打|回|来|去|的|和|与|是|在|把|从|也|就|却|很|又|还|已|没|不|终|忽|突|一|，|。|！|？|：|、|；|“|”|「|」|……|愣|成|等|都|只|每|又|先|忙|急|赶|，|做|有|要|不|一)/
const INTRODUCED =
  /(?:名叫|名字叫做?|叫做|叫作|名为|取名为?|人称|唤作|(?<=[他她它我字个只位孩狐猫狗人])叫)(?:做)?[“「]?([\u4e00-\u9fff]{2,4}?)[”」]?(?=的|，|。|！|、|；|$)/gu
const FEMALE =
  /[娜娟婷婉娇妮莉莲花芳芬英兰梅红丽美玲珍珠雪霞云霜燕香娘妹姐姑娥婵嫣媛妍琳琪瑶莹菲薇蓉茜萍秀慧淑雅静怡悦欣诗月桃橘樱朵甜糖]/u
const MALE =
  /[刚强军伟勇毅峰山海龙虎豹雄杰豪磊鑫波涛斌武文国建志明辉光天柱根牛铁石锋剑昊宇轩浩博翔鹏飞超坤涛]/u

export function genderOfChineseName(name: string): 'm' | 'f' | null {
  const given = name.slice(1)
  if (/[伯叔爷]$/u.test(name)) return 'm'
  if (/[婶嫂婆]$/u.test(name)) return 'f'
  if (/^(?:小|阿)?(?:妹|姐|姑|娘)/u.test(given) || FEMALE.test(given)) return 'f'
  return MALE.test(given) || name.startsWith('老') ? 'm' : null
}

/**
 * Names of characters in a Chinese story (simplified characters): after a surname, `小X` `老X` `阿X`, doubled names
 * and what follows 名叫. A name must come back, or be introduced.
 */
export function findChineseNames(story: string): Set<string> {
  const counts = new Map<string, Count>()
  const note = (name: string, at: number) => {
    const count = counts.get(name) ?? { all: 0, acting: 0, presented: false }
    count.all++
    if (acts(story, at + name.length)) count.acting++
    if (isPresented(story, at)) count.presented = true
    counts.set(name, count)
  }
  for (let i = 0; i < story.length; i++) {
    for (const name of candidatesAt(story, i)) note(name, i)
  }
  const longest = new Map<string, Count>()
  for (const [name, count] of counts) {
    const shorter = name.slice(0, -1)
    if (count.all > (longest.get(shorter)?.all ?? 0)) longest.set(shorter, count)
  }
  const names = new Set<string>()
  for (const [name, count] of counts) {
    // 阿X and the like are names by themselves; a surname is an everyday character as often.
    const sure = /^[阿小老]|[伯叔婶嫂婆爷]$/u.test(name) ? 0.25 : name.length > 2 ? 0.4 : 0.6
    if ((count.all < 2 && !count.presented) || count.acting < count.all * sure) continue
    // 李小 of 李小明: the longer one explains it.
    const longer = longest.get(name)
    if (!longer || longer.all < count.all * 0.7 || longer.acting < longer.all * 0.6) names.add(name)
  }
  for (const match of story.matchAll(INTRODUCED)) {
    const name = match[1]
    if (name && isName(name)) names.add(name)
  }
  return names
}

interface Count {
  all: number
  acting: number
  presented: boolean
}

/** 剑客沈孤云: the role right before it presents the name. */
function isPresented(story: string, at: number): boolean {
  for (let length = 4; length >= 2; length--) {
    const entries = lexicon().chinese.get(story.slice(Math.max(0, at - length), at))
    if (entries?.some((entry) => entry.kind === 'person' || entry.kind === 'animal')) return true
  }
  return false
}

/** A name is followed by what its bearer does, or by a mark. */
function acts(story: string, at: number): boolean {
  if (at >= story.length || SPEAKS.test(story.slice(at, at + 2))) return true
  for (let length = 4; length > 0; length--) {
    const entries = lexicon().chinese.get(story.slice(at, at + length))
    if (entries) return entries.some((entry) => entry.kind === 'action')
  }
  return false
}

function isName(word: string): boolean {
  return ![...word].some((char) => NOT_GIVEN.has(char)) && !lexicon().chinese.has(word) && !MASKED.has(word)
}

function candidatesAt(story: string, i: number): string[] {
  const char = story.charAt(i)
  const found: string[] = []
  const add = (length: number, given: number) => {
    const word = story.slice(i, i + length)
    if (word.length !== length || !/^[\u4e00-\u9fff]+$/.test(word)) return
    const numbered = char === '阿' && /^阿[一二三四五六七八九]$/u.test(word)
    if ((!numbered && [...word.slice(given)].some((c) => NOT_GIVEN.has(c))) || !isFree(story, i, length))
      return
    // 金山, 白云: a thing with its colour.
    if (length === 2 && given === 1 && !/[阿小老]/u.test(char) && isThing(word.charAt(1))) return
    found.push(word)
  }
  if (char === '小' || char === '老' || char === '阿') {
    add(2, 1)
    if (char === '阿') add(3, 1)
    return found.filter(
      (word) => char === '阿' || word.length > 2 || char === '小' || SURNAMES.has(word.charAt(1)),
    )
  }
  // 福伯, 王叔: by how the village calls them.
  if (/^[\u4e00-\u9fff](?:伯|叔|婶|嫂|婆|爷)/u.test(story.slice(i, i + 2)) && !NOT_GIVEN.has(char)) add(2, 2)
  if (COMPOUND.includes(story.slice(i, i + 2))) {
    add(3, 2)
    add(4, 2)
    return found
  }
  if (SURNAMES.has(char)) {
    add(2, 1)
    add(3, 1)
  }
  return found
}

function isThing(char: string): boolean {
  return (
    lexicon()
      .chinese.get(char)
      ?.some(
        (e) => e.kind === 'place' || e.kind === 'object' || e.kind === 'animal' || e.kind === 'weather',
      ) ?? false
  )
}

/** Not a dictionary word, nor the start or middle of one: 小鸟, 马上, 高兴. */
function isFree(story: string, i: number, length: number): boolean {
  const table = lexicon().chinese
  for (let from = Math.max(0, i - 2); from < i + length; from++) {
    for (let size = 2; size <= 5; size++) {
      if (from + size <= i) continue
      // 李小雨: a given name may be a word.
      if (from === i + 1 && size === length - 1 && length === 3) continue
      const word = story.slice(from, from + size)
      if (word.length === size && (table.has(word) || MASKED.has(word))) return false
    }
  }
  return true
}
