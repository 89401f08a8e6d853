import { expect, test } from 'vitest'
import { SAMPLE_RATE, SAMPLES_PER_PACKET } from '@/lib/media/sound/clock'
import { renderRun, type SoundScene } from '@/lib/media/sound/scene'
import { anAnimatic, made } from '@/tests/kit/animatic'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { type AnimaticScene, speechStartMs } from '../animatic'
import { cuesBetween, curveFrom, musicGains } from './schedule'

const board = aStoryboard({ scenes: [aScene(), aScene({ bgm: 'tense, drums' }), aScene({ bgm: 'tense' })] })
const animatic = anAnimatic(board, made(board, ['narration']))

test('each line sounds once, where its captions begin, and each scene has its music', () => {
  const cues = cuesBetween(animatic, 0, animatic.durationMs)
  expect(cues.filter(({ speech }) => speech).map(({ startMs }) => startMs)).toEqual(
    animatic.scenes.map((scene) => scene.startMs + speechStartMs(scene)),
  )
  expect(cues.filter(({ music }) => music).map(({ scene }) => scene.id)).toEqual(
    animatic.scenes.map(({ id }) => id),
  )
  expect(new Set(cues.map(({ key }) => key)).size).toBe(cues.length)
})

test('nothing far away is set, and nothing near is left out', () => {
  const all = cuesBetween(animatic, 0, animatic.durationMs)
  for (let at = 0; at < animatic.durationMs; at += 100) {
    const expected = all.filter(({ startMs, endMs }) => endMs > at && startMs < at + 1_000)
    expect(cuesBetween(animatic, at, at + 1_000)).toEqual(expected)
  }
})

test('in a long film only the scenes around the moment are looked at', () => {
  const long = anAnimatic(aStoryboard({ scenes: Array.from({ length: 300 }, () => aScene()) }))
  expect(cuesBetween(long, long.durationMs / 2, long.durationMs / 2 + 4_000).length).toBeLessThan(6)
})

/** Beds that never change, quiet enough for the limiter: what is mixed is the music's gain itself. */
const [FIRST_BED, OTHER_BED] = [0.1, 0.05]

function filmGains(scenes: readonly AnimaticScene[]): Float32Array {
  const beds = new Map<string, Float32Array>()
  const run = scenes.map((scene): SoundScene => {
    const { score, anchor } = scene.music ?? { score: { mood: '', packets: 1 }, anchor: 0 }
    const bed =
      beds.get(score.mood) ??
      new Float32Array(score.packets * SAMPLES_PER_PACKET * 2).fill(beds.size > 0 ? OTHER_BED : FIRST_BED)
    beds.set(score.mood, bed)
    return { packets: scene.timing.packets, speech: null, speechStart: 0, music: { bed, anchor } }
  })
  const samples = scenes.reduce((sum, { timing }) => sum + timing.packets * SAMPLES_PER_PACKET, 0)
  return renderRun({ scenes: run, mode: 'speech', startsFilm: true, endsFilm: true }, 0, samples)
}

test('the music is as loud as in the film, through every change of scene', () => {
  const mine = new Float32Array(filmGains(animatic.scenes).length / 2)
  const film = filmGains(animatic.scenes)
  animatic.scenes.forEach((scene, i) => {
    if (!scene.music) throw new Error('no music')
    const { edges } = scene.music
    const gains = musicGains(scene, scene.music, 'speech', null)
    const start = Math.round((scene.startMs * SAMPLE_RATE) / 1000) - edges.before.half
    const step = SAMPLE_RATE / 100
    for (let k = 0; k < edges.before.half + edges.samples + edges.after.half; k++) {
      const low = Math.floor(k / step)
      const gain =
        (gains[low] ?? 0) + ((gains[low + 1] ?? gains[low] ?? 0) - (gains[low] ?? 0)) * (k / step - low)
      const at = start + k
      if (at >= 0 && at < mine.length) mine[at] = (mine[at] ?? 0) + gain * (i === 0 ? FIRST_BED : OTHER_BED)
    }
  })
  let worst = 0
  for (let i = 0; i < mine.length; i++) worst = Math.max(worst, Math.abs((mine[i] ?? 0) - (film[i * 2] ?? 0)))
  expect(worst).toBeLessThan(0.002)
})

test('a curve that is entered in its middle begins with the value of that moment', () => {
  const curve = Float32Array.from({ length: 101 }, (_, k) => k / 100)
  for (const fromMs of [0, 5, 123, 990]) {
    const { values, seconds } = curveFrom(curve, fromMs)
    expect(values[0]).toBeCloseTo(fromMs / 1000, 5)
    expect(values.at(-1)).toBe(1)
    expect(seconds).toBeCloseTo((1_000 - fromMs) / 1000, 5)
  }
})
