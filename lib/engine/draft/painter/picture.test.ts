import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FrameRequest } from '@/lib/engine/contract'
import { CAMERA_MOVES } from '@/lib/storyboard/schema'
import { drawScene } from './draw'
import { paintLayers } from './layers'
import { paintPicture } from './picture'
import { PLACE_NAMES } from './reading/places'
import { TIMES, WEATHERS } from './reading/setting'
import type { PaintCanvas, PaintImage, Surface } from './surface'
import { nodeSurface, rgbaOf } from './surface-node'

interface Wanted {
  scene: string
  cast: FrameRequest['prompt']['cast']
  style: string
  width: number
  height: number
  seed: number
}

function request({
  scene = '',
  cast = [],
  style = '',
  width = 160,
  height = 90,
  seed = 1,
}: Partial<Wanted>): FrameRequest {
  return { prompt: { scene, cast, style, negative: '' }, width, height, steps: null, guidance: null, seed }
}

const digest = (canvas: PaintCanvas) => createHash('sha256').update(rgbaOf(canvas)).digest('hex')
const paint = async (wanted: Partial<Wanted>) => digest(await paintPicture(request(wanted), nodeSurface))

const PROMPTS = [
  'an old lighthouse keeper on a stormy night, lighthouse on the coast',
  'close-up of an old woman smiling',
  'close-up of a wizard and a knight',
  'close-up of a brass key',
  'two brothers rowing a boat on the river',
  'five soldiers, a horse, a dog and an elephant on the battlefield',
  'a girl with a red umbrella and a man in the rain, city street',
  'a mouse, a cat and a crocodile in the jungle',
  'a king sitting on his throne in the palace, ministers',
  'a boy riding a horse across the desert at dusk',
  'a girl sleeping in her bedroom',
  'a whale, a ship and three dolphins, open sea',
  'wide shot of children running on a meadow, kite',
  'a dragon over a castle, a knight',
  'an old fisherman fishing at the lake',
  '嫦娥飞向天空，玉兔在旁边',
]
const SIZES = [
  [160, 90],
  [90, 160],
  [128, 128],
  [64, 64],
  [200, 66],
] as const

describe('a painted picture', () => {
  it('is the same bytes for the same request, and another picture for another seed', async () => {
    const wanted = { scene: 'a girl and a fox in a snowy forest at night', width: 320, height: 180 }
    const first = await paint(wanted)
    expect(await paint(wanted)).toBe(first)
    expect(await paint({ ...wanted, seed: 2 })).not.toBe(first)
  })

  it('is the same on a surface that keeps what pictures share', async () => {
    const shelf = new Map<string, PaintImage>()
    const keeping: Surface = {
      ...nodeSurface,
      keep(name, paint) {
        const image = shelf.get(name) ?? paint()
        shelf.set(name, image)
        return image
      },
    }
    for (const style of ['', 'noir', '']) {
      const wanted = request({ scene: 'a fox on a hill at dusk', style })
      const plain = await paintPicture(wanted, nodeSurface)
      expect(digest(await paintPicture(wanted, keeping))).toBe(digest(plain))
    }
    expect(shelf.size).toBe(2)
  })

  it('can be of any place at any time, and in any weather', async () => {
    for (const [i, place] of PLACE_NAMES.entries()) {
      for (const j of [0, 1]) {
        const time = TIMES[(i + j * 2) % TIMES.length]
        const weather = WEATHERS[(i + j) % WEATHERS.length]
        const scene = `${place === 'neon' ? 'cyberpunk city' : place}, ${time}, ${weather}, a man and a dog`
        await expect(paint({ scene, seed: i }), scene).resolves.toHaveLength(64)
      }
    }
  }, 90_000)

  it('shows each style differently', async () => {
    const styles = [
      '',
      'watercolour',
      'ink wash',
      'cyberpunk',
      'noir',
      'pastel',
      'gouache',
      '浮世绘',
      '皮影',
      'anime',
      'gothic',
    ]
    const pictures = await Promise.all(
      styles.map((style) => paint({ scene: 'a fox on a hill at dusk', style })),
    )
    expect(new Set(pictures).size).toBe(styles.length)
  })

  it('keeps every subject inside, faces apart and above the captions', async () => {
    for (const [width, height] of SIZES) {
      for (const [seed, scene] of PROMPTS.entries()) {
        const painted = await paintLayers(request({ scene, width, height, seed }), nodeSurface)
        const what = `${scene} at ${width}x${height}`
        expect(painted.subjectBoxes.length, what).toBeGreaterThan(0)
        for (const box of painted.subjectBoxes) {
          expect(box.left, what).toBeGreaterThanOrEqual(-0.5)
          expect(box.right, what).toBeLessThanOrEqual(width + 0.5)
          expect(box.top, what).toBeGreaterThanOrEqual(-0.5)
          expect(box.bottom, what).toBeLessThanOrEqual(height + 0.5)
        }
        painted.faceBoxes.forEach((face, i) => {
          expect(face.bottom, what).toBeLessThanOrEqual(height * 0.8)
          for (const other of painted.faceBoxes.slice(i + 1)) {
            const apart =
              face.right <= other.left + 1 ||
              other.right <= face.left + 1 ||
              face.bottom <= other.top ||
              other.bottom <= face.top
            expect(apart, `faces apart: ${what}`).toBe(true)
          }
        })
      }
    }
  })

  it('never shows an edge, however the camera moves', async () => {
    const width = 160
    const height = 90
    for (const scene of [
      'two boats at sea, storm',
      'a cave',
      'a city street',
      'a kitchen',
      'above the clouds',
      'close-up of a coin',
    ]) {
      const painted = await paintLayers(request({ scene, width, height }), nodeSurface)
      for (const camera of CAMERA_MOVES) {
        for (const timeS of [0, 30]) {
          const canvas = nodeSurface.createCanvas(width, height)
          drawScene(canvas.getContext('2d'), { ...painted, finish: null }, { timeS, durationS: 30, camera })
          const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
          for (const [x, y] of [
            [0, 0],
            [width - 1, 0],
            [0, height - 1],
            [width - 1, height - 1],
            [0, 45],
            [width - 1, 45],
          ] as const) {
            expect(data[(y * width + x) * 4 + 3], `${scene}, ${camera}, ${timeS} s, at ${x},${y}`).toBe(255)
          }
        }
      }
    }
  })
})
