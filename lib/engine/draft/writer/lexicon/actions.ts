/**
 * What people and animals do, one a line: `picture words | tags | English verbs | Chinese verbs`
 * `~` is the thing it is done to; `/` parts what to say when there is none (nothing after it: then say nothing).
 * Tags: o only things do it, a action, t tension, q quiet, s speech, m on the move, e feeling, u looking up.
 * English verbs are lemma or lemma/past/participle; `!` keeps the bare form out, being a noun as often.
 */
export const ACTIONS = `
walking | m | walk, stroll, wander, trudge, pace, stride/strode, tread/trod, !step, limp, stagger, roam, go on foot, plod | 走 行走 散步 漫步 走着 迈步 踱步 徘徊 漂泊 流浪 赶路 前行 前进 跋涉 走来 走去 走到 走进 走向 走出 走过 来到 独行 路过 漫无目的 步行 走上 走在
running | a m | run/ran, dash, sprint, !hurry, rush, !race, bolt, dart, !gallop, scamper, scurry | 跑 奔跑 飞奔 狂奔 冲 奔向 跑到 跑进 跑去 跑来 冲进 冲出 冲向 奔 赶来 跑出 跑过 奔走 赶到 拔腿
fleeing | a t m | flee/fled, escape, run away/ran away, get away/got away | 逃 逃跑 逃走 逃命 逃离 逃出 躲避
chasing ~/chasing | a t m | !chase, pursue, !hunt, !track | 追 追赶 追逐 追上 追捕 追杀 追踪 追去 追着 追查
following ~/walking | m | follow, !trail, tail | 跟着 跟随 跟在 跟踪 尾随 跟上 沿着
travelling | m | travel, !journey, voyage, trek, cross, traverse, pass through, !cruise | 旅行 穿越 穿过 横穿 跨过 越过 翻过 翻越 漂流 游历 渡过 穿行 踏上旅程 启程 踏上 出发 上路 动身
climbing ~/climbing | a m | climb, scramble, ascend, clamber | 爬 攀登 爬上 登上 攀爬 爬山 爬到 登 攀 往上爬 爬下
jumping | a | jump, !leap/leapt, !hop, !spring/sprang, vault, bounce, skip | 跳 跳跃 跃起 跳上 跳下 蹦 纵身 跳进 一跃 蹦蹦跳跳 跃 跳起来 跳过
falling | a t | fall/fell/fallen, tumble, !trip, stumble, slip, collapse, topple | 摔 跌倒 摔倒 掉进 跌 坠落 倒下 坠 滑倒 跌落 掉下 掉进 摔下
flying | a | fly/flew/flown, soar, glide, hover, flutter | 飞 飞翔 飞行 飞过 飞向 飞起 翱翔 展翅 飞来 飞走 飞回 盘旋 飞到 飞上 飞进 掠过
floating | m | !float | 漂浮 飘 悬浮 漂浮着
swimming | a | swim/swam/swum, dive/dove, paddle | 游泳 游 潜水 游过 游向 潜入 游来游去 游到 漂
rowing ~/rowing a boat | m | !row, !oar | 划船 划着 划 摇橹 撑船 泛舟
sailing | m | !sail, set sail, !steer, drift | 航行 扬帆 出海 驾船 航海 起航 漂 驶向 驶
riding ~/riding | m | ride/rode/ridden, mount, !saddle | 骑 骑着 骑上 策马 骑马 骑车
driving | m | drive/drove/driven, pilot | 开车 驾驶 驾车 开着车 驾着
sitting | q | sit/sat, perch, !squat | 坐 坐着 坐在 坐下 蹲 蹲在 盘腿 端坐 盘坐 静坐 趴 趴在
standing | q | stand/stood, !wait, pause, stop, hesitate, halt, freeze/froze/frozen, linger, loiter | 站 站着 站在 伫立 立 等 等待 等候 停下 停住 站立 停在 愣住 矗立 停下脚步 等着 守在 屹立 呆住
lying down | q | lie/lay/lain, rest, !lean/leant | 躺 躺着 躺在 休息 歇 靠在 倚 歇息 靠着
sleeping | q | !sleep/slept, fall asleep/fell asleep, doze, !nap, snooze, slumber | 睡 睡觉 睡着 入睡 沉睡 打盹 睡去 熟睡 入眠 打瞌睡
waking up | q | wake/woke/woken, wake up/woke up, awaken/awoke | 醒 醒来 苏醒 睡醒 惊醒 睁开眼 睁开眼睛
getting up | q | get up/got up, rise/rose/risen, stand up/stood up | 起床 站起来 起身 爬起来 站起身 站起
kneeling | q | kneel/knelt, !bow, crouch, bend down/bent down, !duck | 跪 跪下 跪在 鞠躬 弯腰 蹲下 弯下腰 俯身 叩拜 磕头 蹲下来 俯下身
praying | q | pray, meditate, !worship | 祈祷 祈求 打坐 念经 冥想 祷告
looking at ~/looking into the distance | q | !look, gaze, !stare, !watch, see/saw/seen, !glance, peer, observe, behold/beheld, notice, !eye, !spot | 看 看着 望着 望 看见 看到 凝视 盯着 注视 打量 瞧 远望 眺望 望去 发现 望向 看向 俯瞰 盯 观察 瞥见 观看 只见 观赏 望见
looking up | q u | look up, gaze up, stare up, stargaze, raise his eyes, raise her eyes | 仰望 抬头 仰头 抬起头 望天 仰起头 看星星 望着天 抬眼 望着天空
looking for ~/searching | m | !search, look for, seek/sought, rummage, scour, go looking for | 寻找 找 搜寻 寻 探寻 搜索 找寻 寻觅 四处找 寻找着 追寻 找找 调查 搜查 翻找 探索
finding ~/ | q | find/found, discover, uncover, come upon/came upon, come across/came across | 找到 发现了 捡到 捡起 拾起 拾到 捡 拾 遇见 遇到 碰到 碰见 挖出
holding ~/ | q | hold/held, clutch, grip, !grasp, !cradle, carry, !bear/bore, hold up/held up | 拿 拿着 握着 握 抱着 捧着 抱 捧 提着 拎着 攥着 端着 怀抱 手持 持 紧握 举着 打着 带着 背着 扛着 握紧 叼着 揣着 捏着 裹住 托着 握住 抓住 攥住
raising ~/raising a hand | a | !raise, !lift, hoist, hold high/held high | 举起 高举 抬起 举 拿起 举过头顶 扬起 挥舞 提起 端起 捡起来 托起
leading ~/walking | m | !lead/led | 牵 牵着 领着 带领
pulling ~/ | a | !pull, !drag, haul, tug, !draw/drew/drawn | 拉 拖 拽 拉着 拉住 拖着 扯
drawing ~/ | a t | unsheathe | 拔 拔出 抽出 拔起
pushing ~/ | a | !push, !shove | 推 推开 推着
throwing ~/throwing | a | !throw/threw/thrown, toss, hurl, !cast, fling/flung | 扔 抛 丢 投 掷 扔出 抛出 扔掉 撒下 洒
catching ~/ | a | !catch/caught, grab, seize, snatch, capture, take hold/took hold | 抓 捉 接住 捉住 抢 夺 抢走 夺过 逮住 捕 接过 一把抓住
taking ~/ | q | !take/took/taken, !pick, pick up, fetch, gather, collect, !steal/stole/stolen, receive | 取 取下 摘 摘下 拿走 收集 偷 偷走 采 采摘 采集 取出 拿出 掏出 收起 收到 接过 取走
giving ~/reaching out a hand | e | give/gave/given, !hand, !offer, !share, bring/brought, !present, hand over, pass over, pour | 给 送 递给 递 送给 交给 献给 分享 送来 赠 递上 递过 还给 借给
opening ~/ | q | open, unlock, unwrap, unfold, unroll | 打开 推开门 开门 解开 掀开 拆开 翻开 揭开 展开 开启 敲开
closing ~/ | q | !close, !shut, !lock | 关上 关 锁上 合上 关门 闭上 锁
knocking on a door | q | !knock | 敲门 叩门 敲 敲响
lighting ~/lighting a lamp | q | !light/lit, kindle, ignite, switch on, turn on the light | 点燃 点亮 点起 点灯 点着 照亮 亮起 生火 燃起
reading ~/reading | q | !read, study | 读 看书 阅读 念 读书 读着 翻书 翻看 读信 翻阅
writing ~/writing | q | write/wrote/written, scribble, jot, !sign, note down | 写 写下 写信 写字 书写 写着 记录 写道 落笔 提笔
drawing ~/painting | q | paint, !sketch, draw a picture, carve | 画 画画 绘画 描绘 作画 雕刻 画下 画着 刻
singing | e | sing/sang/sung, !hum, chant, !whistle | 唱 唱歌 歌唱 哼着 哼 唱着 歌声 高歌 吟唱
playing ~/playing | e | !play, strum | 弹 弹琴 演奏 拉琴 吹笛 弹奏 吹 拉小提琴 弹钢琴 弹吉他 抚琴 吹奏
playing games | e | play together, play with, frolic, romp | 玩 玩耍 嬉戏 游戏 做游戏 踢球 打球 玩游戏 捉迷藏 嬉闹 堆雪人 放风筝
dancing | e a | !dance, twirl, whirl, !spin/spun | 跳舞 舞蹈 起舞 翩翩起舞 旋转 转圈 跳起舞
fighting ~/fighting | a t | !fight/fought, !battle, !attack, !strike/struck, !duel, !hit, !punch, !wrestle, !clash, defend, slash, stab, !charge, !kick, beat/beaten | 战斗 打架 攻击 搏斗 厮杀 打斗 交战 袭击 决斗 刺 砍 挥剑 拔剑 劈 迎战 出手 反击 对决 比武 过招 击败 打败 杀 抵抗 刺向 挥刀 出剑 出招 扑向 交手
hiding | t q | hide/hid/hidden, sneak/snuck, creep/crept, lurk, tiptoe, !steal away, slip into | 躲 藏 躲藏 躲在 潜伏 隐藏 埋伏 偷偷 藏在 躲进 躲到 悄悄 溜 藏身 溜进 蹑手蹑脚
trembling | t e | tremble, !shiver, shake/shook/shaken, shudder, quiver | 发抖 颤抖 哆嗦 战栗 瑟瑟发抖 打了个寒战 发颤
crying | e | !cry, weep/wept, sob, wail, shed tears | 哭 哭泣 流泪 落泪 抽泣 痛哭 哽咽 泪流满面 大哭 哭着 掉眼泪 流下眼泪 眼泪 泪水 眼眶 红了眼眶 哭起来 流下了眼泪
laughing | e | laugh, giggle, chuckle, grin | 大笑 哈哈大笑 笑了 欢笑 笑出声 笑着 笑起来 哈哈 嘻嘻 笑声 咯咯
smiling | e | !smile, beam | 微笑 笑 含笑 露出笑容 笑容 微微一笑 笑眯眯 眨了眨眼
hugging ~/hugging | e | !hug, embrace, cuddle, held him close, held her close, held them close, hold close/held close, hold tight/held tight, !kiss | 拥抱 抱住 搂着 搂住 紧紧抱住 亲吻 吻 相拥 依偎 抱紧 拥入怀中
waving | e | !wave, beckon, !salute, !greet | 挥手 招手 告别 道别 挥舞着手 作揖 敬礼 打招呼 挥着手
clapping | e | clap, !cheer, applaud, celebrate, rejoice | 鼓掌 拍手 欢呼 喝彩 庆祝 庆贺 叫好
shouting | s t | !shout, yell, !scream, !roar, !call, !cry out, bellow, !howl, exclaim, !shriek, call out, !bark, !growl | 喊 大喊 呼喊 喊叫 尖叫 吼 怒吼 呼唤 嚷 叫喊 喊道 大叫 咆哮 嚎叫 喊着 大声喊 叫道 喝道 大喝 嚎啕
talking/talking | s | say/said, tell/told, !talk, speak/spoke/spoken, !answer, !reply, chat, explain, !whisper, murmur, mutter, add, continue, announce, declare, promise, warn, insist, agree, argue | 说 说道 告诉 聊天 讲 谈 回答 答 低语 说话 嘀咕 轻声说 低声 答道 交谈 喃喃 解释 说着 笑道 自言自语 答应 讲述 嘱咐 商量 诉说 轻声 承诺
asking | s | ask, !question, inquire, !wonder, !beg, plead, request | 问 问道 询问 请求 恳求 打听 央求 追问 求 请教
listening | q | listen, hear/heard, overhear | 听 听着 倾听 聆听 听见 听到 侧耳 听说 听 传来
thinking | q | think/thought, ponder, consider, imagine, !wonder, remember, !dream, !wish, decide | 想 思考 沉思 琢磨 想着 回忆 想起 思索 发呆 回想 想象 沉默 陷入沉思
eating ~/eating | q | eat/ate/eaten, bite/bit/bitten, !taste, chew, swallow, nibble, munch, !feast | 吃 吃饭 咬 尝 品尝 啃 吃着 吃掉 吞 咽 吃了
drinking ~/drinking | q | !drink/drank/drunk, !sip | 喝 喝茶 饮 喝酒 喝水 品茶 喝着 饮酒 一饮而尽
cooking ~/cooking | q | !cook, bake, fry, boil, stir, !roast | 做饭 煮 烤 炒 烹饪 做菜 煮饭 煲 熬 蒸 烧饭 熬药
pouring tea | q | pour tea | 倒茶 沏茶 泡茶 斟茶 斟酒 倒酒
watering ~/watering plants | q | !water | 浇水 浇 浇花 灌溉
planting ~/planting | q | !plant, sow, dig/dug, !harvest, !weed | 种 种下 播种 种植 栽 种花 种地 挖 埋 收割 挖土 耕地 耕种 种树
fishing | q | go fishing, catch fish, !fish | 钓鱼 垂钓 捕鱼 撒网 打鱼
building ~/building | a | build/built, construct, !hammer, !craft | 建造 盖房子 搭 造 建 搭建 制造 打造 做了一个 建起
repairing ~/repairing | q | !repair, !fix, mend, restore, sew | 修 修理 修好 修补 缝 补 修复 维修 缝补 修表
cleaning ~/cleaning | q | !clean, sweep/swept, !wash, wipe, !polish, !scrub | 打扫 擦 洗 扫地 清洗 擦拭 洗衣服 擦干 扫
working | q | !work, labour, toil, type | 工作 干活 忙碌 劳动 忙着 上班 忙 加班 打工
teaching | s | teach/taught, !lecture, train | 教 教导 讲课 训练 上课 教书 传授 授课
practising | a | practice, practise, !exercise, train hard | 练剑 练武 练习 苦练 修炼 练功 修行 习武 练 训练
pointing at ~/pointing | s | !point, gesture | 指着 指向 指了指 指 伸手一指
nodding | s | nod | 点头 点点头 点了点头
shaking the head | s | shake his head, shake her head/shook her head | 摇头 摇摇头 摇了摇头
touching ~/ | e | !touch, stroke, pat, caress, press | 抚摸 摸 轻抚 触摸 摸着 碰 拍 拍拍 抚 轻轻抚摸 触碰 按下
arriving | m | arrive, reach, come/came, return, come back/came back, come home/came home, enter, approach, go home/went home | 到达 抵达 回来 归来 回到 回家 返回 进入 走近 靠近 来 进 到来 赶回 归 踏进 闯进 闯入 登陆
leaving | m | leave/left, depart, set out, set off, go away/went away, !exit, turn away, walk away | 离开 离去 走了 远去 动身离开 告辞 离家 告别了 出门 消失 转身离开 转身 离别 送别
landing | a m | land, touch down | 降落 落地 着陆 落下 落在 坠毁
saving ~/ | a | !rescue, save, !free, heal, cure | 救 拯救 营救 解救 救出 救起 保护 守护 治好 挽救
helping ~/helping | e | !help, !aid, assist, comfort, protect, console, !guard | 帮助 帮 帮忙 安慰 搀扶 扶 扶起 扶着 照顾 陪伴 陪着 照料 看守 守 守着 守望
pressing against the window | q | lean out, look out | 趴在窗前 望窗外 看窗外 看着窗外 望着窗外 窗边
crawling | m t | crawl, slither, wriggle | 爬行 匍匐 钻 钻进 钻出 爬进 爬出来 爬过来
burning | t o | !burn/burnt, !blaze, !flame | 燃烧 烧 着火 起火 熊熊燃烧 烧毁
exploding | a t o | explode, !burst, !crash, shatter | 爆炸 炸 撞 撞上 碎裂 崩塌 倒塌 坍塌 破碎
growing | q o | grow/grew/grown, !bloom, blossom, sprout | 生长 长大 发芽 开花 绽放 盛开 长出 成长
shining | q o | !shine/shone, !glow, glitter, sparkle, twinkle, !gleam, !flash, !flicker | 发光 闪烁 闪耀 照耀 闪闪发光 发亮 闪着光 闪 闪着 一闪一闪 闪闪
dropping ~/ | a | drop | 丢下 掉了 扔下
losing ~/ | e | lose/lost, miss | 丢了 失去 弄丢 丢失 迷路 失落 错过 遗失
packing a bag | m | !pack | 收拾行李 收拾 打包
putting on ~/getting dressed | q | !wear/wore/worn, put on, dress | 穿上 戴上 穿着 戴着 披上 换上 披着 系上 套上
counting ~/counting | q | !count | 数 数着 数了数 清点
studying | q | study hard, learn | 学习 学 复习 做作业 写作业 考试 做题 自习 背书
calling on the phone | s | !phone, !telephone, dial | 打电话 接电话 拨通 电话
taking a photo | q | !photograph, take a photo/took a photo, take a picture/took a picture | 拍照 拍下 照相 摄影 合影
washing the face | q | wash his face, wash her face | 洗脸 刷牙 梳头 照镜子
using magic | a | cast a spell, chant a spell, enchant, conjure, summon | 施法 念咒 施展 变出 召唤 施魔法 念咒语
`
