/** Adjectives worth painting: `picture word | English words | Chinese words`. */
export const ADJECTIVES = `
small | small, little, tiny | 小 小小的 小小 细小的 微小的 娇小的
big | big, large, great | 大 大大的 巨大的大
huge | huge, giant, enormous, gigantic, vast, massive | 巨大的 巨大 庞大的 巨型 硕大的
old | old, ancient, worn, rusty, antique, aged | 旧 古老的 老 破旧的 陈旧的 古 生锈的 老旧的 古旧的
broken | broken, cracked, torn, shattered, ruined | 破 破碎的 断 残破的 坏了的 破烂的 断裂的
new | brand new | 崭新的
red | red, crimson, scarlet | 红 红色的 红色 鲜红的 火红的 通红的 大红 红红的
orange | orange | 橙色的 橘色的 橙色
yellow | yellow | 黄 黄色的 黄色
golden | golden, gold | 金 金色的 金色 金黄的 金黄色的 金灿灿的
green | green, emerald | 绿 绿色的 绿色 碧绿的 翠绿的 青
blue | blue | 蓝 蓝色的 蓝色 湛蓝的 深蓝的 蔚蓝的
purple | purple, violet | 紫 紫色的 紫色
pink | pink | 粉 粉色的 粉红色的 粉红的
white | white, pale, snow-white | 白 白色的 白色 雪白的 洁白的 苍白的
black | black, pitch-black | 黑 黑色的 黑色 漆黑的 乌黑的 黑漆漆的
black and white | black-and-white | 黑白
grey | grey, gray | 灰 灰色的 灰色 灰白的
silver | silver, silvery | 银 银色的 银色 银白的
brown | brown | 棕色的 褐色的 棕色
brass | brass, copper, bronze | 铜 黄铜 青铜 铜制的
wooden | wooden | 木 木头的 木制的
stone | stone | 石 石头的
iron | iron, steel, metal | 铁 钢铁 金属
glass | glass | 玻璃
paper | paper | 纸
crystal | crystal | 水晶
glowing | glowing, shining, bright, gleaming, sparkling, luminous, glittering | 发光的 闪闪发光的 明亮的 闪亮的 发亮的 亮晶晶的 闪光的 闪着光的
magic | magic, magical, enchanted | 魔法 神奇的 魔
abandoned | abandoned, deserted, empty | 废弃的 被遗弃的 荒废的 空荡荡的 空无一人的
burning | burning | 燃烧的 着火的
beautiful | beautiful, lovely, pretty | 美丽的 漂亮的 精美的 好看的 美丽
young | young | 年轻的 年轻
lonely | lonely, solitary, lone | 孤独的 独行 孤单的 孤独 寂寞的 孤身
masked | masked, hooded | 蒙面的 蒙面
wounded | wounded, injured | 受伤的 负伤的
fierce | fierce, wild, savage | 凶猛的 凶恶的 凶狠的
poor | poor, ragged | 贫穷的 衣衫褴褛的 穷
fat | fat, round, chubby, plump | 胖 圆圆的 胖乎乎的 圆滚滚的 胖胖的
thin | thin, skinny | 瘦 瘦小的 瘦弱的 干瘦的
tall | tall | 高大的 高高的
blind | blind | 盲 失明的 瞎眼的
`
