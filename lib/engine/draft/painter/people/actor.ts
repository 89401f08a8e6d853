import { type Actor, contactShadow, footOf, type Studio } from '../acting'
import { hashText } from '../random'
import type { PersonReading } from '../reading/cast'
import { ABOARD_CUT, type Placed } from '../sizes'
import { rocking } from '../sprite/actor'
import { loadSprite } from '../sprite/draw'
import type { Motion } from '../stage'
import type { PaintCanvas } from '../surface'
import { layAsleep } from './asleep'
import { extentOf, type FigureOrder, lampAt } from './figure'
import { lookOf } from './look'
import { type PersonArt, paintPerson } from './paint'
import type { Held } from './props'

const LAMPS = new Set(['lantern', 'candle', 'red-paper-lantern', 'flashlight', 'diya-lamp'])

/** Figure units that lie below the picture when a person is seen from the chest up. */
const BUST_CUT = 55

export async function preparePerson(placed: Placed, person: PersonReading, studio: Studio): Promise<Actor> {
  const { frame, light, surface, reading } = studio
  const { k } = frame
  const look = lookOf(person)
  const bust = placed.row === 'bust'
  const order: FigureOrder = {
    look,
    pose: bust ? 'stand' : person.pose,
    expression: person.pose === 'lie' ? 'asleep' : person.crowd ? 'calm' : reading.expression,
    held: bust ? null : await heldOf(studio, placed.rank),
    shut: false,
    detail: bust || (placed.height * k) / 10 > 34,
  }
  const extent = extentOf(order)
  const scale = bust ? placed.height / (BUST_CUT * -1 - extent.top + 3) : placed.height / 100
  const below = bust
    ? BUST_CUT * scale - frame.marginY
    : placed.row === 'aboard'
      ? ABOARD_CUT * placed.height
      : 0
  const paint = (shut: boolean) =>
    paintPerson(
      surface,
      light,
      k,
      { ...order, shut },
      {
        height: scale * 100 * k,
        flip: placed.flip,
        depth: person.crowd ? 0.62 : 0.8,
        cutAt: Math.max(0, below * k),
      },
    )
  const art = paint(false)
  const face = {
    x: extent.face.x * scale * (placed.flip ? -1 : 1),
    y: extent.face.y * scale,
    r: extent.face.r * scale,
  }
  const lids = order.expression === 'asleep' || person.crowd ? null : lidsOf(art, paint(true), face, studio)
  const reachLeft = (placed.flip ? extent.right : -extent.left) * scale
  const reachRight = (placed.flip ? -extent.left : extent.right) * scale

  return {
    placed,
    put(stage, ground) {
      const foot = bust ? frame.H + BUST_CUT * scale : footOf(placed, ground, frame)
      const depth = bust ? 0.82 : ground.depth
      const x = placed.x
      const left = x - art.footX / k
      const top = foot - art.footY / k
      const motion =
        placed.row === 'rider'
          ? {
              rate: 2.1,
              phase: (placed.boatX ?? x) * 0.01,
              tilt: 0.006,
              breathe: 0.004,
              pivotX: placed.boatX ?? x,
              pivotY: foot,
            }
          : placed.boatX === undefined
            ? motionOf(placed, person, foot)
            : rocking(placed.boatX, foot)
      if (person.pose === 'lie' && placed.row === 'front') {
        contactShadow(stage, depth, x, foot, placed.height * 0.9)
        stage.add(
          depth,
          (sheet) => layAsleep(sheet, art, look, { x, foot, height: scale * 100, bed: light.indoors }),
          motion,
        )
        const h = scale * 100
        const box = { left: x - h * 0.55, right: x + h * 0.52, top: foot - h * 0.56, bottom: foot }
        return { subject: box, face: { ...box, right: x - h * 0.28 } }
      }
      if (placed.row === 'front' && person.pose !== 'fly')
        contactShadow(stage, depth, x, foot, placed.width * 0.9, motion)
      stage.add(
        depth,
        ({ ink }) => ink.drawImage(art.image, left, top, art.image.width / k, art.image.height / k),
        motion,
      )
      if (LAMPS.has(order.held?.name ?? '')) {
        const lamp = lampAt(order)
        const glow = { x: x + lamp.x * scale * (placed.flip ? -1 : 1), y: foot + lamp.y * scale }
        stage.glows.push({
          ...glow,
          radius: scale * 62,
          colour: '#ffb54a',
          strength: 0.55,
          flicker: 0.9,
          depth,
        })
      }
      if (lids !== null) {
        const at = { x: left + lids.x / k, y: top + lids.y / k }
        const first = 0.7 + (hashText(person.key) % 2900) / 1000
        stage.add(
          depth,
          ({ ink }) => ink.drawImage(lids.image, at.x, at.y, lids.image.width / k, lids.image.height / k),
          motion,
          first,
        )
      }
      return {
        subject: {
          left: x - reachLeft,
          right: x + reachRight,
          top: foot + extent.top * scale,
          bottom: bust ? frame.H : foot,
        },
        face: {
          left: x + face.x - face.r,
          right: x + face.x + face.r,
          top: foot + face.y - face.r,
          bottom: foot + face.y + face.r,
        },
      }
    },
  }
}

/** The band of the face with its eyes shut, laid over the open ones for a blink. */
function lidsOf(
  art: PersonArt,
  shut: PersonArt,
  face: { x: number; y: number; r: number },
  { frame: { k }, surface }: Studio,
): { image: PaintCanvas; x: number; y: number } | null {
  const width = Math.round(face.r * 1.4 * k)
  const height = Math.round(face.r * 0.8 * k)
  if (width < 8) return null
  const x = Math.round(art.footX + face.x * k - width * 0.5)
  const y = Math.round(art.footY + face.y * k - height * 0.45)
  const image = surface.createCanvas(width, height)
  image.getContext('2d').drawImage(shut.image, -x, -y)
  return { image, x, y }
}

async function heldOf({ reading, surface }: Studio, who: number): Promise<Held | null> {
  const first = reading.held.find((held) => held.by === who)
  if (first === undefined) return null
  const { sprite, colour } = first
  const [left, top, right, bottom] = sprite.box as [number, number, number, number]
  const aspect = (right - left) / (bottom - top)
  return {
    name: sprite.name,
    colour,
    aspect,
    image: await loadSprite(surface, sprite, Math.round(160 * aspect), 160),
  }
}

function motionOf(placed: Placed, person: PersonReading, foot: number): Motion {
  const phase = (hashText(person.key) % 628) / 100
  const pivot = { pivotX: placed.x, pivotY: foot }
  switch (person.pose) {
    case 'walk':
      return { ...pivot, rate: 4.6, phase, tilt: 0.022, swayY: 3, drift: placed.flip ? -11 : 11 }
    case 'run':
      return { ...pivot, rate: 8, phase, tilt: 0.03, swayY: 6, drift: placed.flip ? -20 : 20 }
    case 'fly':
      return { ...pivot, rate: 1.1, phase, swayY: 14, swayX: 8, tilt: 0.02 }
    default:
      return { ...pivot, rate: 1.9, phase, breathe: 0.006, tilt: 0.005 }
  }
}
