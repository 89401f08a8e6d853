import { describe, expect, it } from 'vitest'
import { splitAdts } from './adts'
import { SAMPLES_PER_PACKET } from './clock'
import { renderRun, runsOn, type SceneRun } from './scene'
import { someBed, someScenes } from './testing'
import { renderPackets, runOf, unitSpans } from './unit'
import { readUnit, saveUnit } from './unit-file'

const films = [
  [300, 150, 20, 20, 240, 31, 300],
  [250],
  [10],
  [1],
  [25, 25],
  [9, 9, 9, 400],
  [400, 9],
  [24, 24, 24],
  [130],
]
const total = (packets: readonly number[]) => packets.reduce((a, b) => a + b, 0)
const startOf = (packets: readonly number[], scene: number) => total(packets.slice(0, scene))

describe('spans', () => {
  it('cover every packet of a film once, in order', () => {
    for (const packets of films) {
      let at = 0
      for (const span of unitSpans(packets)) {
        expect(startOf(packets, span.first) + span.from).toBe(at)
        at = startOf(packets, span.first) + span.to
      }
      expect(at).toBe(total(packets))
    }
  })

  it('begin and end the film once each', () => {
    for (const packets of films) {
      const spans = unitSpans(packets)
      expect(spans.map((s) => s.startsFilm)).toEqual(spans.map((_, i) => i === 0))
      expect(spans.map((s) => s.endsFilm)).toEqual(spans.map((_, i) => i === spans.length - 1))
    }
  })

  it('make one body and two junctions anew when a scene changes its length, of whatever number', () => {
    const packets = Array.from({ length: 100 }, (_, i) => 150 + 2 * i)
    const key = (list: readonly number[]) =>
      unitSpans(list).map((s) => JSON.stringify([s.kind, s.from, s.to, list.slice(s.first, s.last + 1)]))
    const before = new Set(key(packets))
    const after = key(packets.map((length, i) => (i === 40 ? length + 33 : length)))
    const changed = after.filter((k) => !before.has(k))
    expect(changed).toHaveLength(3)
    expect(changed.filter((k) => k.includes('body'))).toHaveLength(1)
  })
})

describe('rendering', () => {
  it('gives each unit the very samples of the film mixed in one pass', () => {
    const bed = someBed(5)
    for (const packets of [[150, 20, 240, 31, 160], [60], [9, 9, 70]]) {
      const scenes = someScenes({ packets, bed, speakingFrom: 61 })
      // One change of music in the middle, not only music that runs on.
      const last = scenes.at(-1)
      if (last?.music && scenes.length > 2) last.music.anchor += 12_345
      const whole: SceneRun = { scenes, mode: 'speech', startsFilm: true, endsFilm: true }
      const film = renderRun(whole, 0, total(packets) * SAMPLES_PER_PACKET)
      for (const span of unitSpans(packets)) {
        // A copy of each scene: nothing is shared with the one pass.
        const run = runOf(
          span,
          scenes.map((scene) => ({ ...scene })),
          'speech',
        )
        const pcm = renderPackets(run, span.from, span.to)
        const at = (startOf(packets, span.first) + span.from) * SAMPLES_PER_PACKET * 2
        expect(Buffer.compare(bytes(pcm), bytes(film.subarray(at, at + pcm.length)))).toBe(0)
      }
    }
  })

  it('plays music that runs on through a change of scene as if there were none', () => {
    const bed = someBed(5)
    const [one] = someScenes({ packets: [400], bed })
    const two = someScenes({ packets: [200, 200], bed, speakingFrom: 1_000 })
    expect(runsOn(two[0]!, two[1]!)).toBe(true)
    const run = { mode: 'music-only' as const, startsFilm: true, endsFilm: true }
    const a = renderRun({ ...run, scenes: [{ ...one!, speech: null }] }, 0, 400 * SAMPLES_PER_PACKET)
    const b = renderRun({ ...run, scenes: two }, 0, 400 * SAMPLES_PER_PACKET)
    let apart = 0
    for (let i = 0; i < a.length; i++) apart = Math.max(apart, Math.abs(a[i]! - b[i]!))
    expect(apart).toBeLessThan(1e-6)
  })

  it('ducks the music under the voice and starts and ends in silence', () => {
    const [scene] = someScenes({ packets: [500] })
    const run = { scenes: [{ ...scene!, speech: scene!.speech!.map((x, i) => (i < 200_000 ? x : 0)) }] }
    const only = { ...run.scenes[0]!, speech: run.scenes[0]!.speech!.map((x) => x * 1e-9) }
    const mode = { mode: 'speech' as const, startsFilm: true, endsFilm: true }
    const mixed = renderRun({ ...run, ...mode }, 0, 500 * SAMPLES_PER_PACKET)
    const voiceless = renderRun({ scenes: [{ ...only, speech: null }], ...mode }, 0, 500 * SAMPLES_PER_PACKET)
    expect(Math.abs(mixed[0]!) + Math.abs(mixed.at(-1)!)).toBeLessThan(1e-3)
    // Between two syllables, where the voice is silent but the music is still down.
    const rms = (x: Float32Array, from: number, to: number) =>
      Math.sqrt(x.slice(from * 2, to * 2).reduce((sum, v) => sum + v * v, 0) / (to - from) / 2)
    const gap = 20_000 + Math.round(48_000 * (1 / 2.2) * 2.75)
    expect(rms(mixed, gap - 500, gap + 500)).toBeLessThan(rms(voiceless, gap - 500, gap + 500) * 0.4)
  })

  it('is silent for a film without words and music', () => {
    const scenes = someScenes({ packets: [50, 60], bed: null })
    const pcm = renderRun({ scenes, mode: 'music-only', startsFilm: true, endsFilm: true }, 0, 9_000)
    expect(pcm.every((sample) => sample === 0)).toBe(true)
  })
})

it('reads back a unit from its file and refuses another', () => {
  const unit = {
    packets: Buffer.from([1, 2, 3]),
    energies: Float64Array.from([0.25, 4e-12]),
    truePeak: 0.5,
    windowBefore: 3,
  }
  expect(readUnit(saveUnit(unit))).toEqual(unit)
  expect(() => readUnit(Buffer.from('something'))).toThrow(expect.objectContaining({ code: 'bad_media' }))
})

it('refuses a broken AAC stream', () => {
  expect(() => splitAdts(Buffer.from('not at all aac'))).toThrow(
    expect.objectContaining({ code: 'bad_media' }),
  )
})

function bytes(samples: Float32Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
}
