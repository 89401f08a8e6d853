/** Caps, cloths and helmets: the hats that follow the head. In units of its radius. */
import { darker, lighter } from '../colour'
import { type Brush, dot, mark, part, seam } from './parts'
import type { Look } from './wardrobe'

export function drawHeadcloth(brush: Brush, look: Look): void {
  const { hatColour: colour } = look
  switch (look.hat) {
    case 'beanie':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-1, -0.42)
          i.bezierCurveTo(-1.1, -1.6, 1.1, -1.6, 1, -0.42)
          i.closePath()
        },
        [-1, 1],
      )
      part(brush, lighter(colour, 0.3), (i) => i.rect(-1.04, -0.6, 2.1, 0.3), [-1, 1])
      part(brush, lighter(colour, 0.3), (i) => dot(i, 0.02, -1.42, 0.26), [-0.3, 0.3])
      break
    case 'kerchief':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-1.04, 0.4)
          i.bezierCurveTo(-1.3, -1.2, 0.9, -1.5, 1, -0.3)
          i.quadraticCurveTo(0.1, -0.9, -0.66, -0.1)
          i.lineTo(-0.8, 0.5)
          i.lineTo(-1.5, 0.7)
          i.closePath()
        },
        [-1.3, 1],
      )
      break
    case 'turban':
      part(brush, colour, (i) => i.ellipse(0.02, -0.86, 1.16, 0.58, -0.08, 0, 7), [-1.1, 1.1])
      seam(brush, darker(colour, 0.22), 0.05, (i) => {
        i.moveTo(-1, -0.9)
        i.quadraticCurveTo(0, -0.3, 1, -1)
        i.moveTo(-0.7, -1.2)
        i.quadraticCurveTo(0.2, -0.6, 1.06, -0.76)
      })
      mark(brush, '#c4402f', (i) => dot(i, 0.3, -0.72, 0.12))
      break
    case 'chef':
      part(
        brush,
        colour,
        (i) => {
          dot(i, -0.5, -1.36, 0.5)
          dot(i, 0.06, -1.56, 0.56)
          dot(i, 0.6, -1.34, 0.48)
          i.rect(-0.78, -1.3, 1.6, 0.7)
        },
        [-1, 1],
      )
      break
    case 'helmet':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-1.1, -0.26)
          i.bezierCurveTo(-1.1, -1.56, 1.14, -1.56, 1.14, -0.26)
          i.quadraticCurveTo(0, -0.5, -1.1, -0.26)
        },
        [-1.1, 1.1],
      )
      break
    case 'glass':
      mark(brush, 'rgba(190,225,245,0.26)', (i) => dot(i, 0.04, -0.04, 1.42))
      seam(brush, '#eef2f5', 0.16, (i) => dot(i, 0.04, -0.04, 1.42))
      seam(brush, 'rgba(255,255,255,0.75)', 0.12, (i) => i.arc(0.04, -0.04, 1.14, 3.5, 4.4))
      break
    case 'official':
    case 'mian':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-0.9, -0.5)
          i.lineTo(-0.8, -1.16)
          i.lineTo(0.9, -1.16)
          i.lineTo(0.96, -0.5)
          i.closePath()
        },
        [-1, 1],
      )
      part(brush, '#2c2c34', (i) => i.rect(-1.05, -1.34, 2.4, 0.2), [-1.2, 1.2])
      seam(brush, '#e8bd45', 0.06, (i) => {
        for (const x of [-0.95, -0.7, 1, 1.25]) {
          i.moveTo(x, -1.14)
          i.lineTo(x, -0.5)
        }
      })
      mark(brush, '#e8bd45', (i) => dot(i, 0.1, -0.78, 0.13))
      break
    case 'tricorn':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-1.5, -0.66)
          i.quadraticCurveTo(-0.7, -1.2, -0.5, -1.36)
          i.quadraticCurveTo(0.1, -1.66, 0.66, -1.3)
          i.quadraticCurveTo(0.9, -1.1, 1.6, -0.7)
          i.quadraticCurveTo(0.1, -0.2, -1.5, -0.66)
        },
        [-1.4, 1.4],
      )
      seam(brush, '#d9b64a', 0.07, (i) => {
        i.moveTo(-1.44, -0.66)
        i.quadraticCurveTo(0.1, -0.22, 1.54, -0.7)
      })
      break
    case 'flatcap':
      part(
        brush,
        colour,
        (i) => {
          i.moveTo(-1.02, -0.44)
          i.bezierCurveTo(-1.2, -1.3, 0.7, -1.5, 1.06, -0.7)
          i.quadraticCurveTo(1.5, -0.5, 1.34, -0.36)
          i.quadraticCurveTo(0.2, -0.66, -1.02, -0.44)
        },
        [-1.1, 1.2],
      )
      break
    case 'wreath':
      for (let n = 0; n < 7; n++) {
        const a = Math.PI * (1.08 + n * 0.14)
        part(
          brush,
          n % 2 ? '#f2d9a0' : colour,
          (i) => dot(i, Math.cos(a) * 0.96, Math.sin(a) * 0.96 - 0.06, 0.2),
          [-1, 1],
        )
      }
      break
    case 'antenna':
      seam(brush, '#5f6f80', 0.1, (i) => {
        i.moveTo(0.05, -1)
        i.lineTo(0.05, -1.5)
      })
      part(brush, colour, (i) => dot(i, 0.05, -1.6, 0.18), [-0.2, 0.3])
      break
  }
}
