import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { messages as en } from '@/components/i18n/messages/en'
import { messages as zh } from '@/components/i18n/messages/zh'
import type { HealthPart } from '@/lib/project/health-schema'
import { usePartWords } from './part-words'

const NOW = new Date('2026-03-01T12:00:00Z')

function Words({ part }: { part: HealthPart }) {
  const { name, details, fix } = usePartWords()(part)
  return [name, ...details, fix].filter(Boolean).join(' | ')
}

const told = (locale: 'en' | 'zh', part: HealthPart): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : zh} timeZone="UTC" now={NOW}>
      <Words part={part} />
    </NextIntlClientProvider>,
  )

const part = (name: string, finding: HealthPart['finding'], rest: Partial<HealthPart> = {}): HealthPart => ({
  name,
  state: 'ok',
  detail: 'the server’s English',
  fix: null,
  finding,
  ...rest,
})

test.each([
  ['database', { code: 'answers', ms: 119 }, 'Database | Answers in 119 ms', '数据库 | 119 毫秒应答'],
  ['runner', { code: 'runners', count: 2 }, 'Runner | 2 at work', '执行器 | 2 个在运行'],
  ['queue', { code: 'inHand', count: 1 }, 'Queue | 1 task in hand', '队列 | 进行中 1 个任务'],
  [
    'fonts',
    { code: 'families', count: 3 },
    'Caption fonts | 3 families for captions',
    '字幕字体 | 字幕可用 3 种字体',
  ],
  [
    'disk',
    { code: 'space', usedBytes: 1_230_000_000, freeBytes: 5e10 },
    'Storage | 1.2 GB used, 50 GB free',
    '存储 | 已用 1.2 GB，剩余 50 GB',
  ],
  [
    'draft/painter@1',
    { code: 'engine', kind: 'frame', state: 'ready', message: '' },
    'Draft painter | Pictures',
    '草稿画师 | 画面',
  ],
] as const)('%s is told in both languages', (name, finding, english, chinese) => {
  expect(told('en', part(name, finding))).toBe(english)
  expect(told('zh', part(name, finding))).toBe(chinese)
})

test('what to do about a part is told in both languages', () => {
  const fix = 'the server’s English'
  const paused = { code: 'paused', count: 3, since: '2026-03-01T11:57:00Z' } as const
  expect(told('en', part('queue', paused, { state: 'degraded', fix }))).toBe(
    'Queue | Paused 3 minutes ago. 3 tasks wait. | Resume it on the queue page.',
  )
  expect(told('zh', part('queue', paused, { state: 'degraded', fix }))).toBe(
    '队列 | 3分钟前暂停，3 个任务在等候。 | 请到队列页恢复。',
  )
  const full = { code: 'space', usedBytes: 1e9, freeBytes: 1e7 } as const
  expect(told('zh', part('disk', full, { state: 'down', fix }))).toMatch(/剩余 0 GB \| 请清理磁盘/)
})

test('a fault that only the server can name keeps its words, and an engine its address', () => {
  const down = part('database', null, { state: 'down', detail: 'ECONNREFUSED', fix: 'x' })
  expect(told('zh', down)).toBe('数据库 | ECONNREFUSED | 请启动 PostgreSQL，或检查 DATABASE_URL。')
  const away = { code: 'engine', kind: 'clip', state: 'unavailable', message: 'no answer' } as const
  expect(told('zh', part('remote/sd@1', away))).toBe('remote/sd@1 | 动态 · 不在线 | no answer')
})
