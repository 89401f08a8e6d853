import { expect, test, vi } from 'vitest'
import { anAnimatic } from '@/tests/kit/animatic'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { createPlayhead } from './playhead'

function open(animatic = anAnimatic()) {
  let nowS = 100
  const ticks = new Set<() => void>()
  const playhead = createPlayhead(
    animatic,
    (tick) => {
      ticks.add(tick)
      return () => ticks.delete(tick)
    },
    { now: () => nowS },
  )
  return {
    animatic,
    playhead,
    pass(ms: number) {
      nowS += ms / 1000
      for (const tick of [...ticks]) tick()
    },
    isTicking: () => ticks.size > 0,
  }
}
const longer = (board = aStoryboard()) => ({
  ...board,
  scenes: board.scenes.map((scene, i) => (i === 0 ? { ...scene, durationMs: 20_000 } : scene)),
})

test('time goes as the clock goes, and stands while it is paused', () => {
  const { playhead, pass, isTicking } = open()
  pass(500)
  expect(playhead.getState().timeMs).toBe(0)
  playhead.play()
  pass(500)
  expect(playhead.getState().timeMs).toBeCloseTo(500, 6)
  playhead.pause()
  expect(isTicking()).toBe(false)
  pass(500)
  expect(playhead.getState().timeMs).toBeCloseTo(500, 6)
})

test('it stops at the end, and plays from the start again', () => {
  const { playhead, pass, animatic } = open()
  playhead.play()
  pass(animatic.durationMs + 100)
  expect(playhead.getState()).toMatchObject({ playing: false, timeMs: animatic.durationMs })
  playhead.play()
  expect(playhead.getState()).toMatchObject({ playing: true, timeMs: 0 })
})

test('a looped scene plays again and again until it is left', () => {
  const { playhead, pass, animatic } = open()
  const [first, second] = animatic.scenes
  playhead.loop(second?.id ?? '')
  expect(playhead.getState().sceneId).toBe(second?.id)
  playhead.play()
  pass((second?.durationMs ?? 0) + 10)
  expect(playhead.getState()).toMatchObject({ playing: true, timeMs: second?.startMs })
  playhead.seek(first?.startMs ?? 0)
  expect(playhead.getState().loopId).toBeNull()
})

test('an edit while it plays neither stops it nor moves the scene on air', () => {
  const board = aStoryboard()
  const { playhead, pass, animatic } = open(anAnimatic(board))
  const second = animatic.scenes[1]
  playhead.seek((second?.startMs ?? 0) + 700)
  playhead.play()
  pass(100)
  const next = anAnimatic(longer(board))
  playhead.show(next)
  const moved = next.scenes[1]
  expect(moved?.startMs).toBeGreaterThan((second?.startMs ?? 0) + 1_000)
  expect(playhead.getState()).toMatchObject({ playing: true, sceneId: second?.id })
  expect(playhead.getState().timeMs).toBeCloseTo((moved?.startMs ?? 0) + 800, 3)
  pass(100)
  expect(playhead.getState().timeMs).toBeCloseTo((moved?.startMs ?? 0) + 900, 3)
})

test('where the scene on air was removed, the one in its place goes on', () => {
  const board = aStoryboard({ scenes: [aScene(), aScene(), aScene()] })
  const { playhead } = open(anAnimatic(board))
  playhead.goTo(board.scenes[1]?.id ?? '')
  playhead.show(anAnimatic({ ...board, scenes: board.scenes.filter((_, i) => i !== 1) }))
  expect(playhead.getState().sceneId).toBe(board.scenes[2]?.id)
})

test('another clock takes over without a jump', () => {
  const { playhead, pass } = open()
  playhead.play()
  pass(1_000)
  playhead.follow({ now: () => 7 })
  expect(playhead.getState().timeMs).toBeCloseTo(1_000, 6)
  expect(playhead.clockAt(1_500)).toBeCloseTo(7.5, 6)
})

test('every jump is a turn, time going on is not', () => {
  const { playhead, pass } = open()
  const heard = vi.fn()
  playhead.subscribe(heard)
  playhead.play()
  const { turn } = playhead.getState()
  pass(40)
  expect(playhead.getState().turn).toBe(turn)
  playhead.skip(1_000)
  expect(playhead.getState().turn).toBe(turn + 1)
  expect(heard).toHaveBeenCalledTimes(3)
})
