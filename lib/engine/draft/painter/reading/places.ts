/** Places: the words for each, and which of those in a prompt the scene is in. */
import { findEntries, phrases, type Words } from './words'

/** Place, the words for it, and how much one of them says (a kitchen is surer than a mountain in the distance). */
const PLACES = {
  kitchen: [1.5, 'kitchen|stove|cooking|bakery|厨房|灶台|做饭|炒菜|面包房'],
  bedroom: [1.5, 'bedroom|bed|attic|nursery|卧室|床|阁楼|床上|房间里'],
  home: [
    1.3,
    'living room|room|indoor|inside the house|fireplace|hearth|parlour|parlor|armchair|sofa|cottage interior|apartment|study|at home|客厅|屋内|屋里|室内|家里|壁炉|书房|炉火',
  ],
  tavern: [
    1.4,
    'tavern|inn|pub|bar|cafe|restaurant|teahouse|tea house|diner|酒馆|客栈|茶馆|酒吧|餐厅|饭馆|咖啡馆',
  ],
  palace: [
    1.4,
    'ballroom|at the ball|royal ball|palace|throne|throne room|hall|ballroom|court|royal court|宫殿|皇宫|大殿|王座|朝堂|宫廷|舞会|宫里|王宫',
  ],
  classroom: [1.5, 'classroom|school|lesson|blackboard|lecture|教室|学校|课堂|黑板|上课'],
  library: [1.5, 'library|bookshop|bookstore|archive|bookshelf|图书馆|书店|书架|藏书阁'],
  laboratory: [1.4, 'laboratory|lab|experiment|hospital|clinic|实验室|实验|医院|诊所'],
  workshop: [
    1.3,
    'workshop|forge|blacksmith|shop|garage|factory|clockmaker|toymaker|office|police station|工坊|作坊|铁匠铺|工厂|店里|办公室|钟表店|店铺',
  ],
  stage: [1.3, 'theatre|theater|stage|concert|opera|circus|舞台|剧院|戏台|音乐会|马戏团'],
  cockpit: [
    1.5,
    'cockpit|spaceship interior|inside the spaceship|control room|bridge of the ship|space station interior|驾驶舱|控制室|飞船内|舰桥|空间站内',
  ],
  cave: [1.4, 'cave|cavern|grotto|mine|tunnel|dungeon|cell|prison|洞穴|山洞|矿洞|地牢|监狱|隧道|洞'],
  underwater: [
    1.6,
    'underwater|under the sea|beneath the waves|ocean floor|seabed|sea bed|coral|coral reef|reef|deep sea|under water|mermaid|submarine|海底|水下|深海|珊瑚|龙宫|美人鱼',
  ],
  space: [
    1.4,
    'space|outer space|galaxy|orbit|asteroid|nebula|spaceship|spacecraft|starship|space station|universe|cosmos|milky way|planet|太空|宇宙|银河|飞船|轨道|星系|空间站|星球',
  ],
  planet: [
    1.6,
    'mars|martian|red planet|alien planet|lunar|moon surface|surface of the moon|on the moon|alien world|crater|火星|月球|外星|陨石坑|火星上',
  ],
  neon: [
    1.7,
    'cyberpunk|neon|neon city|futuristic city|megacity|cyber city|future city|hologram|赛博|赛博朋克|霓虹|未来城市|未来都市|全息',
  ],
  ruins: [
    1.3,
    'ruin|ruined|ruined city|ruined temple|abandoned|collapsed|crumbling|post apocalyptic|broken wall|debris|rubble|废墟|残破|遗迹|断壁|残垣|废弃|末日',
  ],
  wasteland: [
    1.2,
    'wasteland|barren|battlefield|battle|volcano|lava|ash|scorched|war|荒原|荒野|战场|火山|熔岩|战争|荒凉',
  ],
  city: [
    1.2,
    'city|street|skyscraper|downtown|alley|town square|rooftop|avenue|metropolis|sidewalk|bus stop|subway|train station|railway station|platform|boulevard|pavement|城市|街道|街|巷|都市|楼顶|天台|高楼|车站|站台|地铁|马路',
  ],
  market: [1.5, 'market|bazaar|marketplace|stall|集市|市场|市集|庙会|摊|夜市|灯会'],
  harbour: [1.4, 'harbour|harbor|port|pier|dock|wharf|quay|marina|港口|码头|港湾|渡口'],
  beach: [1.3, 'beach|seaside|sandy shore|sandcastle|沙滩|海滩'],
  coast: [
    1.3,
    'coast|shore|seashore|lighthouse|cliff|island|bay|cove|by the sea|海岸|海边|灯塔|悬崖|岛|岸边|海湾|礁石',
  ],
  sea: [
    1.2,
    'sea|ocean|waves|sail|sailing|ship|sailboat|whale|open water|shipwreck|deck|raft|pirate ship|大海|海|海洋|海浪|海上|航行|帆船|船|波涛|鲸鱼|鲸',
  ],
  lake: [1.3, 'lake|pond|lakeside|lagoon|swamp|marsh|湖|池塘|湖边|湖面|沼泽|荷塘|莲花池'],
  river: [
    1.3,
    'river|stream|creek|riverbank|waterfall|brook|canal|rowing|canoe|bridge|rowboat|河|江|溪|河边|小溪|瀑布|桥|江面|泛舟|划船|小船|渔船|乌篷船',
  ],
  bamboo: [1.6, 'bamboo|bamboo forest|bamboo grove|竹林|竹|竹子'],
  orchard: [
    1.5,
    'orchard|blossom|cherry blossom|peach blossom|plum blossom|peach tree|cherry tree|apple tree|桃花|桃林|桃花源|樱花|梅花|果园|桃树|梨花',
  ],
  jungle: [1.4, 'jungle|rainforest|tropical forest|丛林|热带雨林'],
  forest: [
    1.2,
    'forest|wood|woods|woodland|grove|pine|tree|trees|thicket|campfire|森林|树林|林间|林子|松林|树',
  ],
  snowfield: [
    1.3,
    'snowfield|tundra|arctic|glacier|ice|igloo|north pole|south pole|antarctica|iceberg|frozen lake|雪原|雪地|冰川|极地|冰原|北极|南极|冰',
  ],
  desert: [1.4, 'desert|dune|oasis|sahara|pyramid|沙漠|沙丘|绿洲|戈壁|金字塔|大漠'],
  temple: [
    1.4,
    'temple|pagoda|shrine|monastery|great wall|chinese palace|courtyard|ancient china|pavilion|寺|庙|宝塔|佛塔|古塔|寺庙|道观|宝塔|长城|亭|庭院|古城|四合院|佛',
  ],
  castle: [1.2, 'castle|fortress|citadel|kingdom|tower|knight|dragon|城堡|城墙|要塞|王国|塔楼|城门'],
  graveyard: [1.3, 'graveyard|cemetery|grave|tomb|tombstone|haunted|墓地|坟|墓|坟墓|鬼屋'],
  garden: [
    1.3,
    'garden|park|backyard|flower|flowers|flower bed|greenhouse|rose|花园|公园|院子|后院|花丛|花|园子',
  ],
  farm: [
    1.3,
    'farm|barn|field|wheat|wheat field|cornfield|harvest|crop|rice paddy|rice field|paddy|vineyard|ranch|农场|麦田|田野|稻田|庄稼|田|农田|麦子|牧场|丰收',
  ],
  village: [
    1.2,
    'village|town|cottage|hamlet|hut|house|chimney|roof|home|村庄|村|小镇|镇|小屋|屋顶|房子|村子|村口|家乡',
  ],
  road: [
    1.1,
    'road|path|highway|trail|crossroad|journey|travel|carriage|小路|道路|公路|山路|路|旅途|路上|旅程',
  ],
  mountain: [
    1,
    'mountain|peak|summit|valley|hill|canyon|ridge|mountaintop|alps|himalaya|山|山谷|山峰|高山|雪山|峡谷|山顶|群山',
  ],
  sky: [
    1.1,
    'sky|clouds|above the clouds|flying|airship|hot air balloon|heaven|wings|soaring|天空|云|云端|飞翔|云海|热气球|天宫|天上',
  ],
  meadow: [0.9, 'meadow|grass|grassland|prairie|pasture|plain|lawn|草地|草原|草坪|原野'],
} as const satisfies Record<string, readonly [number, string]>

export type Place = keyof typeof PLACES

export const PLACE_NAMES = Object.keys(PLACES) as Place[]

const PLACE_WORDS: ReadonlyMap<string, Place> = new Map(
  PLACE_NAMES.flatMap((place) => phrases(PLACES[place][1]).map((phrase) => [phrase, place] as const)),
)

const HERE = new Set(
  'in inside at on through across into under by near along within amid among around'.split(' '),
)

const THERE = new Set('distant far background beyond behind above over leaving from'.split(' '))

const ARTICLES = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its', 'small', 'old', 'dark', 'great'])

/** Places said in the prompt with how surely the scene is there, surest first. */
export function readPlaces(words: Words): { place: Place; score: number }[] {
  const scores = new Map<Place, number>()
  for (const found of findEntries(words, PLACE_WORDS)) {
    const before = scores.get(found.entry) ?? 0
    // A longer phrase says more than the word inside it: "peach blossom" against "blossom", 桃花源 against 花.
    let sure = PLACES[found.entry][0] * (1 + (found.length - 1) * 0.2) * (before > 0 ? 0.25 : 1)
    if (!found.chinese) {
      let back = found.at - 1
      while (back > found.at - 5 && ARTICLES.has(words.raw[back] ?? '')) back--
      const near = [words.raw[back] ?? '', words.raw[back - 1] ?? '']
      if (near.some((w) => HERE.has(w))) sure *= 1.35
      else if (near.some((w) => THERE.has(w))) sure *= 0.6
      sure *= 1 - Math.min(found.at, 60) * 0.002
    }
    scores.set(found.entry, before + sure)
  }
  return [...scores]
    .map(([place, score]) => ({ place, score }))
    .sort((a, b) => b.score - a.score || (a.place < b.place ? -1 : 1))
}

export const INDOORS: ReadonlySet<Place> = new Set<Place>([
  'kitchen',
  'bedroom',
  'home',
  'tavern',
  'palace',
  'classroom',
  'library',
  'laboratory',
  'workshop',
  'stage',
  'cockpit',
])
