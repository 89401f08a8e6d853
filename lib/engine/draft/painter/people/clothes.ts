/** Clothes: torso and skirts, in figure units with the shoulders' middle above x 0. */
import { darker, type Hex, lighter, mix } from '../colour'
import { type Brush, dot, fold, mark, part, seam } from './parts'
import type { Build, Joints } from './pose'
import { body, collar, folds, lap, lapels } from './tailoring'
import type { Look } from './wardrobe'

export const hidesLegs = ({ outfit }: Look): boolean =>
  outfit === 'gown' || outfit === 'robe' || outfit === 'sheet' || outfit === 'tail'

export function drawClothes(brush: Brush, look: Look, b: Build, j: Joints): void {
  const { main, second } = look
  const { shoulderY: s, shoulderW: sw, hipY, hipW } = b
  const swing = (j.frontLeg[0] + j.backLeg[0]) * 0.12
  const ground = -1 - j.sink
  const down = j.sink > 10
  const long = look.gender === 'female' ? 0.8 : 1
  const skirt = (colour: Hex) => {
    if (down) part(brush, colour, lap(b, j, ground))
  }
  switch (look.outfit) {
    case 'gown':
    case 'dress': {
      const hem = look.outfit === 'gown' ? -2 : look.age === 'child' ? -16 : -20
      const wide = look.outfit === 'gown' ? 19 : look.age === 'child' ? 16 : 15.5
      part(brush, main, body(b, sw * 0.62, down ? hipY + 2 : hem, down ? hipW + 2 : wide, swing))
      skirt(main)
      mark(brush, second, (i) => i.rect(-sw * 0.66, hipY - 11, sw * 1.32, 4))
      folds(brush, main, [-6, 1, 7], hipY - 5, down ? hipY : hem - 3, 1.5)
      collar(brush, second, s, sw)
      if (look.outfit === 'gown' && !down) {
        seam(brush, second, 1.6, (i) => {
          i.moveTo(-wide + swing + 1, hem - 1)
          i.quadraticCurveTo(swing, hem + wide * 0.16 - 1, wide + swing - 1, hem - 1)
        })
      }
      return
    }
    case 'robe': {
      part(brush, main, body(b, sw * 0.82, down ? hipY + 2 : -3, down ? hipW + 3 : 16, swing))
      skirt(main)
      folds(brush, main, [-7, 6], hipY, down ? hipY : -6, 1)
      mark(brush, second, (i) => {
        i.moveTo(-sw * 0.42, s - 3)
        i.lineTo(-sw * 0.18, s - 3.4)
        i.lineTo(5, hipY - 11)
        i.lineTo(1, hipY - 11)
        i.closePath()
      })
      mark(brush, darker(second, 0.12), (i) => {
        i.moveTo(sw * 0.42, s - 3)
        i.lineTo(sw * 0.14, s - 3.4)
        i.lineTo(-3.4, hipY - 18)
        i.lineTo(0.6, hipY - 15)
        i.closePath()
      })
      mark(brush, mix(second, darker(main, 0.5), 0.55), (i) => i.rect(-sw * 0.86, hipY - 11.5, sw * 1.72, 5))
      seam(brush, mix(second, darker(main, 0.5), 0.4), 2, (i) => {
        i.moveTo(4, hipY - 7)
        i.lineTo(5.5, hipY + 9)
      })
      return
    }
    case 'coat': {
      const hem = down ? hipY + 4 : hipY + 20
      part(brush, main, body(b, sw * 0.86, hem, down ? hipW + 3 : 13 * long, swing))
      skirt(main)
      lapels(brush, lighter(main, 0.12), second, s, sw, hipY - 16)
      seam(brush, fold(main), 0.8, (i) => {
        i.moveTo(1.2, hipY - 14)
        i.lineTo(1.6 + swing * 0.6, hem - 1)
      })
      mark(brush, darker(main, 0.5), (i) => {
        for (const y of [hipY - 11, hipY - 4, hipY + 3]) dot(i, 3.6, y, 1)
      })
      if (look.role === 'detective' || look.role === 'fisherman')
        mark(brush, darker(main, 0.35), (i) => i.rect(-sw * 0.84, hipY - 9, sw * 1.68, 3))
      return
    }
    case 'suit': {
      part(brush, main, body(b, sw * 0.82, hipY + 4, hipW + 1.6, swing * 0.3))
      mark(brush, '#f4f1ea', (i) => {
        i.moveTo(-3.4, s - 3)
        i.lineTo(5.4, s - 3)
        i.lineTo(1.4, hipY - 16)
        i.closePath()
      })
      mark(brush, look.role === 'student' ? '#b5342c' : '#8a2a32', (i) => {
        i.moveTo(0, s - 2)
        i.lineTo(2.6, s - 2)
        i.lineTo(2.8, hipY - 20)
        i.lineTo(1.3, hipY - 17)
        i.lineTo(-0.2, hipY - 20)
        i.closePath()
      })
      lapels(brush, lighter(main, 0.1), null, s, sw, hipY - 15)
      if (look.role === 'soldier' || look.role === 'police' || look.role === 'prince') {
        mark(brush, darker(main, 0.5), (i) => i.rect(-sw * 0.82, hipY - 8, sw * 1.64, 3.4))
        mark(brush, '#e8c55a', (i) => {
          i.rect(-1, hipY - 8, 4, 3.4)
          i.rect(-sw, s - 0.5, 5, 2)
          i.rect(sw - 5, s - 0.5, 5, 2)
        })
      }
      return
    }
    case 'armour': {
      part(brush, darker(second, 0.1), body(b, sw * 0.84, hipY + 12, hipW + 4, swing * 0.5))
      part(brush, main, (i) => {
        i.moveTo(-sw * 0.9, s + 1)
        i.quadraticCurveTo(0, s - 5, sw * 0.9, s + 1)
        i.quadraticCurveTo(sw * 1.05, s + 16, sw * 0.64, hipY - 10)
        i.quadraticCurveTo(0, hipY - 6, -sw * 0.64, hipY - 10)
        i.quadraticCurveTo(-sw * 1.05, s + 16, -sw * 0.9, s + 1)
      })
      seam(brush, lighter(main, 0.45), 0.9, (i) => {
        i.moveTo(1.5, s + 1)
        i.lineTo(2, hipY - 10)
      })
      part(brush, '#6b4a2c', (i) => i.rect(-sw * 0.7, hipY - 10, sw * 1.4, 3.6))
      for (const side of [-1, 1])
        part(brush, lighter(main, 0.14), (i) => i.ellipse(side * sw * 0.92, s + 2.5, 5.2, 4.6, 0, 0, 7))
      return
    }
    case 'spacesuit': {
      part(brush, darker(main, 0.2), (i) => i.rect(-sw * 1.2, s + 1, 8, hipY - s + 2))
      part(brush, main, body(b, sw * 0.98, hipY + 4, hipW + 4, 0))
      part(brush, '#c3ccd4', (i) => i.rect(-4, s + 9, 12, 9))
      mark(brush, second, (i) => {
        dot(i, -1, s + 12, 1.3)
        i.rect(2, s + 11, 4.4, 1.6)
        i.rect(2, s + 14, 4.4, 1.6)
      })
      mark(brush, second, (i) => i.rect(-sw * 0.96, hipY - 8, sw * 1.92, 2.6))
      return
    }
    case 'metal': {
      part(brush, main, (i) => {
        i.moveTo(-sw * 0.9, s - 2)
        i.lineTo(sw * 0.9, s - 2)
        i.quadraticCurveTo(sw * 1.1, s - 2, sw * 1.05, s + 3)
        i.lineTo(sw * 0.8, hipY)
        i.lineTo(-sw * 0.8, hipY)
        i.lineTo(-sw * 1.05, s + 3)
        i.quadraticCurveTo(-sw * 1.1, s - 2, -sw * 0.9, s - 2)
      })
      part(brush, darker(main, 0.3), (i) => i.rect(-4.5, s + 5, 11, 9))
      mark(brush, '#6fe8ff', (i) => dot(i, -1, s + 9.5, 2.2))
      mark(brush, '#ff8a6a', (i) => dot(i, 4, s + 9.5, 1.4))
      seam(brush, fold(main), 0.8, (i) => {
        i.moveTo(-sw * 0.9, hipY - 8)
        i.lineTo(sw * 0.9, hipY - 8)
      })
      return
    }
    case 'overalls': {
      part(brush, second, body(b, sw * 0.82, hipY + 2, hipW + 1, 0))
      part(brush, main, (i) => {
        i.moveTo(-5.4, s + 10)
        i.lineTo(7, s + 10)
        i.lineTo(hipW + 1.4, hipY - 6)
        i.lineTo(hipW + 1.6, hipY + 5)
        i.lineTo(-hipW - 1.6, hipY + 5)
        i.lineTo(-hipW - 1.4, hipY - 6)
        i.closePath()
      })
      seam(brush, darker(main, 0.1), 2.2, (i) => {
        i.moveTo(-4.6, s + 11)
        i.lineTo(-6, s - 2)
        i.moveTo(6, s + 11)
        i.lineTo(6.6, s - 2)
      })
      mark(brush, '#e8c55a', (i) => {
        dot(i, -4.2, s + 12, 0.9)
        dot(i, 5.8, s + 12, 0.9)
      })
      return
    }
    case 'apron': {
      part(
        brush,
        second,
        body(
          b,
          sw * 0.82,
          down ? hipY + 2 : look.gender === 'female' ? -16 : hipY + 3,
          down ? hipW + 2 : look.gender === 'female' ? 14 : hipW + 1,
          swing,
        ),
      )
      skirt(second)
      part(brush, main, (i) => {
        i.moveTo(-5, s + 7)
        i.lineTo(7.4, s + 7)
        i.lineTo(9.4, hipY - 8)
        i.lineTo(10.5 + swing * 0.4, down ? hipY + 4 : hipY + 20)
        i.lineTo(-6.5 + swing * 0.4, down ? hipY + 4 : hipY + 20)
        i.lineTo(-7, hipY - 8)
        i.closePath()
      })
      seam(brush, darker(main, 0.12), 1.4, (i) => {
        i.moveTo(-4.4, s + 8)
        i.lineTo(-5, s - 2)
        i.moveTo(6.6, s + 8)
        i.lineTo(6, s - 2)
        i.moveTo(-sw * 0.8, hipY - 9)
        i.lineTo(9.4, hipY - 9)
      })
      return
    }
    case 'sheet': {
      part(brush, main, (i) => {
        i.moveTo(-sw, s + 2)
        i.quadraticCurveTo(-18, -36, -20, -12)
        i.quadraticCurveTo(-14, -4, -9, -12)
        i.quadraticCurveTo(-3, -2, 2, -11)
        i.quadraticCurveTo(8, -2, 12, -12)
        i.quadraticCurveTo(17, -5, 20, -14)
        i.quadraticCurveTo(17, -38, sw, s + 2)
        i.quadraticCurveTo(0, s - 8, -sw, s + 2)
      })
      return
    }
    case 'tail': {
      part(brush, main, (i) => {
        i.moveTo(-hipW - 1, hipY - 9)
        i.bezierCurveTo(-14, -26, 2, -16, 16, -9)
        i.lineTo(30, -18)
        i.quadraticCurveTo(29, -6, 34, 2)
        i.quadraticCurveTo(22, 2, 16, -4)
        i.bezierCurveTo(2, -4, 12, -30, hipW + 1, hipY - 9)
        i.closePath()
      })
      part(brush, look.skin, body(b, sw * 0.66, hipY - 7, hipW, 0))
      part(brush, second, (i) => i.ellipse(0.5, s + 9, sw * 0.72, 5, 0, 0, 7))
      return
    }
    default: {
      const hem = look.gender === 'female' ? hipY + 3 : hipY + 4
      part(brush, main, body(b, sw * 0.8, hem, hipW + 1.4, swing * 0.3))
      if (look.role === 'sailor') {
        for (let y = s + 4; y < hem - 2; y += 6)
          seam(brush, '#2f4668', 1.7, (i) => {
            i.moveTo(-sw * 0.78, y)
            i.lineTo(sw * 0.78, y)
          })
      }
      collar(brush, lighter(main, 0.25), s, sw)
      mark(brush, darker(main, 0.5), (i) => i.rect(-hipW, hem - 3, hipW * 2, 2.2))
    }
  }
}
