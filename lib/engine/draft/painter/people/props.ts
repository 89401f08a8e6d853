/** Props: what a hand holds. Drawn at the hand, in figure units. */
import { darker, type Hex, lighter } from '../colour'
import type { PaintImage } from '../surface'
import { type Brush, dot, mark, type Point, part, seam } from './parts'
import type { Prop } from './wardrobe'

/** Something the scene puts into a hand: drawn here when large or hanging, else as its sprite. */
export interface Held {
  name: string
  colour: Hex | null
  image: PaintImage | null
  aspect: number
}

/** Upper and lower arm that go with a thing. */
export function armFor(held: Held | null, prop: Prop | null): [number, number] | null {
  if (held !== null) {
    if (held.name === 'umbrella') return [20, 152]
    if (held.name === 'lantern' || held.name === 'red-paper-lantern' || held.name === 'candle')
      return [54, 104]
    if (
      [
        'open-book',
        'closed-book',
        'world-map',
        'scroll',
        'envelope',
        'wrapped-gift',
        'teddy-bear',
        'crystal-ball',
      ].includes(held.name)
    )
      return [26, 92]
    if (held.name === 'balloon' || held.name === 'kite') return [70, 128]
    return [34, 88]
  }
  switch (prop) {
    case 'sword':
      return [22, 64]
    case 'staff':
    case 'spear':
    case 'fork':
    case 'crook':
      return [38, 78]
    case 'rod':
      return [40, 86]
    case 'wand':
      return [64, 112]
    default:
      return prop === null ? null : [24, 74]
  }
}

const WOOD = '#7a5636'

export function drawHeld(brush: Brush, hand: Point, held: Held): void {
  const { x, y } = hand
  switch (held.name) {
    case 'umbrella':
      drawUmbrella(brush, hand, held.colour ?? '#c8402f')
      return
    case 'lantern':
      seam(brush, '#3a3c44', 1.1, (i) => i.arc(x + 1, y + 6, 4.4, Math.PI, 0))
      part(brush, '#3f434c', (i) => i.rect(x - 4.4, y + 5.6, 10.8, 3))
      part(brush, '#ffe49a', (i) => i.rect(x - 3.9, y + 8.6, 9.8, 11.4))
      mark(brush, '#f0882e', (i) => i.ellipse(x + 1, y + 15, 2, 3.8, 0, 0, 7))
      part(brush, '#3f434c', (i) => i.rect(x - 5, y + 20, 12, 3))
      return
    case 'balloon':
      seam(brush, '#efe9dc', 0.5, (i) => {
        i.moveTo(x, y)
        i.quadraticCurveTo(x + 5, y - 16, x + 3, y - 32)
      })
      part(brush, held.colour ?? '#d3473a', (i) => i.ellipse(x + 3, y - 43, 9.4, 11.4, 0, 0, 7), [
        x - 8,
        x + 14,
      ])
      mark(brush, 'rgba(255,255,255,0.5)', (i) => i.ellipse(x + 6, y - 47, 2, 3.4, 0.5, 0, 7))
      return
    case 'dagger':
      drawProp(brush, hand, 'sword', '#b9c0c7')
      return
  }
  if (held.image === null) return
  const tall = ['broom', 'shovel', 'pick', 'axe', 'bow-and-arrow'].includes(held.name)
    ? 44
    : ['guitar', 'violin', 'luggage', 'shield', 'kite'].includes(held.name)
      ? 27
      : 17
  const w = tall * held.aspect
  const hang = ['bucket', 'basket', 'luggage', 'briefcase', 'red-paper-lantern'].includes(held.name)
  brush.ink.drawImage(held.image, x - w / 2 + 2, hang ? y - 2 : y - tall * 0.62, w, tall)
}

function drawUmbrella(brush: Brush, { x, y }: Point, colour: Hex): void {
  const top = y - 50
  const cx = x - 12
  seam(brush, '#3f342c', 1.3, (i) => {
    i.moveTo(x, y + 8)
    i.lineTo(cx, top)
  })
  const ribs = 5
  part(
    brush,
    colour,
    (i) => {
      i.moveTo(cx - 29, top + 17)
      i.bezierCurveTo(cx - 27, top - 9, cx + 27, top - 9, cx + 29, top + 17)
      for (let n = ribs; n > 0; n--) {
        const a = cx - 29 + (58 * n) / ribs
        const b = cx - 29 + (58 * (n - 1)) / ribs
        i.quadraticCurveTo((a + b) / 2, top + 11, b, top + 17)
      }
      i.closePath()
    },
    [cx - 29, cx + 29],
  )
  seam(brush, darker(colour, 0.22), 0.7, (i) => {
    for (let n = 1; n < ribs; n++) {
      i.moveTo(cx, top - 2)
      i.quadraticCurveTo(cx + (n - ribs / 2) * 9, top + 2, cx - 29 + (58 * n) / ribs, top + 16.5)
    }
  })
  mark(brush, '#3f342c', (i) => dot(i, cx, top - 3, 1.2))
}

export function drawProp(brush: Brush, { x, y }: Point, prop: Prop, metal: Hex = '#cdd5dc'): void {
  switch (prop) {
    case 'sword':
      part(
        brush,
        metal,
        (i) => {
          i.moveTo(x + 0.6, y - 2.4)
          i.lineTo(x + 20, y - 39)
          i.lineTo(x + 22.4, y - 41)
          i.lineTo(x + 22.4, y - 37.6)
          i.lineTo(x + 3.4, y - 1)
          i.closePath()
        },
        [x, x + 24],
      )
      seam(brush, '#d9a63c', 1.9, (i) => {
        i.moveTo(x - 2.6, y - 4.6)
        i.lineTo(x + 5.6, y - 0.2)
      })
      seam(brush, '#4a2f22', 2.2, (i) => {
        i.moveTo(x + 0.6, y - 1)
        i.lineTo(x - 2.6, y + 5)
      })
      return
    case 'staff':
    case 'crook':
      seam(brush, WOOD, 2.3, (i) => {
        i.moveTo(x + 3, y + 48)
        i.lineTo(x - 1, y - 46)
      })
      part(brush, '#6fd0e8', (i) => dot(i, x - 1.2, y - 49, 4))
      mark(brush, lighter('#6fd0e8', 0.6), (i) => dot(i, x, y - 50.4, 1.4))
      return
    case 'fork':
      seam(brush, WOOD, 1.8, (i) => {
        i.moveTo(x + 2, y + 44)
        i.lineTo(x - 2, y - 44)
      })
      seam(brush, '#8d969e', 1.2, (i) => {
        i.moveTo(x - 7, y - 60)
        i.quadraticCurveTo(x - 7, y - 46, x - 2, y - 45)
        i.quadraticCurveTo(x + 3, y - 46, x + 3, y - 60)
        i.moveTo(x - 2, y - 45)
        i.lineTo(x - 2, y - 60)
      })
      return
    case 'spear':
      seam(brush, WOOD, 1.8, (i) => {
        i.moveTo(x + 2, y + 44)
        i.lineTo(x - 2, y - 54)
      })
      part(brush, '#b9c2ca', (i) => {
        i.moveTo(x - 2.2, y - 66)
        i.lineTo(x + 1.4, y - 54)
        i.lineTo(x - 5.2, y - 54)
        i.closePath()
      })
      return
    case 'rod':
      seam(brush, '#8a6a3c', 1.2, (i) => {
        i.moveTo(x - 4, y + 6)
        i.quadraticCurveTo(x + 20, y - 30, x + 40, y - 44)
      })
      seam(brush, 'rgba(240,240,240,0.7)', 0.35, (i) => {
        i.moveTo(x + 40, y - 44)
        i.quadraticCurveTo(x + 43, y - 6, x + 42, y + 36)
      })
      return
    case 'wand':
      seam(brush, '#5a3d2a', 1.2, (i) => {
        i.moveTo(x - 2, y + 3)
        i.lineTo(x + 7, y - 11)
      })
      mark(brush, '#fff2b8', (i) => {
        i.moveTo(x + 8, y - 18)
        i.lineTo(x + 9.4, y - 13.4)
        i.lineTo(x + 14, y - 12)
        i.lineTo(x + 9.4, y - 10.6)
        i.lineTo(x + 8, y - 6)
        i.lineTo(x + 6.6, y - 10.6)
        i.lineTo(x + 2, y - 12)
        i.lineTo(x + 6.6, y - 13.4)
        i.closePath()
      })
      return
    case 'bow':
      seam(brush, WOOD, 1.6, (i) => {
        i.moveTo(x - 3, y - 22)
        i.quadraticCurveTo(x + 13, y, x - 3, y + 22)
      })
      seam(brush, '#e9e2d2', 0.4, (i) => {
        i.moveTo(x - 3, y - 22)
        i.lineTo(x - 3, y + 22)
      })
      return
    case 'hammer':
      seam(brush, WOOD, 2, (i) => {
        i.moveTo(x - 3, y + 5)
        i.lineTo(x + 6, y - 15)
      })
      part(brush, '#7d868f', (i) => {
        i.moveTo(x + 0.4, y - 17)
        i.lineTo(x + 11, y - 12)
        i.lineTo(x + 8.4, y - 6.6)
        i.lineTo(x - 2.2, y - 11.6)
        i.closePath()
      })
      return
    case 'ladle':
      seam(brush, '#9aa4ae', 1.3, (i) => {
        i.moveTo(x - 2, y - 9)
        i.lineTo(x + 4, y + 8)
      })
      part(brush, '#9aa4ae', (i) => i.ellipse(x + 5, y + 9.6, 3.4, 2.4, 0.3, 0, 7))
  }
}
