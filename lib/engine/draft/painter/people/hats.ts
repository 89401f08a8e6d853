/** Hats, in units of the head's radius, its middle at 0, 0. */
import { darker, lighter } from '../colour'
import { drawHeadcloth } from './headcloths'
import { type Brush, dot, mark, part, seam } from './parts'
import type { Look } from './wardrobe'

/** What of a hat lies behind the head. */
export function drawHatBehind(brush: Brush, { hat, hatColour: colour }: Look): void {
  if (hat === 'hood' || hat === 'veil') {
    part(
      brush,
      darker(colour, 0.12),
      (i) => {
        i.moveTo(-1.25, 1.5)
        i.bezierCurveTo(-1.75, -0.6, -1, -1.6, 0.05, -1.5)
        i.bezierCurveTo(1.1, -1.5, 1.45, -0.4, 1.15, 1.3)
        i.closePath()
      },
      [-1.6, 1.4],
    )
  }
  if (hat === 'halo') {
    seam(brush, colour, 0.13, (i) => i.ellipse(0, -1.42, 0.8, 0.2, 0, 0, 7))
  }
}

export function drawHat(brush: Brush, look: Look): void {
  const { hatColour: colour } = look
  switch (look.hat) {
    case 'straw':
    case 'fedora':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-0.86, -0.56)
          i.bezierCurveTo(-0.9, -1.6, 0.94, -1.64, 0.94, -0.58)
          i.closePath()
        },
        [-1, 1],
      )
      part(
        brush,
        look.hat === 'straw' ? '#b5482f' : darker(colour, 0.45),
        (i) => i.rect(-0.88, -0.82, 1.82, 0.24),
        [-1, 1],
      )
      part(
        brush,
        lighter(colour, 0.06),
        (i) =>
          i.ellipse(
            0.04,
            -0.55,
            look.hat === 'straw' ? 1.8 : 1.42,
            look.hat === 'straw' ? 0.3 : 0.22,
            0.03,
            0,
            7,
          ),
        [-1.7, 1.7],
      )
      break
    case 'bamboo':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(0.02, -1.66)
          i.quadraticCurveTo(1, -1, 1.86, -0.36)
          i.quadraticCurveTo(0.02, -0.02, -1.8, -0.36)
          i.quadraticCurveTo(-0.9, -1, 0.02, -1.66)
        },
        [-1.8, 1.8],
      )
      seam(brush, darker(colour, 0.28), 0.04, (i) => {
        for (const x of [-1.3, -0.7, 0, 0.7, 1.3]) {
          i.moveTo(0.02, -1.6)
          i.lineTo(x, -0.3)
        }
      })
      break
    case 'peaked':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-1, -0.5)
          i.bezierCurveTo(-1.35, -1.25, -0.5, -1.36, 0.1, -1.34)
          i.bezierCurveTo(0.9, -1.36, 1.4, -1.1, 1.02, -0.5)
          i.closePath()
        },
        [-1.2, 1.2],
      )
      part(brush, darker(colour, 0.4), (i) => i.rect(-0.98, -0.68, 1.98, 0.24), [-1, 1])
      part(
        brush,
        '#1b2028',
        (i) => {
          i.moveTo(-0.2, -0.48)
          i.lineTo(1.02, -0.48)
          i.quadraticCurveTo(1.5, -0.3, 1.36, -0.2)
          i.quadraticCurveTo(0.6, -0.4, -0.2, -0.48)
        },
        [0, 1.4],
      )
      mark(brush, '#e8c55a', (i) => dot(i, 0.3, -0.82, 0.14))
      break
    case 'sailor':
      part(brush, colour, (i) => i.ellipse(0.02, -1.02, 1.06, 0.34, -0.05, 0, 7), [-1, 1])
      part(brush, '#2f4668', (i) => i.rect(-0.92, -0.92, 1.88, 0.28), [-1, 1])
      break
    case 'crown':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-0.84, -0.62)
          i.lineTo(-0.96, -1.42)
          i.lineTo(-0.48, -1.02)
          i.lineTo(0.04, -1.6)
          i.lineTo(0.54, -1.02)
          i.lineTo(1.02, -1.42)
          i.lineTo(0.9, -0.62)
          i.closePath()
        },
        [-1, 1],
      )
      mark(brush, '#c4402f', (i) => {
        dot(i, 0.04, -0.86, 0.11)
        dot(i, -0.5, -0.82, 0.08)
        dot(i, 0.56, -0.82, 0.08)
      })
      break
    case 'tiara':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-0.7, -0.82)
          i.quadraticCurveTo(-0.3, -1.06, 0.04, -1.46)
          i.quadraticCurveTo(0.4, -1.06, 0.8, -0.78)
          i.quadraticCurveTo(0.06, -0.98, -0.7, -0.82)
        },
        [-0.8, 0.8],
      )
      mark(brush, '#6fc4e0', (i) => dot(i, 0.05, -1.06, 0.1))
      break
    case 'wizard':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-0.9, -0.58)
          i.bezierCurveTo(-0.5, -1.5, -0.5, -2.1, -0.9, -2.7)
          i.bezierCurveTo(0.1, -2.5, 0.6, -1.5, 0.96, -0.58)
          i.closePath()
        },
        [-1, 1],
      )
      part(brush, '#d9b64a', (i) => i.rect(-0.86, -0.82, 1.76, 0.2), [-1, 1])
      part(brush, colour, (i) => i.ellipse(0.03, -0.58, 1.62, 0.28, 0.02, 0, 7), [-1.6, 1.6])
      break
    case 'knight':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-1.02, 0.5)
          i.bezierCurveTo(-1.3, -1.3, 1.1, -1.5, 1.06, -0.24)
          i.lineTo(0.1, -0.26)
          i.lineTo(0.02, 0.1)
          i.lineTo(-0.5, 0.5)
          i.closePath()
        },
        [-1.1, 1.1],
      )
      part(
        brush,
        '#b5342c',
        (i) => {
          i.moveTo(-0.1, -1.08)
          i.bezierCurveTo(-0.6, -2.1, -1.9, -1.7, -1.8, -0.7)
          i.bezierCurveTo(-1.4, -1.2, -0.9, -1.1, -0.5, -0.9)
          i.closePath()
        },
        [-1.8, 0],
      )
      break
    case 'hood':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-1.1, 1.1)
          i.bezierCurveTo(-1.6, -0.7, -0.9, -1.5, 0.1, -1.42)
          i.bezierCurveTo(0.9, -1.4, 1.2, -0.8, 1.12, -0.3)
          i.bezierCurveTo(0.7, -0.9, 0.1, -0.9, -0.3, -0.62)
          i.bezierCurveTo(-0.9, -0.2, -0.8, 0.5, -0.66, 1.1)
          i.closePath()
        },
        [-1.4, 1.1],
      )
      break
    case 'veil':
      part(
        brush,
        '#f4f1ea',
        (i) => {
          i.moveTo(-0.94, 0.6)
          i.bezierCurveTo(-1.2, -0.9, 1, -1.1, 1, -0.1)
          i.quadraticCurveTo(0.2, -0.9, -0.5, -0.4)
          i.quadraticCurveTo(-0.8, 0, -0.7, 0.6)
          i.closePath()
        },
        [-1, 1],
      )
      break
    case 'top':
      part(brush, colour, (i) => i.rect(-0.78, -2, 1.62, 1.4), [-0.8, 0.8])
      part(brush, '#8a2a32', (i) => i.rect(-0.8, -0.92, 1.66, 0.24), [-0.8, 0.8])
      part(brush, colour, (i) => i.ellipse(0.03, -0.6, 1.28, 0.22, 0, 0, 7), [-1.3, 1.3])
      break
    default:
      drawHeadcloth(brush, look)
  }
}
