import { describe, expect, it } from 'vitest'
import type { FrameRequest } from '@/lib/engine/contract'
import { readScene } from './read-scene'

function read(scene: string, cast: FrameRequest['prompt']['cast'] = [], style = '') {
  const prompt = { scene, cast, style, negative: '' }
  return readScene({ prompt, width: 160, height: 90, steps: null, guidance: null, seed: 1 })
}
const sprites = (scene: string) => read(scene).subjects.map((s) => s.sprite.name)

describe('reading a scene', () => {
  it.each([
    ['a fox in the forest', 'fox'],
    ['森林里的狐狸', 'fox'],
    ['two wolves howl', 'wolf'],
    ['a lighthouse on a cliff', 'lighthouse'],
    ['海边的灯塔', 'lighthouse'],
    ['a polar bear', 'polar-bear'],
    ['一只大熊猫', 'panda'],
    ['a white seagull over the harbour', 'bird'],
    ['猫头鹰', 'owl'],
    ['close-up of a rusty key', 'old-key'],
    ['一把铜钥匙', 'old-key'],
    ['a rowing boat on the lake', 'rowboat'],
    ['一艘宇宙飞船', 'spaceship'],
  ])('sees in "%s" a %s', (scene, sprite) => {
    expect(sprites(scene)).toContain(sprite)
  })

  it.each([
    ['the moon rose over the hills', 'rose'],
    ['他相信自己', 'envelope'],
    ['they watch the sea', 'watch'],
    ['soft lamp light on the wall', 'lantern'],
    ['走在马路上', 'horse'],
    ['a door and a window', 'door'],
  ])('does not see in "%s" a %s', (scene, sprite) => {
    expect(sprites(scene)).not.toContain(sprite)
  })

  it.each([
    ['at dawn on the coast', 'dawn', 'clear', 'coast'],
    ['stormy night, the open sea', 'night', 'storm', 'sea'],
    ['黄昏，江南的小河，细雨', 'dusk', 'rain', 'river'],
    ['a snowy forest at night', 'night', 'snow', 'forest'],
    ['grandmother in the kitchen', 'day', 'clear', 'kitchen'],
    ['桃花源，一条小河，渔夫划着小船', 'day', 'clear', 'orchard'],
    ['a foggy graveyard at midnight', 'night', 'fog', 'graveyard'],
    ['学校的教室里', 'day', 'clear', 'classroom'],
    ['surface of Mars', 'day', 'clear', 'planet'],
    ['雪山下的村庄', 'day', 'snow', 'village'],
  ])('finds when and where of "%s"', (scene, time, weather, place) => {
    expect(read(scene)).toMatchObject({ time, weather, place })
  })

  it('draws once whom both the cast and the scene name', () => {
    const cast = [
      { name: 'Tomas', description: 'old man, grey hair, white beard, brown coat, sailor cap' },
      { name: 'Mara', description: 'little girl, red ponytail, purple dress' },
    ]
    const scene =
      'the granddaughter holding a brass lantern, and the lighthouse keeper, a lighthouse on the coast'
    const reading = read(scene, cast)
    expect(reading.people).toHaveLength(2)
    expect(reading.held).toMatchObject([{ sprite: { name: 'lantern' }, by: 1 }])
    const fox = read('the fox cub in a forest', [
      { name: '阿橘', description: 'small red fox cub, big ears' },
    ])
    expect(fox.people).toEqual([])
    expect(fox.subjects).toMatchObject([{ sprite: { name: 'fox' }, count: 1 }])
  })

  it('adds people whom no cast member can be', () => {
    const cast = [{ name: 'Lin', description: 'young woman, green dress' }]
    const people = read('Lin meets an old man and two soldiers', cast).people
    expect(people.map((p) => p.role)).toEqual(['none', 'none', 'soldier', 'soldier'])
  })

  it('counts what is counted and colours what is coloured', () => {
    const reading = read('three white rabbits and a red bicycle')
    expect(reading.subjects).toMatchObject([
      { sprite: { name: 'rabbit' }, count: 3 },
      { sprite: { name: 'bicycle' }, count: 1, colour: '#c8402f' },
    ])
  })

  it('puts rowers into a boat and shoppers not', () => {
    expect(read('two brothers rowing on the river')).toMatchObject({ aboard: true, place: 'river' })
    expect(read('an old man at the harbour, a boat').aboard).toBe(false)
  })
})
