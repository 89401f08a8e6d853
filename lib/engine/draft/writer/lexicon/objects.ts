/**
 * Things, one a line: `picture noun | English words | Chinese words`
 * A leading `~` takes no article (`~ fire`), `#` is many (`# books`), `the` things there is one of.
 */

/** Things a story turns on: they go into the picture whenever they are there. */
export const NOTABLE = `
lamp | lamp, oil lamp, desk lamp, lamplight | 灯 油灯 台灯 煤油灯 路灯 灯火 孤灯 一盏灯 马灯 灯光
lantern | lantern, paper lantern | 灯笼 提灯 红灯笼 花灯 孔明灯 纸灯笼
candle | candle, candles, candlelight | 蜡烛 烛光 烛火 红烛
torch | torch, flashlight | 火把 手电筒 火炬
key | key, keys, brass key | 钥匙 一把钥匙 铜钥匙
letter | letter, letters, envelope, postcard, message, note, telegram | 信 书信 信件 信封 明信片 纸条 来信 一封信 家书 便条 情书
map | map, chart, treasure map | 地图 藏宝图 航海图
book | book, notebook, spellbook | 书 书本 笔记本 一本书 古书 课本 秘籍 故事书 书籍 旧书
# books | books | 书籍们 许多书 满墙的书
diary | diary, journal | 日记 日记本
scroll | scroll, parchment | 卷轴 画卷 竹简 圣旨 经书
photograph | photograph, photo, picture frame | 照片 相片 老照片 合照 旧照片
painting | painting, portrait, picture, canvas | 画作 油画 肖像 一幅画 壁画 画像
sword | sword, blade, swords, saber, sabre | 剑 宝剑 长剑 刀 长刀 利剑 刀剑 短剑 木剑 铁剑 古剑
dagger | dagger, knife | 匕首 小刀 短刀 菜刀
bow and arrow | bow, arrow, arrows, bow and arrow | 弓箭 弓 箭 长弓
spear | spear, lance | 长矛 长枪 枪尖 红缨枪
shield | shield | 盾牌 盾
gun | gun, pistol, rifle, revolver | 枪 手枪 步枪 猎枪 枪口
armour | armour, armor, helmet | 盔甲 铠甲 头盔
axe | axe, hatchet | 斧头 斧子
staff | staff, walking stick, cane, stick | 拐杖 手杖 木棍 金箍棒 竹竿 棍子 竹杖 树枝
magic wand | wand, magic wand | 魔杖 魔法棒
crown | crown, tiara | 王冠 皇冠 桂冠
ring | ring, wedding ring | 戒指 指环 玉戒
necklace | necklace, pendant, locket, amulet, medallion | 项链 吊坠 护身符 玉佩 玉坠 挂坠
gem | gem, jewel, diamond, ruby, emerald, crystal, pearl, gemstone | 宝石 钻石 水晶 珍珠 夜明珠 宝珠 红宝石 玉 玉石
crystal ball | crystal ball | 水晶球
treasure chest | treasure, treasure chest, chest, coins, gold coins | 宝藏 宝箱 财宝 箱子 金币 木箱 宝物 珠宝 木匣子
box | box, wooden box, music box, casket | 盒子 木盒 音乐盒 纸箱 八音盒 小盒子 匣子 纸盒 铁盒
coin | coin, penny, copper coin | 硬币 铜钱 铜板
bag of money | money, purse, wallet | 钱 钱包 钱袋 银子 银两
mirror | mirror, looking glass | 镜子 铜镜 魔镜
clock | clock, grandfather clock | 钟 时钟 闹钟 挂钟 座钟 老钟
pocket watch | watch, pocket watch, wristwatch | 怀表 手表 旧怀表
hourglass | hourglass | 沙漏
compass | compass | 指南针 罗盘
telescope | telescope, spyglass, binoculars | 望远镜
bell | bell, bells | 铃铛 钟声 铃 风铃 大钟 铜铃 铃声
door | door, doorway | 门 房门 木门 铁门 石门 门前 小门 暗门 一扇门 大铁门
window | window, windowsill, windowpane | 窗 窗户 窗子 窗外 窗边 窗前 窗口 窗台
umbrella | umbrella, parasol | 伞 雨伞 油纸伞 纸伞 黑伞 一把伞
fishing boat | fishing boat, fishing boats | 渔船
boat | boat, rowboat, sailboat, canoe, raft, boats | 船 小船 木船 帆船 竹筏 小舟 独木舟 一叶扁舟 纸船 木筏 扁舟 孤舟
ship | ship, ships, sailing ship, vessel, steamer, pirate ship | 大船 轮船 海盗船 船只 货船 战船 军舰
anchor | anchor | 船锚 锚
train | train, locomotive, steam train | 火车 列车 蒸汽火车 绿皮火车 高铁
car | car, truck, taxi, van, automobile | 汽车 轿车 卡车 出租车 货车 车 小汽车
bicycle | bicycle, bike | 自行车 单车
motorcycle | motorcycle, motorbike | 摩托车 摩托
carriage | carriage, coach, wagon, cart, sleigh | 马车 牛车 雪橇 轿子 花轿 板车
rocket | rocket, missile | 火箭 火箭飞船
airplane | airplane, plane, aeroplane, aircraft | 飞机 战斗机 纸飞机
hot air balloon | hot air balloon, airship, balloon | 热气球 飞艇
# balloons | balloons | 气球 红气球
flying saucer | ufo, flying saucer | 飞碟
drone | drone, drones | 无人机
kite | kite | 风筝
flower | flower, rose, lily, daisy, tulip, sunflower, wildflower | 花 花朵 玫瑰 小花 百合 向日葵 莲花 荷花 红玫瑰 一朵花 野花 牡丹 菊花 蒲公英 兰花
# flowers | flowers, roses, wildflowers, bouquet, petals | 鲜花 花束 花瓣 花儿 百花 落花 花海
plum blossoms | plum blossom, plum blossoms | 梅花 红梅 腊梅
peach blossoms | peach blossom, peach blossoms | 桃花树 桃花瓣
cherry blossoms | cherry blossom | 樱花树 樱花瓣
lotus leaf | lotus leaf, lily pad, lily pads | 荷叶
tree | tree, oak, willow, maple, birch, cherry tree, apple tree | 树 大树 老树 柳树 古树 槐树 苹果树 枫树 桂花树 树下 树上 杨树 梧桐 老槐树 银杏 银杏树 枣树 小树
pine tree | pine, pine tree, fir, christmas tree | 松树 老松树 圣诞树 松柏
seed | seed, seeds, sprout, seedling | 种子 嫩芽 幼苗 小苗 一粒种子 树苗
apple | apple, apples | 苹果 红苹果
peach | peach, peaches | 桃子 仙桃 蟠桃
pumpkin | pumpkin, pumpkins | 南瓜
mushroom | mushroom, mushrooms | 蘑菇
egg | egg, eggs | 蛋 鸡蛋 龙蛋 鸟蛋
nest | nest | 鸟巢 鸟窝 窝
feather | feather, feathers | 羽毛
violin | violin, fiddle, cello | 小提琴 大提琴 二胡
piano | piano | 钢琴 旧钢琴
guitar | guitar, lute, harp | 吉他 琵琶 竖琴
guqin | zither | 古琴 古筝 琴 瑶琴
smoking pipe | pipe, tobacco pipe | 烟斗 旱烟
flute | flute | 笛子 长笛 箫 竹笛 口琴 笛声
drum | drum, drums | 战鼓 大鼓 鼓声
~ fire | fire, flames, flame | 火 火焰 火光 烈火 大火 炉火 火堆 柴火
campfire | bonfire | 篝火堆
fireplace | fireplace, hearth, stove | 壁炉 火炉 炉子
~ smoke | smoke | 烟 炊烟 浓烟 硝烟 青烟
rainbow | rainbow | 彩虹
the moon | moon, full moon, crescent moon, crescent | 月亮 明月 满月 弯月 月牙 圆月 一轮明月 血月
star | star | 星 一颗星 小星星 启明星 北极星 一颗星星 星星
shooting star | shooting star, meteor, comet, falling star, meteorite | 流星 彗星 流星雨 陨石 天上掉下来的星星
the sun | rising sun, sun | 红日 太阳公公
aurora | aurora, northern lights | 极光
# fireworks | fireworks, firecrackers | 烟花 烟火 鞭炮 焰火
# fireflies | fireflies, firefly | 萤火虫 流萤
portal | portal, magic door, vortex | 传送门 时空之门 漩涡 时光机
potion bottle | potion, elixir, medicine, vial | 药水 魔药 仙丹 丹药 解药 药 草药 毒药
bottle | bottle, jar, message in a bottle, flask | 瓶子 酒瓶 漂流瓶 玻璃瓶 罐子 酒壶 酒葫芦
teacup | tea, cup of tea, teacup, mug, coffee, cup, cup of coffee | 茶 茶杯 杯子 咖啡 一杯茶 热茶 茶水 清茶 酒杯
teapot | teapot, kettle | 茶壶 水壶
bowl of soup | soup, bowl, porridge, stew | 汤 碗 粥 一碗面 面条 热汤 一碗汤 阳春面
~ bread | bread, loaf | 面包 馒头 烧饼 大饼
cake | cake, birthday cake, pie, cookies, biscuits | 蛋糕 生日蛋糕 饼干 月饼 点心 糕点
ice cream | ice cream, candy, lollipop, sweets | 冰淇淋 糖果 棒棒糖 糖葫芦 冰糖葫芦 雪糕
basket | basket | 篮子 竹篮 背篓 果篮
backpack | backpack, rucksack, satchel, schoolbag | 背包 书包 行囊 包裹 包袱
log | log, tree trunk, trunk, stump | 木头 树干 树桩 圆木
suitcase | suitcase, luggage | 行李箱 手提箱 行李 皮箱
doll | toy doll | 布偶
sewing machine | sewing machine | 缝纫机
toy | toy, toys | 玩具 积木
ball | ball, football, basketball | 皮球 足球 篮球 毛线球
paper crane | paper crane | 千纸鹤 纸鹤
mask | mask | 面具 口罩
cloak | cloak, cape | 斗篷 披风 披风下
scarf | scarf | 围巾 红围巾
hat | hat, cap | 帽子 草帽 斗笠
# shoes | shoes, boots, slippers, glass slipper | 鞋 鞋子 靴子 水晶鞋 布鞋 绣花鞋 球鞋
# glasses | glasses, spectacles, sunglasses | 眼镜 墨镜 老花镜
computer | computer, laptop, screen, monitor, keyboard, terminal | 电脑 屏幕 笔记本电脑 显示器 键盘 光屏 终端
telephone | telephone, phone, mobile phone, smartphone, radio | 电话 手机 收音机 电台 对讲机
television | television, tv | 电视 电视机
camera | camera | 相机 照相机 摄像头
hologram | hologram, projection | 全息投影 全息 投影
microchip | chip, microchip, data chip | 芯片 存储卡
machine | machine, engine, gears, device, clockwork | 机器 引擎 齿轮 装置 仪器 发动机 零件
medal | medal, trophy, badge | 奖牌 奖杯 徽章 勋章 奖状
flag | flag, banner | 旗帜 旗 红旗 旗子
statue | statue, sculpture, idol | 雕像 石像 佛像 铜像
well | well, wishing well | 井 水井 古井
windmill | windmill | 风车
watermill | water wheel, watermill | 水车
ladder | ladder | 梯子 软梯 云梯
rope | rope | 绳子 绳索
chain | chain, chains, handcuffs | 锁链 铁链 手铐 铁索
cage | cage, birdcage | 笼子 鸟笼 牢笼
trap | trap | 陷阱
fishing net | fishing net, net | 渔网 网
fishing rod | fishing rod | 鱼竿 钓竿 鱼钩
shell | seashell, shell, conch | 贝壳 海螺
~ blood | blood | 血 鲜血 血迹
skull | skull, skeleton, bones | 骷髅 骨头 白骨 头骨
coffin | coffin | 棺材
magnifying glass | magnifying glass, clue, footprint, footprints | 放大镜 线索 脚印 足迹
newspaper | newspaper, newspapers | 报纸
ticket | ticket | 车票 票 船票
gift | gift, present, parcel, package | 礼物 包裹里 礼盒 生日礼物
birthday candles | birthday | 生日
chessboard | chess, chessboard | 棋盘 下棋 围棋 象棋 棋子
brush and ink | brush, ink, paintbrush | 毛笔 画笔 笔墨
pen | pen, pencil, quill | 钢笔 铅笔 羽毛笔 笔尖
# leaves | leaves, leaf | 树叶 叶子 红叶 枯叶 绿叶
`

/** Furniture of a scene: said only when nothing better is there. */
export const COMMON = `
house | cottage roof | 房屋 瓦房 房舍
wall | wall, walls | 墙 墙壁 石墙 围墙
table | table | 桌子 桌 桌上 木桌
chair | chair, armchair, bench, stool, rocking chair | 椅子 凳子 长椅 摇椅 长凳 板凳 藤椅
bed | blanket, pillow, quilt | 床 被子 枕头 毯子 棉被
stone | stone, rock, boulder, pebble | 石头 岩石 鹅卵石 巨石 大石头 石块
# stones | stones, pebbles | 石子
grass | grass | 草 青草 小草 野草 芦苇
# clouds | cloud | 云 白云 云朵 彩云
~ water | water | 水 泉水 清水 井水
# waves | wave | 浪 浪花 巨浪 波浪
~ ice | ice | 冰 冰块 冰柱
staircase | stair | 石阶 阶梯
fence | fence, hedge | 篱笆 栅栏 围栏
curtain | curtain, curtains | 窗帘 帘子
shadow | shadow, shadows | 影子 身影 黑影 倒影
buildings | building, buildings, skyscraper, tower block | 高楼 大楼 楼房 摩天大楼 大厦 楼 高塔群
blackboard | blackboard | 黑板
# papers | paper, papers, documents, file | 纸 白纸 文件 试卷 卷子 作业 作业本 档案 案卷
~ dust | dust, sandstorm dust | 灰尘 尘土 风沙 黄沙 沙尘
`
