/**
 * Places, one a line: `key | in or out | words for the picture | English words | Chinese words`
 * The words for the picture stand after the subjects: `in a forest`. Inside, weather is seen through a window only.
 */
export const PLACES = `
forest | out | in a forest | forest, woods, woodland, grove, thicket, pine forest, wood | 森林 树林 林子 林中 密林 松林 林间 大森林 山林 丛林深处 枫林
bamboo | out | in a bamboo forest | bamboo forest, bamboo grove, bamboo | 竹林 竹海 翠竹
jungle | out | in a jungle | jungle, rainforest | 丛林 热带雨林 雨林
mountain | out | on a mountain | mountain, mountains, hillside, mountainside, mountain pass, mountain path, ridge, highland, hills, hill, slope | 山 大山 高山 群山 山上 山坡 山中 山路 深山 山腰 山里 小山 山间 山崖 山道
summit | out | on a mountain peak | peak, summit, mountaintop, hilltop | 山顶 山峰 峰顶 顶峰 山巅
snow mountain | out | on a snowy mountain | snowy mountain, snowy peak | 雪山 雪峰 雪岭
cliff | out | on a cliff | cliff, precipice, crag, cliffs | 悬崖 峭壁 断崖 崖边 绝壁
valley | out | in a valley | valley, gorge, canyon, ravine | 山谷 峡谷 谷底 幽谷 谷中
sea | out | on the open sea | sea, ocean, open sea, high seas, waves, dark water | 大海 海洋 海上 海面 海浪 波涛 汪洋 大洋 海里 海
coast | out | on the coast | coast, shore, seashore, seaside, coastline, rocks, rocky shore, headland, bay, cove | 海边 海岸 岸边 海滨 礁石 海湾 岩石海岸 岸上
beach | out | on a sandy beach | beach, sand, sandy beach, sands | 沙滩 海滩
island | out | on an island | island, isle, islet | 岛 小岛 海岛 荒岛 岛上 孤岛
lighthouse | out | a lighthouse on the coast | lighthouse, light tower | 灯塔
harbour | out | in a harbour | harbour, harbor, port, pier, dock, wharf, quay, jetty | 港口 码头 港湾 渡口 渔港
ship | out | on the deck of a ship at sea | deck, shipdeck | 甲板 船上 船头 帆船上
river | out | by a river | river, stream, creek, riverbank, brook, canal, riverside | 河 河边 小溪 溪边 江边 河岸 小河 江面 大河 江 江南 河里 溪水 长江 黄河 河畔
waterfall | out | by a waterfall | waterfall, falls | 瀑布
lake | out | by a lake | lake, pond, lakeside, lagoon, pool | 湖 湖边 池塘 湖面 湖畔 荷塘 湖水 西湖 水塘 池边 湖心
swamp | out | in a misty swamp | swamp, marsh, bog | 沼泽 泥潭
desert | out | in a desert | desert, dunes, dune, oasis | 沙漠 大漠 沙丘 戈壁 绿洲 荒漠
wasteland | out | in a barren wasteland | wasteland, wastes, badlands | 废土 荒原 荒野 荒地 旷野 不毛之地 荒郊 荒郊野外
wasteland city | out | in a ruined wasteland city | ruined city, dead city | 废土城市 废弃城市 废城 荒城 末日城市 死城
ruins | out | among ruins | ruins, ruin, rubble | 废墟 遗迹 断壁残垣 残垣 遗址
battlefield | out | on a battlefield | battlefield, battleground, front line, trench, trenches | 战场 沙场 前线 战壕
meadow | out | in a meadow | meadow, grassland, prairie, pasture, plain, plains, lawn, steppe, savannah, savanna | 草地 草原 草坪 原野 大草原 草丛
field | out | in a wheat field | field, fields, wheat field, cornfield, rice field, paddy | 田野 麦田 稻田 田里 庄稼地 玉米地 田间 地里
farm | out | on a farm | farm, barn, farmyard, stable, farmhouse, ranch, henhouse | 农场 牧场 谷仓 农家 马厩 农庄 牛棚 鸡窝
garden | out | in a garden | garden, backyard, yard, flower bed, flowerbed, greenhouse, back garden | 花园 院子 后院 花丛 园子 小院 院里 后花园 御花园 花圃 阳台
orchard | out | in a blossoming orchard | orchard, cherry trees, apple trees, vineyard | 果园 桃林 桃花林 桃花源 樱花树下 梨园 桃园
park | out | in a park | park, playground, merry-go-round | 公园 游乐园 操场边 广场上 游乐场
village | out | in a village | village, hamlet, small town, town, fishing village | 村庄 村子 小镇 村里 小村庄 山村 渔村 小村 镇上 村口 村 镇子 古镇 小山村 乡下 乡村 老家 故乡 家乡
city | out | in a big city | city, downtown, metropolis, skyscrapers, capital | 城市 都市 城里 大城市 市区 市中心 高楼大厦 京城 长安 长安城 北京 上海 都城 城
neon city | out | in a neon city | neon city, cyberpunk city, megacity, future city, futuristic city | 霓虹城市 未来城市 未来都市 赛博都市 霓虹街头 霓虹灯下 霓虹
street | out | in a city street | street, streets, avenue, road side, boulevard, pavement, sidewalk, crosswalk, corner | 街道 大街 街头 街上 马路 路边 街 街角 长街 十字路口 马路边
alley | out | in a narrow alley | alley, alleyway, lane, back street, back alley | 小巷 巷子 胡同 巷口 弄堂 深巷 巷 雨巷
square | out | in a town square | town square, market square, plaza, square, fountain | 广场 中心广场 喷泉
market | out | in a market | market, marketplace, bazaar, fair, stalls, stall | 市场 集市 市集 夜市 菜市场 庙会 小摊 集上 灯会
bridge | out | on a bridge | bridge, footbridge | 桥 桥上 小桥 石桥 大桥 桥头 断桥
road | out | on a country road | road, path, highway, trail, crossroads, roadside, track, footpath | 路上 小路 公路 道路 大路 路口 旅途 途中 路 山间小路 乡间小路 归途 长路
gate | out | before the gate of a house | gate, city gate, gates, gateway | 城门 大门 大门口 门口 城门口 家门口
roof | out | on a rooftop | roof, rooftop, rooftops | 屋顶 楼顶 天台 房顶 屋檐
train station | out | on a train station platform | train station, railway station, station, platform, bus stop, subway station, airport | 车站 火车站 站台 月台 地铁站 公交站 机场
train | in | inside a train carriage | train carriage, railway carriage, compartment, subway, bus | 车厢 火车上 列车上 地铁 地铁上 公交车上 车上 车里
temple | out | at an old temple | temple, pagoda, shrine, monastery | 寺庙 庙 寺 古寺 破庙 道观 佛寺 宝塔 古塔 寺院 神殿 庙里 庙宇
church | in | in the hall of a church | church, cathedral, chapel | 教堂
castle | out | before a castle | castle, fortress, citadel, kingdom, castle walls | 城堡 要塞 王国 城墙 古堡
tower | out | by a tall tower | tower, bell tower, clock tower, watchtower | 塔 高塔 钟楼 塔顶 塔上 塔楼 塔下
palace | in | in a palace hall | palace, throne room, great hall, court, ballroom | 皇宫 宫殿 王宫 大殿 宫里 宫中 龙宫大殿 大厅 殿堂 宫
graveyard | out | in a graveyard | graveyard, cemetery, grave, tomb, tombstone | 墓地 坟墓 墓 坟 墓碑 陵墓 坟前 古墓
cave | in | in a cave | cave, cavern, den, burrow, grotto, lair | 山洞 洞穴 洞 洞里 岩洞 石洞 洞口 树洞
mine | in | in a mine tunnel | mine, tunnel, sewer, shaft | 矿井 隧道 地道 下水道 矿洞 密道
dungeon | in | in a dungeon | dungeon, prison, jail, cell, cellar, basement | 地牢 监狱 牢房 地下室 地窖 牢里
underwater | out | underwater, coral reef | underwater, seabed, ocean floor, under the sea, reef, bottom of the sea, under the waves | 海底 水下 深海 水底 龙宫 珊瑚礁
sky | out | high in the sky | in the sky, above the clouds, clouds, heavens, heaven | 天上 天空 云端 空中 云海 天宫 云上 半空 天空中 高空 云朵上 半空中
space | out | in outer space | space, outer space, orbit, galaxy, deep space, universe | 太空 宇宙 星空中 银河 轨道 外太空 星际 深空
launch pad | out | on a launch pad with a rocket, by the coast | launch pad, launchpad, launch site | 发射场 发射台
spaceship | in | in the cockpit of a spaceship | spaceship, spacecraft, starship, space station, cockpit, control room, rocket ship, airlock | 飞船 宇宙飞船 太空船 空间站 驾驶舱 控制室 飞船上 舱内 太空舱 舱门
planet | out | on an alien planet | planet, alien planet, alien world, crater | 星球 行星 外星 陌生的星球 陨石坑
mars | out | on the red planet mars | mars, red planet | 火星 火星上 红色星球
moon | out | on the moon | on the moon, lunar surface, moon base | 月球 月亮上 月宫 月球上 月球表面
home | in | in a cosy living room | home, house, living room, room, indoors, apartment, parlour, hall, inside the house, cabin, cottage, hut, lodge, flat | 家 家里 屋里 房间 客厅 屋子 屋内 房子 家中 小屋 房里 公寓 木屋 茅屋 屋子里 房间里 小木屋 室内 炉边
bedroom | in | in a bedroom | bedroom, bed, bedside, attic, nursery | 卧室 床上 床边 床前 房中 阁楼 床头 被窝
kitchen | in | in a kitchen | kitchen, dining room | 厨房 灶台 餐桌 饭桌 饭厅 灶前 厨房里
study | in | in a study full of books | study, desk | 书房 书桌 书桌前 书案 案前
library | in | in a library | library, bookshop, bookstore, bookshelves, archive | 图书馆 书店 藏书阁 藏经阁 旧书店 档案室
school | out | in a school yard | school, schoolyard, campus, university, college, sports field | 学校 校园 操场 大学 校门 校门口 上学路上 跑道 篮球场
classroom | in | in a classroom | classroom, class, lecture hall, school desk | 教室 课堂 课桌 讲台 自习室
corridor | in | in a long corridor, indoor | corridor, hallway, passage | 走廊 楼道 长廊
stairs | in | on a winding staircase, indoor | stairs, staircase, stairwell, spiral stairs, steps | 楼梯 楼梯口 台阶 旋转楼梯
office | in | in an office | office, police station, headquarters, meeting room | 办公室 公司 警察局 会议室 派出所 警局
hospital | in | in a hospital room | hospital, clinic, ward, sickbed | 医院 病房 诊所 病床 手术室 病床前
laboratory | in | in a laboratory | laboratory, lab, experiment room | 实验室 研究所 研究室
workshop | in | in a workshop | workshop, forge, smithy, studio, garage, factory, shed | 工坊 作坊 铁匠铺 工厂 车库 画室 工作室 钟表店 修理铺
shop | in | in a small shop | shop, store, antique shop, toy shop, flower shop | 店里 商店 店铺 小店 铺子 便利店 杂货店 花店 古董店 当铺 药铺
bakery | in | in a bakery | bakery | 面包店 面包房 蛋糕店
tavern | in | in a tavern | tavern, inn, pub, bar, restaurant, cafe, café, teahouse, coffee shop, diner | 客栈 酒馆 酒楼 茶馆 餐厅 饭馆 咖啡馆 酒吧 茶楼 旅店 面馆 小酒馆 咖啡店 饭店
stage | in | on a theatre stage | stage, theatre, theater, concert hall, opera house, circus | 舞台 剧院 戏台 音乐厅 马戏团 台上 音乐会
museum | in | in the hall of a museum | museum, gallery, exhibition | 博物馆 美术馆 展厅
mansion | in | in the hall of an old mansion | mansion, manor, villa, old house, haunted house | 豪宅 庄园 老宅 别墅 鬼屋 古宅 府邸 老房子 大宅 府
courtyard | out | in a courtyard | courtyard, patio | 庭院 四合院 天井 庭中 院落 庭前
pavilion | out | in a pavilion by the water | pavilion | 亭子 凉亭 亭 水榭 长亭
camp | out | at a camp with a campfire | camp, campfire, tent, bonfire | 营地 篝火旁 帐篷 军营 营火 篝火
snowfield | out | on a snowfield | snowfield, tundra, ice field, glacier, arctic, north pole, frozen lake, south pole, iceberg | 雪地 雪原 冰原 北极 南极 冰川 雪地里 冰天雪地 冰湖 冰面 雪中
volcano | out | at a volcano with lava | volcano, lava | 火山 岩浆 熔岩
toy land | out | in a magical kingdom | fairyland, wonderland, magic kingdom, dreamland | 仙境 童话王国 魔法王国 梦境 梦里 梦中 魔法世界 奇境
`
