import { describe, expect, it } from 'vitest'
import type { MediaFacts, TrackFacts } from '@/lib/media/probe'
import { pictureTrack, soundTrack } from './tracks'

const track = (kind: string, codec: string, more: Partial<TrackFacts> = {}): TrackFacts => ({
  kind,
  codec,
  tag: '',
  isCover: false,
  ...more,
})
const h264 = track('video', 'h264')
const aac = track('audio', 'aac')
const cover = track('video', 'mjpeg', { isCover: true })
const media = (...tracks: TrackFacts[]): MediaFacts => ({
  container: 'mov',
  durationMs: 1_000,
  video: null,
  audio: null,
  subtitles: [],
  chapters: [],
  tracks,
})
const refused = (problem: string, found = '') =>
  expect.objectContaining({ code: 'bad_media', details: expect.objectContaining({ problem, found }) })

describe('the tracks of an upload', () => {
  it('may stand in any order, beside subtitles, time codes and what cameras note of their movements', () => {
    const phone = media(
      aac,
      track('data', 'unknown', { tag: 'mebx' }),
      track('subtitle', 'mov_text'),
      h264,
      track('data', 'unknown', { tag: 'tmcd' }),
    )
    expect(pictureTrack(phone)).toBe(3)
    expect(soundTrack(phone)).toBe(0)
  })

  it('do not count the cover of a record as a moving picture', () => {
    expect(() => pictureTrack(media(aac, cover))).toThrow(refused('no_picture'))
    expect(pictureTrack(media(cover, h264))).toBe(1)
    expect(soundTrack(media(cover, aac))).toBe(1)
  })

  it('hold one moving picture, and at least one sound where sound is wanted', () => {
    expect(() => pictureTrack(media(h264, h264))).toThrow(refused('two_pictures', '2'))
    expect(() => soundTrack(media(h264))).toThrow(refused('no_sound'))
    expect(soundTrack(media(h264, aac, aac))).toBe(1)
    expect(soundTrack(media(track('audio', 'pcm_s24le')))).toBe(0)
  })

  it('are refused by name when one of them is odd', () => {
    const odd = track('data', 'unknown', { tag: 'ev<i>l' })
    expect(() => pictureTrack(media(h264, odd))).toThrow(refused('odd_track', 'evil'))
    expect(() => soundTrack(media(aac, track('', 'unknown')))).toThrow(refused('odd_track', 'unknown'))
    expect(() => pictureTrack(media(track('video', 'cllc')))).toThrow(refused('odd_track', 'cllc'))
    expect(() => soundTrack(media(track('audio', 'wmapro')))).toThrow(refused('odd_track', 'wmapro'))
  })

  it('are missing in a file of a head alone', () => {
    expect(() => pictureTrack(media())).toThrow(refused('broken'))
  })
})
