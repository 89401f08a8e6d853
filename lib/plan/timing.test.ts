import { describe, expect, it } from 'vitest'
import {
  FRAMES_PER_SECOND,
  msOfPackets,
  packetsOfFrames,
  SAMPLE_RATE,
  SAMPLES_PER_PACKET,
} from '@/lib/media/sound/clock'
import { aScene } from '@/tests/kit/storyboard'
import { bodySeconds, estimateSpeechMs, layOut, speechStartSamples } from './timing'

const dissolve = { kind: 'dissolve', durationMs: 500 } as const
const cut = { kind: 'cut', durationMs: 0 } as const
const fade = { kind: 'fade', durationMs: 1000 } as const

describe('layOut', () => {
  it('keeps speech out of every seam', () => {
    const scenes = [
      aScene({ transition: dissolve }),
      aScene({ transition: dissolve }),
      aScene({ transition: cut }),
    ]
    for (const t of layOut(scenes, [3000, 4000, 2000])) {
      expect(t.speechFrame).toBeGreaterThanOrEqual(t.seamIn)
      const ms = [3000, 4000, 2000][scenes.findIndex((s) => s.id === t.sceneId)] ?? 0
      const lastFrame = t.speechFrame + Math.ceil((ms / 1000) * FRAMES_PER_SECOND)
      expect(lastFrame).toBeLessThanOrEqual(t.frames - t.seamOut)
    }
  })

  it('gives neighbours the same seam, even and at most a third of the shorter body', () => {
    const scenes = [
      aScene({ transition: { kind: 'dissolve', durationMs: 5000 } }),
      aScene({ transition: { kind: 'wipe', durationMs: 700 } }),
      aScene({ transition: cut }),
    ]
    const timings = layOut(scenes, [2000, 0, 9000])
    timings.forEach((t, i) => {
      const next = timings[i + 1]
      if (!next) return
      expect(t.seamOut).toBe(next.seamIn)
      expect(t.seamOut % 2).toBe(0)
      const bodies = [t, next].map((x) => x.frames - x.seamIn - x.seamOut)
      expect(t.seamOut).toBeLessThanOrEqual(Math.min(...bodies) / 3)
    })
  })

  it('needs no seam for a cut or a fade through black', () => {
    const [a, b, c] = layOut(
      [aScene({ transition: cut }), aScene({ transition: fade }), aScene({ transition: cut })],
      [2000, 2000, 2000],
    )
    expect([a?.seamOut, b?.seamOut, c?.seamIn]).toEqual([0, 0, 0])
    expect([a?.fadeOut, b?.fadeOut, c?.fadeIn]).toEqual([0, 12, 12])
  })

  it('fades the film out at its end, the whole length within the last scene', () => {
    const [only] = layOut([aScene({ transition: fade })], [2000])
    expect(only?.fadeOut).toBe(24)
    expect(only?.fadeIn).toBe(0)
  })

  it('lengthens a scene to what the author asks for, and never cuts its speech', () => {
    const [long] = layOut([aScene({ transition: cut, durationMs: 10_000 })], [2000])
    const [short] = layOut([aScene({ transition: cut, durationMs: 500 })], [2000])
    const [natural] = layOut([aScene({ transition: cut })], [2000])
    expect(long?.frames).toBe(240)
    expect(short?.frames).toBe(natural?.frames)
  })

  it('lets a scene be as long as it is, whatever comes before it', () => {
    const tail = [aScene({ transition: dissolve }), aScene({ transition: cut })]
    const [, before] = layOut([aScene({ transition: dissolve }), ...tail], [3000, 3000, 3000])
    const [, after] = layOut([aScene({ transition: dissolve }), ...tail], [8000, 3000, 3000])
    expect({ ...after, startPacket: 0 }).toEqual({ ...before, startPacket: 0, sceneId: after?.sceneId })
  })
})

describe('the two clocks', () => {
  it('never part by more than half a packet a scene', () => {
    for (let frames = 24; frames < 2000; frames += 7) {
      const apartMs = Math.abs(msOfPackets(packetsOfFrames(frames)) - (frames * 1000) / FRAMES_PER_SECOND)
      expect(apartMs).toBeLessThanOrEqual((SAMPLES_PER_PACKET / SAMPLE_RATE / 2) * 1000 + 1e-9)
    }
  })

  it('agree at every scene: bodies and seams together last as long as the sound', () => {
    const scenes = [
      aScene({ transition: dissolve }),
      aScene({ transition: fade }),
      aScene({ transition: cut }),
    ]
    const timings = layOut(scenes, [3111, 4222, 0])
    const picture = timings.reduce((sum, t) => sum + bodySeconds(t) + t.seamOut / FRAMES_PER_SECOND, 0)
    const packets = timings.reduce((sum, t) => sum + t.packets, 0)
    expect(picture).toBeCloseTo(msOfPackets(packets) / 1000, 9)
    for (const t of timings) expect(speechStartSamples(t)).toBeGreaterThan(8 * SAMPLES_PER_PACKET)
  })
})

describe('estimateSpeechMs', () => {
  it('guesses longer for more words and shorter for a faster voice', () => {
    const line = 'On a stormy night, the lighthouse keeper lit the lamp.'
    expect(estimateSpeechMs(line, 1)).toBeGreaterThan(2500)
    expect(estimateSpeechMs(line, 1)).toBeLessThan(5000)
    expect(estimateSpeechMs(line, 2)).toBe(Math.round(estimateSpeechMs(line, 1) / 2))
    expect(estimateSpeechMs('夜晚的森林里，一只小狐狸抬头看着月亮。', 1)).toBeGreaterThan(3000)
    expect(estimateSpeechMs('……', 1)).toBeGreaterThan(0)
  })
})
