import { expect, test } from 'vitest'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { TRANSITIONS, type Transition } from '@/lib/storyboard/schema'
import { anAnimatic } from '@/tests/kit/animatic'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import type { Animatic } from './animatic'
import { scenesAtHand } from './picture/at-hand'
import { type Shot, shotsAt } from './shots'

const withTransition = (kind: Transition['kind'], scenes = 3) =>
  anAnimatic(
    aStoryboard({
      scenes: Array.from({ length: scenes }, () => aScene({ transition: { kind, durationMs: 800 } })),
    }),
  )

/** Every picture of the film, in order. */
function pictures(animatic: Animatic): Shot[][] {
  const count = Math.floor((animatic.durationMs * FRAMES_PER_SECOND) / 1000)
  return Array.from({ length: count }, (_, n) => shotsAt(animatic, ((n + 0.5) * 1000) / FRAMES_PER_SECOND))
}

test.each(TRANSITIONS)('with a %s, every picture of the film is one of its scenes’ own frames', (kind) => {
  for (const shots of pictures(withTransition(kind))) {
    expect(shots.length).toBeGreaterThan(0)
    for (const { scene, frame } of shots) {
      expect(frame).toBeGreaterThanOrEqual(0)
      expect(frame).toBeLessThan(scene.timing.frames)
    }
  }
})

test.each(['dissolve', 'wipe'] as const)(
  'a %s goes from one picture to the next without a step back',
  (kind) => {
    const seams = pictures(withTransition(kind)).filter((shots) => shots.length === 2)
    const shares = seams.map(([, over]) => over?.over?.share ?? 0)
    expect(seams.length).toBeGreaterThan(30)
    expect(Math.min(...shares)).toBeGreaterThan(0)
    expect(Math.max(...shares)).toBeLessThan(1)
    seams.forEach(([lowest, over], i) => {
      expect(lowest?.over).toBeNull()
      expect(over?.over?.kind).toBe(kind)
      expect(over?.scene.number).toBe((lowest?.scene.number ?? 0) + 1)
      const before = seams[i - 1]
      if (before?.[1]?.scene === over?.scene && before) {
        expect(shares[i] ?? 0).toBeGreaterThanOrEqual(shares[i - 1] ?? 0)
        expect(over?.frame ?? 0).toBeGreaterThanOrEqual(before[1]?.frame ?? 0)
      }
    })
  },
)

test('a cut changes from one picture to the next', () => {
  expect(pictures(withTransition('cut')).every((shots) => shots.length === 1 && shots[0]?.black === 0)).toBe(
    true,
  )
})

test('a fade goes down to black and comes up from it', () => {
  const black = pictures(withTransition('fade')).map(([shot]) => shot?.black ?? 0)
  expect(black[0]).toBe(0)
  const dark = black.indexOf(1)
  expect(dark).toBeGreaterThan(0)
  expect(black[dark - 1]).toBeGreaterThan(0.8)
  expect(black[dark - 3]).toBeLessThan(black[dark - 1] ?? 0)
  expect(black[dark + 3]).toBeLessThan(1)
})

test('a scene’s frames follow each other, one each twenty-fourth of a second', () => {
  const own = pictures(withTransition('dissolve')).flatMap((shots) =>
    shots.filter(({ scene }) => scene.number === 2).map(({ frame }) => frame),
  )
  own.forEach((frame, i) => {
    if (i > 0) expect(Math.abs(frame - (own[i - 1] ?? 0))).toBeLessThanOrEqual(2)
  })
  expect(new Set(own).size).toBeGreaterThan(own.length - 4)
})

test('at most four scenes are at hand, the one on air first, in a film of 300', () => {
  const animatic = withTransition('dissolve', 300)
  for (let timeMs = 0; timeMs < animatic.durationMs; timeMs += 333) {
    const scenes = scenesAtHand(animatic, timeMs, null)
    const shown = shotsAt(animatic, timeMs).map(({ scene }) => scene)
    expect(scenes.length).toBeLessThanOrEqual(4)
    for (const scene of shown) expect(scenes).toContain(scene)
  }
  const first = animatic.scenes[0]
  expect(scenesAtHand(animatic, 1_000, first?.id ?? '').map(({ id }) => id)).toEqual([first?.id])
})
