/** Hair and beards, in units of the head's radius. What falls behind the shoulders is drawn before the body. */
import { darker, lighter } from '../colour'
import type { Ink } from '../surface'
import { type Brush, dot, fold, part, seam } from './parts'
import type { Look } from './wardrobe'

/** Long hair down the back; `child` heads sit lower on their shoulders. */
export function drawHairBehind(brush: Brush, look: Look): void {
  const colour = darker(look.hairColour, 0.14)
  const cover = look.hat === 'hood' || look.hat === 'veil' || look.hat === 'glass'
  if (cover) return
  switch (look.hair) {
    case 'long':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-0.9, -0.4)
          i.bezierCurveTo(-1.5, 0.6, -1.35, 1.9, -1.2, 2.5)
          i.quadraticCurveTo(-0.2, 2.9, 0.75, 2.3)
          i.bezierCurveTo(1.1, 1.5, 1.05, 0.4, 0.9, -0.4)
          i.closePath()
        },
        [-1.3, 1.2],
      )
      break
    case 'bob':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-0.95, -0.4)
          i.bezierCurveTo(-1.3, 0.3, -1.25, 0.9, -1.1, 1.05)
          i.quadraticCurveTo(0, 1.25, 1, 0.95)
          i.bezierCurveTo(1.1, 0.5, 1, 0, 0.9, -0.4)
          i.closePath()
        },
        [-1.2, 1.2],
      )
      break
    case 'ponytail':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-0.7, -0.75)
          i.bezierCurveTo(-1.9, -0.9, -2, 0.6, -1.55, 1.5)
          i.quadraticCurveTo(-1.1, 0.9, -0.75, -0.1)
          i.closePath()
        },
        [-2, 0],
      )
      break
    case 'braids':
      for (const side of [-1, 1]) {
        for (let n = 0; n < 4; n++) {
          part(
            brush,
            n % 2 ? colour : look.hairColour,
            (i) => i.ellipse(side * (0.98 + n * 0.05), 0.6 + n * 0.38, 0.24 - n * 0.02, 0.25, 0, 0, 7),
            [-1.3, 1.3],
          )
        }
        part(brush, look.main, (i) => dot(i, side * 1.16, 2.06, 0.15), [-1.3, 1.3])
      }
      break
    case 'curly':
      part(
        brush,
        colour,
        (i) => {
          for (const [x, y] of [
            [-0.95, 0],
            [-1.05, 0.45],
            [0.9, 0.05],
            [0.95, 0.4],
            [-0.8, -0.55],
            [0.7, -0.6],
          ] as const)
            dot(i, x, y, 0.42)
        },
        [-1.4, 1.4],
      )
      break
    case 'bun':
      part(brush, look.hairColour, (i) => dot(i, -0.55, -1.02, 0.42), [-1, 0])
      break
    case 'topknot':
      part(brush, look.hairColour, (i) => i.ellipse(-0.12, -1.26, 0.26, 0.36, 0, 0, 7), [-0.4, 0.2])
      part(brush, look.second, (i) => i.rect(-0.36, -1.08, 0.48, 0.14), [-0.4, 0.2])
      if (look.gender === 'female') {
        part(
          brush,
          colour,
          (i) => {
            i.moveTo(-0.9, -0.3)
            i.bezierCurveTo(-1.4, 0.7, -1.2, 1.9, -1, 2.2)
            i.quadraticCurveTo(-0.5, 2, -0.3, 0.8)
            i.closePath()
          },
          [-1.3, 0],
        )
      }
      break
  }
}

/** The cap of hair over the skull, with its fringe. */
export function drawHair(brush: Brush, look: Look): void {
  const { hair, hairColour: colour } = look
  if (hair === 'bald') return
  const cap = (fringe: (i: Ink) => void) =>
    part(
      brush,
      colour,
      (i) => {
        i.moveTo(-0.98, 0.26)
        i.bezierCurveTo(-1.26, -0.9, -0.6, -1.2, 0.06, -1.14)
        i.bezierCurveTo(0.8, -1.1, 1.04, -0.6, 0.95, -0.02)
        fringe(i)
        i.closePath()
      },
      [-1.1, 1.1],
    )
  if (hair === 'thin') {
    part(
      brush,
      colour,
      (i) => {
        i.moveTo(-1, 0.34)
        i.bezierCurveTo(-1.22, -0.3, -1, -0.62, -0.76, -0.66)
        i.quadraticCurveTo(-0.86, -0.1, -0.7, 0.3)
        i.closePath()
        i.moveTo(0.98, 0.1)
        i.quadraticCurveTo(1.02, -0.4, 0.86, -0.6)
        i.quadraticCurveTo(0.86, -0.2, 0.9, 0.1)
        i.closePath()
      },
      [-1.1, 1.1],
    )
    return
  }
  if (hair === 'spiky') {
    cap((i) => {
      i.lineTo(0.74, -0.5)
      i.lineTo(0.5, -0.18)
      i.lineTo(0.26, -0.58)
      i.lineTo(-0.02, -0.2)
      i.lineTo(-0.3, -0.55)
      i.lineTo(-0.6, -0.1)
      i.lineTo(-0.78, 0.32)
    })
    part(
      brush,
      colour,
      (i) => {
        for (const [x, y, dx, dy] of [
          [-0.86, -0.5, -0.26, -0.14],
          [-0.62, -0.86, -0.2, -0.24],
          [-0.24, -1.06, -0.08, -0.26],
          [0.16, -1.1, 0.08, -0.24],
          [0.52, -0.96, 0.2, -0.18],
          [0.8, -0.66, 0.22, -0.1],
        ] as const) {
          i.moveTo(x - 0.22, y + 0.2)
          i.quadraticCurveTo(x - 0.14, y, x + dx, y + dy)
          i.quadraticCurveTo(x + 0.2, y, x + 0.26, y + 0.2)
          i.closePath()
        }
      },
      [-1.1, 1.1],
    )
    return
  }
  if (hair === 'curly') {
    part(
      brush,
      colour,
      (i) => {
        for (const [x, y] of [
          [-0.82, -0.2],
          [-0.7, -0.66],
          [-0.3, -0.96],
          [0.2, -1],
          [0.62, -0.74],
          [0.84, -0.32],
          [0.36, -0.62],
          [-0.1, -0.66],
        ] as const)
          dot(i, x, y, 0.36)
      },
      [-1.1, 1.1],
    )
    return
  }
  if (look.gender === 'female' || look.age === 'child') {
    const straight = hair === 'bob' || hair === 'braids'
    cap((i) => {
      if (straight) {
        i.quadraticCurveTo(0.7, -0.26, 0.16, -0.3)
        i.quadraticCurveTo(-0.4, -0.28, -0.6, -0.1)
      } else {
        i.quadraticCurveTo(0.8, -0.6, 0.34, -0.72)
        i.quadraticCurveTo(-0.2, -0.3, -0.66, -0.06)
      }
      i.quadraticCurveTo(-0.78, 0.3, -0.8, 0.6)
    })
  } else {
    cap((i) => {
      i.quadraticCurveTo(0.84, -0.5, 0.6, -0.56)
      i.quadraticCurveTo(0.1, -0.42, -0.5, -0.5)
      i.quadraticCurveTo(-0.68, -0.2, -0.76, 0.3)
    })
  }
  seam(brush, fold(lighter(colour, 0.2)), 0.04, (i) => {
    i.moveTo(-0.2, -1.06)
    i.quadraticCurveTo(-0.5, -0.8, -0.7, -0.2)
    i.moveTo(0.1, -1.08)
    i.quadraticCurveTo(0.5, -0.95, 0.7, -0.6)
  })
}

export function drawBeard(brush: Brush, { beard, hairColour }: Look): void {
  if (beard === null) return
  if (beard !== 'moustache') {
    const long = beard === 'long'
    part(
      brush,
      hairColour,
      (i) => {
        i.moveTo(-0.72, 0.2)
        i.bezierCurveTo(-0.8, 0.9, -0.42, long ? 1.6 : 1.2, 0.16, long ? 2.1 : 1.26)
        i.bezierCurveTo(0.72, long ? 1.6 : 1.18, 0.98, 0.8, 0.92, 0.16)
        i.quadraticCurveTo(0.72, 0.46, 0.5, 0.44)
        i.quadraticCurveTo(0.2, 0.36, -0.12, 0.44)
        i.quadraticCurveTo(-0.5, 0.46, -0.72, 0.2)
        i.closePath()
      },
      [-1, 1],
    )
    seam(brush, fold(hairColour), 0.05, (i) => {
      i.moveTo(0.02, 0.72)
      i.quadraticCurveTo(0.2, 0.8, 0.4, 0.7)
      if (!long) return
      i.moveTo(-0.1, 0.95)
      i.lineTo(0.06, 1.6)
      i.moveTo(0.44, 0.95)
      i.lineTo(0.28, 1.6)
    })
    return
  }
  part(
    brush,
    hairColour,
    (i) => {
      i.moveTo(0.2, 0.42)
      i.quadraticCurveTo(-0.06, 0.36, -0.26, 0.56)
      i.quadraticCurveTo(0, 0.62, 0.2, 0.5)
      i.quadraticCurveTo(0.42, 0.62, 0.66, 0.52)
      i.quadraticCurveTo(0.46, 0.36, 0.2, 0.42)
    },
    [-0.3, 0.7],
  )
}
