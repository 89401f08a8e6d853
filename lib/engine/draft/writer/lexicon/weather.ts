/** Times of day, one a line: `picture words | English words | Chinese words`; `day` is the plain one. */
export const TIMES = `
dawn | dawn, sunrise, daybreak, first light, break of day, sun rose, sun came up, cockcrow, sun was rising | 黎明 日出 破晓 拂晓 天亮 天刚亮 晨曦 凌晨 天蒙蒙亮 天快亮 旭日 朝阳 太阳升起 东方发白 天边泛白 天色微明 鸡叫
morning | morning, early morning, breakfast | 清晨 早晨 早上 上午 一早 一大早 清早 大清早 早饭 晨光
day | noon, midday, daylight, daytime, lunchtime, sunny day, high noon | 中午 正午 白天 大白天 晌午 午饭 烈日 烈日当空
afternoon | afternoon | 下午 午后 放学 放学后
dusk | dusk, sunset, evening, twilight, nightfall, sundown, setting sun, sun set, sun went down, dinner time, sun sank, getting dark | 黄昏 傍晚 日落 夕阳 晚霞 暮色 天黑 天色渐晚 太阳落山 太阳下山 落日 日暮 薄暮 残阳 晚饭 夕阳西下 天渐渐黑 天色暗
night | night, nighttime, tonight, moonlight, moonlit, starlight, starry sky, after dark, stars, moon rose, bedtime, under the stars, moon shone, in the dark, overnight | 夜晚 晚上 夜里 夜 今夜 今晚 夜色 月光 星空 夜空 黑夜 当晚 那晚 月下 入夜 月色 星光 繁星 满天星 夜幕 一夜 星夜 月夜 雨夜 每晚 当夜 雪夜 这一夜 那一夜
late night | midnight, dead of night, late at night, small hours, middle of the night, deep night, witching hour | 深夜 午夜 半夜 三更 子夜 三更半夜 夜深 夜半 夜深人静 后半夜
`

/** Weather and seasons, one a line: `picture words | English words | Chinese words`. Seasons stand beside weather. */
export const WEATHERS = `
storm | storm, thunderstorm, thunder, lightning, tempest, hurricane, typhoon, gale, stormy, squall | 暴风雨 风暴 雷 雷声 闪电 雷雨 电闪雷鸣 狂风 台风 暴风 雷电 打雷 暴雨 狂风暴雨 惊雷 狂风大作 飓风
sand | sandstorm, dust storm, sandstorms | 沙尘暴 风沙 沙暴 扬沙
rain | rain, rained, raining, rainy, drizzle, downpour, raindrops, rains, shower, rainstorm, puddles | 雨 下雨 大雨 小雨 细雨 雨水 雨点 倾盆大雨 雨中 下着雨 春雨 秋雨 雨滴 烟雨 毛毛雨 冷雨 风雨 雨夜 雨巷 酸雨
snow | snow, snowed, snowing, snowy, blizzard, snowflakes, snowfall, snowstorm, snows, snowflake | 雪 下雪 大雪 雪花 风雪 暴风雪 飞雪 飘雪 白雪 积雪 雪中 初雪 雪夜 鹅毛大雪 冰雪
fog | fog, foggy, mist, misty, haze, fogs, mists | 雾 大雾 浓雾 迷雾 雾气 薄雾 晨雾 烟雾 云雾 白雾 雾霾
wind | wind, windy, breeze, winds, gust, gusts | 风 大风 微风 寒风 北风 秋风 春风 晚风 海风 冷风 清风 夜风
cloudy | cloudy, overcast, grey sky, gray sky, dark clouds, clouds gathered | 乌云 阴天 阴云 多云 阴沉 乌云密布 天阴 灰蒙蒙
sunny | sunny, sunshine, sunlight, clear sky, blue sky, sun was shining, bright sun, sun shone | 晴天 阳光 晴朗 蓝天 太阳 艳阳 阳光明媚 晴空 万里无云 日光 暖阳 太阳出来
starry | starry, starlit | 群星 漫天星辰 星辰 满天星星
spring | spring, springtime, cherry blossoms, blossoms | 春天 春日 初春 樱花 桃花 春季 花开
summer | summer, summertime, hot day | 夏天 夏日 夏夜 盛夏 暑假 蝉鸣 炎热 夏季
autumn | autumn, falling leaves, golden leaves, fallen leaves | 秋天 秋日 深秋 落叶 枫叶 金秋 秋叶 秋季
winter | winter, winters, icy, frost, frozen | 冬天 冬日 寒冬 严冬 冬夜 霜 冬季
`
