/** Small word lists that steer how a sentence is read. Chinese in simplified characters; see simplify.ts. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Chinese words that contain a picture word but do not mean it: longest match lets them win. */
export const MASKED = list(`
花布 刺耳 刺激 二话不说 落水 溺水 跳水 马蹄 马蹄声 马蹄印 笨蛋 坏蛋 完蛋 鬼脸 胆小鬼 吹牛 上网 网络 热血 心血 血液 水果 口水 薪水 汗水 墨水 香水 水泥 水彩 其他 其他人 他人 自我 过来 起来 下来 上来 出来 进来 过去 下去 出去 上去 进去 原来 本来 后来 从来 将来 未来 以来 越来越 来自 来不及 带来 来到世上 马上 马虎 东西 山寨 大海捞针 海量 花费 花钱 花时间 花了 天花板 开花结果 小心 小声 小时 小时候 老实 老是 大家庭 水平 火候 风格 风景 风光 风度 作风 威风 屏风
风险 风趣 雨后春笋 月份 个月 两个月 三个月 几个月 半个月 上个月 下个月 这个月 那个月 岁月 正月 腊月 明星 星期 星期一 星期天 表示 表情 表面 表达 代表 表现 表演 发表 外表 笔直 信心 相信 信任 信息 迷信 自信 不信 信仰 信号 深信 坚信
打算 打败了 打听到 书记 说书 证书 秘书长 看来 看起来 看似 难看 好看 好听 听话 想要 想法 思想 理想 梦想 走廊尽头 门派 部门 专门 热门 掌门人 车间 机会 生机 心机 时机 动机 危机感 手段 手艺 手下 对手们 能手 高手 亲手 随手 顺手 分手 双手空空 手法
国家 专家 人家 回家路 家常 作家协会 家具 面对 面前 里面 外面 上面 下面 前面 后面 对面 见面 全面 方面 水面 面色 地面 桌面 路面 表面上 一面 两面 四面 当面 面目 面容 场面 画面 封面 正面 反面 迎面 面向
火车站台 雪白 雪亮 冰冷 冰凉 云游 血红 金黄色 鱼贯 龙头 水龙头 牛仔 马路 马戏 马克 羊毛 狼狈 狼吞虎咽 鸡毛蒜皮 虎头蛇尾 马马虎虎 鼠标 熊熊 熊熊大火 象征 现象 印象 形象 对象 好象 气象 想象力 抽象
江湖 山河 河山 江山 海拔 海报 海关 云南 河南 河北 山东 山西 海南 上海人 湖南 湖北 江西 江苏 浙江 四川 宫保
星火 闪光灯 红绿灯 灯泡 书包带 沙发 桥梁 塔罗 窗明几净 树立 花生 花样 花纹 花白 花甲 眼花 火药 火气 发火 恼火 生气 天气 空气 语气 力气 勇气 脾气 客气 气氛 运气 叹了口气
草率 石油 钟情 钟爱 一见钟情 分钟 几分钟 秒钟 五分钟 十分钟 点钟 床单 刀叉 剑拔弩张 箭步 弹指 枪手 枪法 船票 车祸 球场 球队 地球 全球 眼球 气球 星球大战 月球车
道德 知道 道理 味道 难道 街道办 频道 轨道交通 报道 人道 公道 道歉 道谢 打道回府 说道理 一道 几道 那道 这道 一道道 数学 数字 数据 无数 数不清 少数 多数 岁数 人数 分数 次数 数百 数千 数十 数年 数日 
教训 教育 教授们 请教 宗教 游客 游戏机 学习机 学期 科学 文学 学问 学会 放学路上 上学 开学 同学会 医学 哲学 留学 刺眼 刺骨 讽刺 名刺 搭配 搭理 搭讪 抱怨 抱歉 打扰 打断 打动 打量 打滚 打招呼 打破 打转 打包 打湿 坐标 站台上 立刻 立即 立场 成立 独立 建立 对立 树立 立马 国立 顿立 
叫做 名叫 叫作 哭笑不得 笑话 可笑 玩笑 开玩笑 取笑 飞快 飞船票 起飞 飞速 听说过 求助 求婚 追求 要求 需求 请求书 送行 送葬 欢送 送终 取得 取消 争取 采取 取名 接着 接下来 接近 直接 接受 接触 迎接 连接 间接 抓紧 拿手 拉开 拉近 推测 推荐 推理 推断 推迟 修长 修养 洗澡 补充 补偿 造成 创造 制造商 造型 建议 建筑 种种 这种 那种 各种 一种 种类 两种 某种 何种 有种 种族 品种 吃惊 吃力 吃苦 吃亏 小吃 喝彩声 跳动 心跳 跳槽 爬满 藏青 收藏 西藏 宝藏图 躲闪 游行 划分 计划 策划 规划 划算 冲突 冲动 冲锋 冲洗 逃课 逃学 撞见 烧饼铺 发烧 烧烤 闪躲 一闪而过 守时 遵守 保守 守信 求学 忙碌的 帮派 帮主 黑帮 丐帮 匪帮 挖苦 埋怨 谈论 谈判 讲究 讲话 写作 描写 写实 画家们 计画 念头 想念 怀念 信念 概念 思念 纪念 念书 睡衣 睡眠 醒目 提醒 清醒 
`)

export const ENGLISH_NEGATORS = list(
  "no not never without n't nor neither hardly don't didn't doesn't isn't wasn't weren't aren't can't couldn't won't wouldn't hadn't haven't cannot nobody nothing none lacked",
)
export const CHINESE_NEGATORS = [
  '没有',
  '没',
  '不是',
  '并非',
  '不再',
  '从未',
  '从不',
  '毫无',
  '没了',
  '无',
  '别',
  '不要',
  '不能',
  '不会',
  '不敢',
  '不',
  '绝非',
  '未曾',
]

/** Before a thing in English these say it is only compared with, talked of or remembered. */
export const ENGLISH_SIMILES =
  /\b(?:like|as if|as though|as (?:\w+) as|such as|resembl(?:ed|ing)|than|remind(?:ed|s) (?:him|her|them|me) of|called it|looked like|shaped like|as (?=an? )|the colou?r of|sounded like|felt like|smelled like|smelled of)\b/g
export const CHINESE_SIMILES =
  /(?:好像|就像|仿佛|彷佛|犹如|如同|宛如|宛若|好似|恰似|像是|有如|如(?![果今何此下意愿])|(?<![画雕石偶佛铜录肖图影头])像(?![素话样]))(?=[^。，！？；,]{1,14})/gu
export const CHINESE_SIMILE_END = /一样|一般|似的|般|那样/

/** The one who looks back: what follows is another time. */
export const FLASHBACK =
  /\b(?:years (?:ago|before|earlier)|long ago,? when|remember(?:ed|s) (?:the|that|how|when|his|her|being)|(?:he|she|they|i) had once|back then|when (?:he|she|i|they) (?:was|were) (?:young|a (?:child|boy|girl)|little|small)|in (?:his|her|my) (?:memory|childhood|youth))\b|(?:多年前|很多年前|许多年前|小时候|想起了?(?:那|小时|当年|从前|过去|多年)|回忆起|回想起|记得那|那年|年轻时|年轻的时候|曾经的|儿时|往事)/iu

/** A jump in time to a later day or year. */
export const TIME_GAP =
  /\b(?:(?:the )?next (?:day|morning|evening|night|week|year|spring|summer|autumn|winter|dawn)|(?:days|weeks|months|years|a (?:week|month|year)|many years|three days|two days|seven days|the following (?:day|morning|week|year)|hours|an hour) (?:later|passed|went by|had passed|after)|years went by|on the (?:first|second|third|fourth|fifth|sixth|seventh|last|\w+th) day|for (?:\w+ ){1,2}(?:days|weeks|months|years)|one (?:day|morning|evening|night|afternoon)|that (?:night|evening|morning|afternoon)|at last the day|by (?:morning|nightfall|evening|dawn)|from (?:that|then) (?:day|on|night)|ever since|after that day|meanwhile)\b|(?:第[二三四五六七八九十]天|次日|翌日|几天后|多年后|几年后|数年后|许多年后|很多年后|一年后|十年后|三年后|三天后|数日后|几个月后|一个月后|一周后|后来|从此|从那以后|有一天|一天|那天|这天|过了[^，。]{1,6}(?:天|年|月|日)|转眼|当天|当晚|那天晚上|第二年|与此同时|终于有一天|隔天|日子一天天|直到(?:有一天|那天))/iu

/** A turn in the action. */
export const TURN =
  /^["'“‘「]?(?:suddenly|then|but|all at once|just then|at that moment|finally|at last|without warning|that was when|one day|once upon a time)\b|^[“「]?(?:突然|忽然|这时|就在这时|正在这时|不料|谁知|终于|可是|但是|然而|只见|原来|一天|有一天|从前|猛地|就在|此时|这一刻)/iu

export const OUTSIDE =
  /\b(?:outside|outdoors|out of doors|into the open|went out|stepped out|ran out|open air)\b|(?:外面|屋外|门外|出了门|走出门|走出家门|走出屋|户外|室外|跑出门|推门而出|出门|冲出门)/iu
export const INSIDE =
  /\b(?:inside|indoors|back home|came home|(?:went|came|stepped) in(?=[.,;!]|\s+and))\b|(?:屋里|屋内|室内|里面|进屋|进了屋|走进屋|房间里|进门|推门进)/iu

/** A place after one of these is where the scene is (English: up to three words before). */
export const ENGLISH_HERE = list(
  'in into at on onto to toward towards through inside across along upon near beside by under beneath among amid over around within reached entered crossed climbed up down approached aboard outside behind before atop beyond against wandered explored roamed',
)
/** A place after one of these is left, or only spoken of. */
export const ENGLISH_THERE = list(
  'from left leaving of about than like away remembered missed dreamed imagined called named',
)
export const CHINESE_HERE =
  /(?:在|飞回|跑回|走回|赶回|到|进|入|来到|走进|回到|穿过|穿越|向|往|登上|沿着|上|翻过|冲进|跑进|走上|踏上|走到|爬上|去|过|越过|钻进|落在|坐在|躲进|飞到|闯入|游过|住着?|抵达|奔向|走向)(?:了|着)?(?:[一那这]?[座片条个间家所处扇张栋幢辆艘棵口面]?)(?:[\u4e00-\u9fff]{0,4}的)?[大小老旧古破黑深荒]?[\u4e00-\u9fff]{0,2}$/u
export const CHINESE_HERE_AFTER =
  /^(?:里|中|上|下|外|边|旁|内|前|深处|尽头|之中|之上|里面|中央|脚下|附近|门口|间)/u
export const CHINESE_THERE =
  /(?:离开|从|告别|离|想起|梦见|想念|来自|出自|叫做?|名叫|回忆|远离|逃离|出|走出|逃出)(?:了|着)?(?:[一那这]?[座片条个间家所处]?)(?:[\u4e00-\u9fff]{0,3}的)?$/u

/** A weather word before one of these has ended. */
export const ENGLISH_ENDED =
  /^\W*(?:\w+\W+)?(?:stopped|ended|cleared|passed|faded|had (?:passed|stopped|ended|gone)|was (?:over|gone)|died (?:down|away)|lifted|let up|melted|calmed|blew over|moved on)\b/
export const CHINESE_ENDED =
  /^(?:声)?(?:渐渐|慢慢|终于|已经|早已|也|都)?(?:停|散|过去|退去|小了|歇|住了|消散|平息|过后|后|化了|融化|散去|停歇|平静)/u
