/**
 * Animals, machines and creatures that act, one a line:
 * `picture noun | look | home | English words | Chinese words`
 * `=` before the look keeps the noun's own size words out (`=huge`): otherwise small ones are called small by the story.
 */
export const ANIMALS = `
fox | red fur, white chest, bushy tail | forest | vixen | 狐狸 赤狐 白狐 狐
fox cub | red fur, white chest, big ears | forest | little fox, young fox, small fox, kit | 小狐狸
wolf | grey fur, yellow eyes | forest | | 狼 大灰狼 野狼 灰狼 恶狼 狼王
bear | brown fur, round ears | forest | | 熊 棕熊 黑熊 大熊 小熊 狗熊
bear cub | brown fur, round ears | forest | cub, cubs | 熊崽 熊宝宝
polar bear | white fur | snowfield | | 北极熊
panda | black and white fur | bamboo | | 熊猫 大熊猫 小熊猫
rabbit | white fur, long ears | meadow | hare, bunny | 兔子 小兔子 白兔 小白兔 小兔 野兔 兔
deer | brown coat, white spots | forest | stag, doe, fawn, elk, reindeer, moose | 鹿 小鹿 梅花鹿 驯鹿 白鹿 麋鹿
squirrel | brown fur, bushy tail | forest | chipmunk | 松鼠 小松鼠
beaver | brown fur, flat tail | river | otter, badger, raccoon, mole, weasel, muskrat | 河狸 獾 浣熊 鼹鼠 黄鼠狼
hedgehog | brown spines | forest | porcupine | 刺猬 小刺猬
mouse | grey fur, round ears | home | mice, little mouse, rat | 老鼠 小老鼠 鼠 田鼠
cat | {a} fur, green eyes | home | kitten, kitty, tomcat | 猫 小猫 猫咪 黑猫 白猫 花猫 橘猫 小花猫 老猫 野猫 流浪猫
dog | {a} fur, floppy ears | home | puppy, hound, pup, sheepdog | 狗 小狗 狗狗 大黄狗 黑狗 猎犬 流浪狗 黄狗 小黑狗 老狗 大黄
horse | {a} coat, flowing mane | road | pony, stallion, mare, steed, foal | 马 白马 骏马 小马 马儿 黑马 战马
donkey | grey coat, long ears | road | mule | 驴 毛驴 小毛驴 驴子
cow | black and white coat | farm | bull, ox, calf, oxen, buffalo | 牛 奶牛 老牛 水牛 黄牛 小牛 老黄牛
sheep | white wool | meadow | lamb, ram | 羊 绵羊 小羊 羊羔 羊群
goat | white coat, small horns | mountain | | 山羊
pig | pink skin | farm | piglet, boar, hog | 猪 小猪 野猪
monkey | brown fur, long tail | jungle | ape, gorilla, chimpanzee | 猴子 小猴 猴 小猴子 猩猩 猿
monkey king | golden armour, red cape, golden staff | mountain | | 孙悟空 美猴王 齐天大圣 猴王 悟空
lion | golden fur, great mane | meadow | lioness | 狮子 雄狮 小狮子 狮王
tiger | orange fur, black stripes | mountain | tigress | 老虎 虎 猛虎 小老虎 白虎
leopard | spotted fur | jungle | panther, cheetah, lynx, jaguar | 豹子 豹 猎豹 黑豹 雪豹
elephant | grey skin, long trunk | jungle | mammoth | 大象 小象 象
giraffe | yellow coat, brown patches | meadow | | 长颈鹿
camel | tan coat, two humps | desert | | 骆驼
kangaroo | brown fur | meadow | | 袋鼠
owl | brown feathers, round eyes | forest | | 猫头鹰 猫头鹰爷爷
eagle | brown feathers, yellow beak | mountain | hawk, falcon | 老鹰 鹰 雄鹰 苍鹰
crow | black feathers | field | raven, magpie, jackdaw | 乌鸦 喜鹊
bird | {a} feathers | forest | birds, sparrow, nightingale, robin, songbird, swallow, lark, canary, parrot, bluebird | 鸟 小鸟 鸟儿 麻雀 燕子 夜莺 黄鹂 鹦鹉 百灵鸟 小燕子 飞鸟
dove | white feathers | city | pigeon | 鸽子 白鸽
seagull | white feathers, grey wings | coast | gull, seagulls, gulls | 海鸥
crane | white feathers, red crown | lake | heron, stork | 仙鹤 白鹤 鹤 鹭
swan | white feathers | lake | | 天鹅 白天鹅
duck | white feathers, orange beak | lake | duckling, goose, geese, ducklings | 鸭子 小鸭子 鹅 丑小鸭 小鸭 大雁 白鹅
chicken | white feathers, red comb | farm | hen, rooster, chick, cockerel | 鸡 公鸡 母鸡 小鸡 大公鸡
penguin | black and white feathers | snowfield | | 企鹅 小企鹅
peacock | blue and green feathers | garden | | 孔雀
phoenix | burning red and gold feathers | sky | firebird | 凤凰 火凤凰 朱雀
frog | green skin | lake | toad | 青蛙 蛙 癞蛤蟆 小青蛙 蟾蜍
turtle | green shell | beach | tortoise | 乌龟 海龟 龟 老乌龟
snake | green scales | forest | serpent, python, viper, cobra | 蛇 毒蛇 大蛇 白蛇 巨蟒 蟒蛇 青蛇
crocodile | green scales | river | alligator | 鳄鱼
fish | silver scales | underwater | goldfish, salmon, carp, fishes, koi | 鱼 小鱼 金鱼 鱼儿 鲤鱼 大鱼 鱼群
whale | blue-grey skin, huge | sea | humpback | 鲸鱼 鲸 蓝鲸 大鲸鱼
dolphin | grey skin | sea | porpoise | 海豚
shark | grey skin, sharp teeth | sea | | 鲨鱼 大白鲨
octopus | purple skin, eight arms | underwater | squid, kraken, jellyfish | 章鱼 乌贼 水母
crab | red shell | beach | lobster | 螃蟹 小螃蟹 龙虾
seal | grey fur | coast | sea lion, walrus | 海豹 海狮 水獭
butterfly | blue and orange wings | garden | moth, butterflies | 蝴蝶 飞蛾 彩蝶
bee | yellow and black stripes | garden | bumblebee, wasp | 蜜蜂 小蜜蜂
ant | small black body | meadow | ants, beetle, ladybird, ladybug, grasshopper, cricket | 蚂蚁 小蚂蚁 甲虫 瓢虫 蚂蚱 蟋蟀 蚱蜢
spider | black body, long legs | forest | | 蜘蛛
snail | brown spiral shell | garden | | 蜗牛 小蜗牛
caterpillar | green body | garden | worm, silkworm | 毛毛虫 虫子 蚕 小虫
bat | black wings | cave | bats | 蝙蝠
dragon | {d} scales, great wings | mountain | wyvern, drake | 龙 巨龙 恶龙 飞龙 火龙 青龙 神龙 小龙 白龙 黑龙
unicorn | white coat, silver horn | forest | pegasus | 独角兽
dinosaur | green scales | jungle | tyrannosaurus | 恐龙 霸王龙 小恐龙
monster | dark shaggy fur, glowing eyes | cave | beast, creature, werewolf | 怪物 怪兽 野兽 巨兽 妖兽 魔兽 猛兽
robot | {m} metal body, glowing eyes | city | android, cyborg, automaton, droid, machine man | 机器人 小机器人 机械人 机械兽 仿生人 机器狗
alien | green skin, large eyes | planet | extraterrestrial, martian | 外星人 外星生物
snowman | round snow body, carrot nose, {c} scarf | snowfield | | 雪人
scarecrow | straw body, {c} coat, hat | farm | | 稻草人
doll | button eyes, {c} dress | bedroom | puppet, marionette, rag doll | 木偶 布娃娃 洋娃娃 玩偶
teddy bear | brown plush fur | bedroom | toy bear | 玩具熊 泰迪熊
`
