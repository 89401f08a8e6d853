import { expect, it } from 'vitest'
import type { Manifest } from '@/lib/plan/manifest'
import { type Comparison, isFilmSame, type Likeness } from '@/lib/project/rebuild/compare'
import { type Report, reportOf } from './report'

const asset = (kind: string, likeness: Likeness): Comparison => ({
  fingerprint: kind.padEnd(64, '0'),
  kind,
  engine: `some/${kind}@1`,
  likeness,
})
const report = (changes: Partial<Report>): string =>
  reportOf({
    version: 2,
    identical: true,
    assets: [asset('film', 'same')],
    ffmpeg: { first: 'ffmpeg/4.1', now: 'ffmpeg/4.1' },
    gone: 0,
    spoilt: 0,
    ...changes,
  })

it('what is the same is counted, what is not is named', () => {
  const assets = [asset('film', 'same'), asset('clip', 'same'), asset('clip', 'same')]
  expect(report({ assets })).toBe(
    'The film is identical.\n  made again, byte for byte the same: 1 film, 2 clip',
  )
  const odd = [asset('film', 'different'), asset('frame', 'other'), asset('clip', 'kept')]
  expect(report({ identical: false, assets: odd })).toBe(
    [
      'The film is not identical.',
      '  here already, byte for byte the same: 1 clip',
      '  made again, with other bytes: 1 film',
      '    film film00000000 (some/film@1)',
      '  here already, with other bytes: 1 frame',
      '    frame frame0000000 (some/frame@1)',
    ].join('\n'),
  )
})

it('another ffmpeg is told as the reason for other cuts and another film', () => {
  const ffmpeg = { first: 'ffmpeg/4.1', now: 'ffmpeg/7.0' }
  expect(report({ identical: false, assets: [asset('film', 'absent')], ffmpeg })).toMatch(
    /^The film is not identical\.\n {2}not made: .*\n.*\n {2}ffmpeg was ffmpeg\/4\.1 and is ffmpeg\/7\.0: it cuts and joins anew\.$/,
  )
})

it('a film is the same by its recipe and its bytes, and without a digest nobody can say', () => {
  const manifest = (fingerprint: string) => ({ fingerprint }) as Manifest
  const film = asset('film', 'same').fingerprint
  const same = (likeness: Likeness, made = film) =>
    isFilmSame(manifest(film), manifest(made), [asset('film', likeness)])
  expect([same('same'), same('kept'), same('different'), same('other'), same('untold')]).toEqual([
    true,
    true,
    false,
    false,
    null,
  ])
  expect(same('kept', 'another')).toBe(false)
})
