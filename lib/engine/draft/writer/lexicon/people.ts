/**
 * People a story may name, one a line:
 * `picture noun | gender age | clothes | home | English words | Chinese words`
 * Gender is m, f or -; `group` marks more than one person. `{c}` in the clothes is a colour chosen for the member.
 * Home is the place (see places.ts) where such a person is when the story does not say.
 */
export const PEOPLE = `
old man | m old | {c} coat, flat cap | village | old fellow, elderly man, graybeard, old timer | 老人 老头 老头儿 老汉 老翁 老者 老头子 老伯 老爷爷 老大爷 老先生 白发老人 老人家
old woman | f old | {c} shawl, long skirt | village | old lady, elderly woman, crone | 老妇 老妇人 老奶奶 老太太 老婆婆 老太婆 老大娘 老妪 婆婆
man | m adult | {c} jacket | - | gentleman, fellow, guy, stranger man, bloke, chap, husband, uncle, widower | 男人 男子 男士 汉子 丈夫 叔叔 大叔 伯伯 舅舅 中年人 大汉 壮汉 老公
woman | f adult | {c} dress | - | lady, wife, aunt, widow, madam | 女人 女子 女士 妻子 阿姨 大娘 妇人 姑姑 舅妈 夫人 老婆
young man | m young | {c} jacket | - | youth, young fellow, teenager, lad, boyfriend, bachelor | 少年 小伙子 年轻人 青年 小伙 男青年 后生 年轻男子 男生 男朋友
young woman | f young | {c} dress | - | young lady, maiden, girlfriend | 少女 姑娘 年轻女子 女青年 女生 女郎 年轻女人 女朋友
boy | m child | {c} sweater | - | little boy, small boy, young boy, schoolboy | 男孩 小男孩 男童 牧童 男孩子 小孩儿 小子
girl | f child | {c} dress | - | little girl, small girl, young girl, schoolgirl, lass | 女孩 小女孩 小姑娘 女童 女孩子 丫头 小丫头 女娃
child | - child | {c} sweater | - | kid, toddler, little one, youngster | 孩子 小孩 孩童 小朋友 娃娃 娃 小孩子 小家伙
baby | - child | {c} blanket | bedroom | infant, newborn | 婴儿 宝宝 娃儿
father | m adult | {c} shirt | home | dad, daddy, papa | 父亲 爸爸 爹 爹爹 老爸 爸
mother | f adult | {c} dress, apron | home | mom, mum, mama, mommy, mummy | 母亲 妈妈 娘 娘亲 老妈 妈
grandfather | m old | {c} cardigan, round glasses | home | grandpa, granddad, grandad, gramps | 爷爷 外公 祖父 姥爷 外祖父
grandmother | f old | {c} shawl, apron | home | grandma, granny, gran, nana | 奶奶 外婆 祖母 姥姥 外祖母 阿婆
son | m child | {c} sweater | home | grandson, stepson, nephew | 儿子 孙子 外孙 侄子
daughter | f child | {c} dress | home | stepdaughter, niece | 女儿 外孙女 侄女 闺女
granddaughter | f child | {c} dress | home | | 孙女 孙女儿 小孙女
brother | m young | {c} shirt | home | big brother, elder brother, older brother | 哥哥 兄弟 大哥 二哥 师兄 师弟
little brother | m child | {c} sweater | home | younger brother, baby brother | 弟弟 小弟 小弟弟
sister | f young | {c} dress | home | big sister, elder sister, older sister | 姐姐 大姐 师姐 师妹
little sister | f child | {c} dress | home | younger sister, baby sister | 妹妹 小妹 小妹妹
owner | - adult | {c} coat | home | landlady | 主人 房东
friend | - young | {c} jacket | - | best friend, companion, buddy | 朋友 好友 伙伴 好朋友 同伴 小伙伴 老友 知己
neighbour | - adult | {c} cardigan | village | neighbor | 邻居 街坊
stranger | m adult | long {c} coat, hat | - | newcomer, hooded figure, cloaked figure | 陌生人 来客 不速之客 黑衣人 神秘人
traveller | m young | {c} travelling cloak, backpack | road | traveler, wanderer, wayfarer, hiker, backpacker, tourist, explorer, adventurer, pilgrim | 旅人 旅行者 行者 旅客 过客 游子 游客 探险家 冒险者 流浪者 流浪汉 行人 浪子
warrior | m adult | dark {c} robe, leather armour, sword on the back | wasteland | fighter, gladiator, barbarian, martial artist | 武者 战士 勇士 武士 斗士 壮士 武人
swordsman | m adult | {c} robe, long sword | bamboo | swordmaster, swordswoman, blademaster | 剑客 剑士 侠客 刀客 大侠 侠士 少侠 剑侠 游侠 侠 剑圣
swordswoman | f young | {c} robe, long sword | bamboo | | 女侠 女剑客 侠女
samurai | m adult | {c} kimono, two swords | temple | ronin | 浪人 日本武士
ninja | m adult | black hooded clothes | roof | | 忍者
monk | m adult | saffron robe, shaved head | temple | buddhist monk, friar, abbot | 和尚 僧人 方丈 高僧 大师 住持
little monk | m child | grey robe, shaved head | temple | young monk, novice | 小和尚 小沙弥
taoist priest | m old | {c} taoist robe, topknot | mountain | priest, hermit, sage | 道士 道长 老道 隐士 仙人 神仙 老神仙 真人
master | m old | white robe, long white beard | mountain | old master, mentor | 师父 师傅 掌门 宗师 师尊 恩师
apprentice | m young | {c} tunic | workshop | disciple, pupil, trainee | 徒弟 学徒 弟子 徒儿
king | m old | {c} robe, golden crown | palace | monarch, ruler, sultan | 国王 大王 君王 王上
queen | f adult | {c} gown, golden crown | palace | empress | 王后 女王 皇后 母后
prince | m young | {c} tunic, small crown | palace | | 王子 太子 皇子 小王子
princess | f young | {c} gown, small tiara | palace | | 公主 小公主 郡主
emperor | m adult | dragon robe, imperial headdress | palace | tsar | 皇帝 皇上 陛下 天子
knight | m adult | silver armour, {c} cape | castle | paladin | 骑士
soldier | m adult | {c} uniform, helmet | battlefield | guard, sentry, trooper, private, sergeant, watchman | 士兵 卫兵 军人 守卫 哨兵 护卫 侍卫 战友
security guard | m adult | {c} guard uniform, cap | office | bodyguard | 保安 保安员
general | m adult | {c} armour, red cape | battlefield | colonel, admiral, field marshal | 将军 统帅 司令 元帅 大将军
hero | m young | {c} cape | - | heroine, champion, protagonist | 英雄 主角 主人公
lighthouse keeper | m old | {c} coat, sailor cap | lighthouse | keeper, light keeper, lightkeeper | 守塔人 灯塔看守人 灯塔看守 守灯人 看塔人 灯塔守护人
gatekeeper | m old | {c} coat, ring of keys | gate | doorkeeper, caretaker, janitor, doorman, night watchman | 看守人 看门人 守门人 门卫 看门大爷 管理员
fisherman | m adult | {c} oilskin coat, rubber boots | sea | fisher, angler | 渔夫 渔民 渔翁 打鱼人 渔人
sailor | m adult | {c} striped shirt, cap | ship | seaman, mariner, deckhand, helmsman | 水手 海员 船员 舵手
captain | m adult | {c} uniform coat, peaked cap | ship | skipper, sea captain, commander | 船长 舰长 队长
ferryman | m old | straw cape, straw hat | river | boatman | 船夫 艄公 摆渡人 船家
pirate | m adult | {c} coat, tricorn hat, eye patch | ship | buccaneer | 海盗 海盗船长
doctor | - adult | white coat, stethoscope | hospital | physician, surgeon, medic, vet | 医生 大夫 郎中 医师 神医 军医
nurse | f young | white nurse uniform | hospital | | 护士
scientist | - adult | white lab coat, glasses | laboratory | professor, researcher, inventor, chemist, physicist, astronomer, archaeologist, biologist | 科学家 教授 发明家 研究员 博士 天文学家 考古学家
engineer | - adult | {c} overalls, tool belt | workshop | mechanic, technician, repairman, programmer, hacker | 工程师 技师 修理工 机械师 程序员 黑客
astronaut | - adult | white spacesuit | spaceship | cosmonaut, spaceman, pilot, space traveller, space explorer | 宇航员 航天员 太空人 飞行员 驾驶员 飞船驾驶员
detective | m adult | {c} trench coat, fedora | city | inspector, investigator, private eye, sleuth, spy, agent | 侦探 探长 警探 私家侦探 特工 密探 探员 间谍
policeman | m adult | {c} police uniform, cap | city | police officer, officer, cop, policewoman, constable, sheriff | 警察 警官 民警 捕快 巡警 刑警 捕头
thief | m adult | dark hooded clothes | city | robber, burglar, pickpocket, bandit, smuggler | 小偷 强盗 盗贼 贼 山贼 土匪 窃贼 盗匪 劫匪
assassin | m adult | black hooded cloak | city | killer, murderer, hitman | 刺客 杀手 凶手 杀人犯
villain | m adult | black cloak | - | enemy, rival, tyrant, monster hunter | 恶霸 坏人 敌人 仇人 恶人 反派 对手 魔头
wizard | m old | {c} robe, pointed hat | tower | mage, sorcerer, magician, warlock, alchemist | 巫师 魔法师 法师 魔术师 术士 大法师
witch | f old | black dress, pointed hat | forest | sorceress, enchantress | 女巫 巫婆 老巫婆 魔女
fairy | f young | {c} gown, glowing wings | forest | pixie, elf, sprite, fairy godmother | 仙女 精灵 仙子 小精灵 花仙子 小仙女
angel | f young | white robe, white wings | sky | | 天使
mermaid | f young | {c} fish tail | underwater | siren | 美人鱼 人鱼 小美人鱼
ghost | - adult | pale translucent robe | graveyard | phantom, spectre, specter, apparition | 幽灵 鬼魂 鬼 女鬼 亡魂 鬼怪 魂魄
demon | m adult | dark {c} skin, horns | wasteland | devil, fiend | 恶魔 魔鬼 妖怪 魔王 妖精 妖魔 妖
giant | m adult | {c} tunic, huge body | mountain | ogre, troll | 巨人 山神 食人魔
farmer | m adult | {c} shirt, straw hat | farm | peasant, rancher, farmhand | 农夫 农民 庄稼汉 农人 农场主
shepherd | m young | {c} cloak, wooden staff | meadow | shepherdess, herdsman, cowherd, shepherd boy | 牧羊人 放羊娃 牛郎 牧人 牧民
gardener | m old | {c} apron, straw hat | garden | florist | 园丁 花匠 花农
hunter | m adult | fur vest, bow on the back | forest | huntsman, trapper, archer, ranger | 猎人 猎户 弓箭手 猎手 神射手
woodcutter | m adult | {c} shirt, axe | forest | lumberjack, woodsman | 樵夫 伐木工 伐木人 砍柴人
merchant | m adult | {c} robe, money pouch | market | shopkeeper, vendor, trader, seller, innkeeper, salesman, peddler, storekeeper, landlord | 商人 店主 小贩 掌柜 老板 商贩 店老板 摊主 货郎 店家
waiter | m young | white shirt, {c} apron | tavern | waitress, bartender, barista | 服务员 店小二 小二 侍者 酒保
butler | m adult | black tailcoat, white gloves | mansion | servant, valet, footman | 管家 仆人 老管家 家丁
maid | f young | {c} dress, white apron | mansion | maidservant, housemaid, servant girl | 女仆 丫鬟 侍女 宫女 婢女
teacher | - adult | {c} jacket, glasses | classroom | schoolteacher, tutor, headmaster, schoolmaster, coach | 老师 教师 班主任 校长 女老师 教练 语文老师 数学老师
librarian | f adult | {c} cardigan, glasses | library | bookseller | 图书管理员 书店老板
student | - teen | {c} school uniform, backpack | school | schoolchild, freshman, senior | 学生 小学生 中学生 大学生 高中生 转学生 女学生 男学生 班长
classmate | - teen | {c} school uniform | classroom | schoolmate, deskmate | 同学 同桌
cook | - adult | white apron, chef hat | kitchen | chef | 厨师 厨子 大厨 厨娘
baker | m adult | white apron, {c} shirt | bakery | | 面包师 面包师傅 点心师
scholar | m young | {c} scholar robe, hat | study | philosopher, student of the classics | 书生 秀才 文人 学者 读书人 才子 公子 状元
poet | m adult | {c} scarf, long coat | river | | 诗人 词人
writer | - adult | {c} sweater, glasses | study | author, novelist, journalist, reporter | 作家 小说家 记者
painter | - adult | {c} beret, paint-stained smock | workshop | artist, sculptor | 画家 艺术家 画师 雕塑家 画匠
photographer | - young | {c} jacket, camera | city | | 摄影师
musician | - young | {c} waistcoat | stage | singer, pianist, violinist, bard, fiddler, guitarist, drummer, composer, cellist, street musician | 音乐家 歌手 乐师 琴师 钢琴家 演奏家 小提琴手 吉他手 琴女
dancer | f young | {c} dancing dress | stage | ballerina, acrobat | 舞者 舞女 舞蹈家 芭蕾舞者
actor | - young | {c} costume | stage | actress, clown, performer, puppeteer | 演员 小丑 戏子 杂技演员
blacksmith | m adult | leather apron, {c} shirt | workshop | smith | 铁匠 打铁匠
carpenter | m adult | {c} shirt, tool belt | workshop | woodcarver | 木匠 木雕师
clockmaker | m old | {c} waistcoat, magnifying glasses | workshop | watchmaker, toymaker, tinkerer, craftsman, cobbler, tailor, potter | 钟表匠 修表匠 工匠 匠人 玩具匠 裁缝 鞋匠 手艺人 制表师
driver | m adult | {c} jacket, cap | road | bus driver, taxi driver, chauffeur, conductor, train driver, truck driver | 司机 车夫 列车员 乘务员 出租车司机 马夫
postman | m adult | {c} uniform, mail bag | road | mailman, courier, messenger, mail carrier | 邮递员 邮差 信使 快递员 送信人 送信的人
miner | m adult | {c} overalls, helmet lamp | cave | worker, labourer, laborer, builder | 矿工 工人 民工
clerk | m adult | {c} suit, tie | office | office worker, businessman, businesswoman, manager, lawyer, boss, banker, secretary, employee | 上班族 经理 职员 律师 白领 秘书 商务人士
mayor | m adult | {c} suit, golden chain | city | president, chief, village chief, politician | 市长 村长 镇长 总统 族长 首领 酋长
firefighter | m adult | {c} fire uniform, helmet | city | fireman | 消防员
beggar | m old | ragged {c} clothes | street | tramp, homeless man, vagabond | 乞丐 叫花子 老乞丐
orphan | - child | patched {c} clothes | street | street child | 孤儿 小乞丐
bride | f young | {c} wedding dress, veil | temple | | 新娘
groom | m young | black suit | temple | bridegroom | 新郎
lover | - young | {c} coat | - | sweetheart, beloved | 恋人 爱人 情人 心上人
boss of the gang | m adult | {c} suit, sunglasses | city | gangster, gang leader, crime lord | 黑帮老大 帮主 老大 头目
moon goddess | f young | flowing white silk robe | moon | goddess | 嫦娥 女神 织女
dragon king | m adult | {c} robe, dragon horns | underwater | sea king | 龙王 海龙王
villagers | - adult group | | village | townsfolk, townspeople, villager, neighbours, neighbors, folk, islanders, peasants | 村民 村民们 乡亲 乡亲们 村里人 镇上的人 百姓 居民 邻居们
people | - adult group | | - | crowd, onlookers, passersby, audience, guests, passengers, strangers, pedestrians, travellers, travelers, customers, refugees, survivors | 人们 人群 众人 路人 观众 客人 客人们 乘客 旅客们 宾客 幸存者
children | - child group | | - | kids, pupils, students, classmates, schoolchildren, friends | 孩子们 小朋友们 同学们 学生们 小伙伴们 朋友们 伙伴们 孩童们
soldiers | - adult group | | battlefield | army, troops, guards, knights, warriors, enemies, horsemen | 士兵们 军队 大军 官兵 追兵 敌军 将士 骑兵 守卫们 卫兵们 敌人们
family | - adult group | | home | parents, relatives | 一家人 全家 家人 父母 爸爸妈妈 一家 爸妈
couple | - adult group | | - | two lovers, old couple, newlyweds | 夫妻 夫妇 老两口 情侣 两口子 新婚夫妇
father and son | m adult group | | home | | 父子 父子俩 爷俩
mother and daughter | f adult group | | home | | 母女 母女俩 母子 母子俩
brothers | m young group | | home | sons | 兄弟们 兄弟俩 兄弟姐妹 儿子们
sisters | f young group | | home | daughters | 姐妹 姐妹俩 女儿们 姐妹们
sailors | m adult group | | ship | crew, fishermen, pirates, shipmates | 水手们 渔民们 海盗们 船员们
bandits | m adult group | | forest | robbers, thieves, outlaws, gang | 强盗们 土匪们 匪徒 歹徒 黑帮 山贼们
`
