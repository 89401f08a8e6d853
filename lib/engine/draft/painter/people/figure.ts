/** Figure: one paper person, head to foot, put together from its parts. */
import { darker, mix } from '../colour'
import type { Pose } from '../reading/poses'
import type { Expression } from '../reading/setting'
import { drawClothes, hidesLegs } from './clothes'
import { drawHead, drawHeadBehind } from './head'
import { type Brush, dot, limb, type Point, part, reach } from './parts'
import { type Build, buildOf, type Joints, jointsOf } from './pose'
import { armFor, drawHeld, drawProp, type Held } from './props'
import { drawCape, drawScarf, drawSeat, drawWings } from './trimmings'
import type { Hat, Look } from './wardrobe'

export interface FigureOrder {
  look: Look
  pose: Pose
  expression: Expression
  held: Held | null
  shut: boolean
  detail: boolean
}

/** How far a figure reaches, in its own units, and where its face is. */
export interface Extent {
  left: number
  right: number
  top: number
  face: { x: number; y: number; r: number }
}

const HAT_TOP: Partial<Record<Hat, number>> = {
  wizard: 2.8,
  top: 2.1,
  chef: 2.2,
  crown: 1.7,
  bamboo: 1.75,
  knight: 1.9,
  fedora: 1.6,
  straw: 1.6,
  antenna: 1.85,
  halo: 1.7,
}

export function extentOf({ look, pose, held }: FigureOrder): Extent {
  const b = buildOf(look)
  const j = jointsOf(pose, look)
  const lean = (j.lean * Math.PI) / 180
  const top = b.headY - b.headR * ((look.hat !== null ? HAT_TOP[look.hat] : undefined) ?? 1.3) + j.sink
  const headX = Math.sin(lean) * -b.headY
  let right = 21 + headX * 0.4
  let left = -21
  let highest = top
  if (held?.name === 'umbrella') {
    right = 42
    left = Math.min(left, -24)
    highest = Math.min(highest, -116 + j.sink)
  }
  if (look.prop === 'rod' && held === null) right = 64
  if (look.prop === 'sword' && held === null) right = 46
  if (pose === 'sit' || pose === 'kneel') right = Math.max(right, 30)
  if (look.cape !== null || look.wings) left = Math.min(left, look.wings ? -34 : -24)
  if (pose === 'raise') highest = Math.min(highest, -110)
  if (held?.name === 'balloon') highest = Math.min(highest, -112)
  return { left, right, top: highest, face: { x: headX, y: b.headY + j.sink, r: b.headR } }
}

/** Where the front hand is, in figure units, for the light of a lamp. */
export function lampAt({ look, pose, held }: FigureOrder): Point {
  const b = buildOf(look)
  const j = jointsOf(pose, look)
  const hand = handOf({ x: b.shoulderW * 0.72, y: b.shoulderY + 4 }, armFor(held, null) ?? j.front, b.arm)
  return { x: hand.x + 1, y: hand.y + 11 + j.sink }
}

/** Draws with feet at 0, 0, looking right, 100 units tall when standing. */
export function drawFigure(brush: Brush, order: FigureOrder): void {
  const { look, pose, held } = order
  const { ink } = brush
  const b = buildOf(look)
  const j = jointsOf(pose, look)
  if (j.seat) drawSeat(brush)
  ink.save()
  ink.translate(0, j.sink)
  const hip: Point = { x: 0, y: b.hipY }
  if (!hidesLegs(look)) {
    const legs = -b.hipY - 3
    drawLeg(brush, look, b, { x: hip.x - 2.6, y: hip.y }, j.backLeg, legs, true)
    drawLeg(brush, look, b, { x: hip.x + 2.8, y: hip.y }, j.frontLeg, legs, false)
  } else if (look.outfit === 'robe' || look.outfit === 'gown') {
    drawToes(brush, look, j)
  }
  ink.translate(0, b.hipY)
  ink.rotate((j.lean * Math.PI) / 180)
  ink.translate(0, -b.hipY)
  if (look.wings) drawWings(brush, b)
  if (look.cape !== null) drawCape(brush, look, b, j)
  inHead(brush, b, j, () => drawHeadBehind(brush, look))
  const shoulder = b.shoulderY + 4
  const chosen = armFor(
    held,
    pose === 'sit' || pose === 'row' ? (look.prop === 'rod' ? 'rod' : null) : look.prop,
  )
  const front: [number, number] =
    pose === 'raise' || pose === 'run' || pose === 'fly' ? j.front : (chosen ?? j.front)
  const twoHands =
    held !== null &&
    ['open-book', 'closed-book', 'world-map', 'scroll', 'wrapped-gift', 'teddy-bear'].includes(held.name)
  drawArm(brush, look, b, { x: -b.shoulderW * 0.78, y: shoulder }, twoHands ? [30, 84] : j.back, true)
  part(
    brush,
    darker(look.skin, 0.1),
    (i) =>
      i.rect(-b.headR * 0.34, b.headY + b.headR * 0.6, b.headR * 0.76, b.shoulderY - b.headY - b.headR * 0.3),
    [-5, 6],
  )
  drawClothes(brush, look, b, j)
  if (look.scarf !== null) drawScarf(brush, look, b)
  inHead(brush, b, j, () => drawHead(brush, look, order))
  const hand = handOf({ x: b.shoulderW * 0.72, y: shoulder }, front, b.arm)
  const prop =
    held === null &&
    pose !== 'raise' &&
    pose !== 'run' &&
    pose !== 'lie' &&
    (pose !== 'sit' || look.prop === 'rod')
      ? look.prop
      : null
  if (prop !== null && prop !== 'sword') drawProp(brush, hand, prop)
  if (held?.name === 'umbrella') drawHeld(brush, hand, held)
  drawArm(brush, look, b, { x: b.shoulderW * 0.72, y: shoulder }, front, false)
  if (prop === 'sword') drawProp(brush, hand, prop)
  if (held !== null && held.name !== 'umbrella') drawHeld(brush, hand, held)
  if (prop === 'sword' || held !== null) drawHand(brush, look, hand, b.girth)
  ink.restore()
}

function inHead({ ink }: Brush, b: Build, j: Joints, draw: () => void): void {
  ink.save()
  ink.translate(1.2, b.headY + b.headR * 0.7)
  ink.rotate(((j.nod - j.lean * 0.6) * Math.PI) / 180)
  ink.translate(0, -b.headR * 0.7)
  ink.scale(b.headR, b.headR)
  // Soft shadows are in pixels and lines in head units, so the drawing of a head scales as a whole.
  draw()
  ink.restore()
}

function handOf(shoulder: Point, [upper, lower]: [number, number], arm: number): Point {
  return reach(reach(shoulder, upper, arm * 0.5), lower, arm * 0.46)
}

function drawArm(
  brush: Brush,
  look: Look,
  b: Build,
  shoulder: Point,
  angles: [number, number],
  back: boolean,
): void {
  const elbow = reach(shoulder, angles[0], b.arm * 0.5)
  const wrist = reach(elbow, angles[1], b.arm * 0.4)
  const hand = reach(elbow, angles[1], b.arm * 0.46)
  const bare = look.outfit === 'tail' || (look.outfit === 'dress' && look.age !== 'old')
  const sleeve =
    look.outfit === 'apron' || look.outfit === 'overalls' ? look.second : bare ? look.skin : look.main
  const tone = back ? darker(sleeve, 0.22) : mix(sleeve, '#000000', 0.05)
  drawHand(brush, look, hand, b.girth)
  const wide = look.outfit === 'robe' ? 2.1 : look.outfit === 'sheet' ? 1.8 : 1
  limb(
    brush,
    tone,
    [shoulder, elbow, wrist],
    [b.girth * 1.08, b.girth * (wide > 1 ? 1.3 : 0.95), b.girth * 0.78 * wide],
  )
  if (bare && look.outfit === 'dress') {
    part(
      brush,
      back ? darker(look.main, 0.2) : look.main,
      (i) =>
        i.ellipse(shoulder.x + (back ? -0.4 : 0.6), shoulder.y + 2, b.girth * 1.4, b.girth * 1.5, 0, 0, 7),
      [shoulder.x - 6, shoulder.x + 6],
    )
  }
}

function drawHand(brush: Brush, look: Look, { x, y }: Point, girth: number): void {
  const glove =
    look.outfit === 'spacesuit' ? '#c3ccd4' : look.outfit === 'armour' ? darker(look.main, 0.2) : look.skin
  part(brush, glove, (i) => dot(i, x, y, girth * 0.78), [x - 4, x + 4])
}

function drawLeg(
  brush: Brush,
  look: Look,
  b: Build,
  hip: Point,
  [thigh, shin]: [number, number],
  length: number,
  back: boolean,
): void {
  const knee = reach(hip, thigh, length * 0.5)
  const ankle = reach(knee, shin, length * 0.48)
  const bare = look.outfit === 'dress' || (look.outfit === 'apron' && look.gender === 'female')
  const cloth = bare
    ? look.skin
    : look.outfit === 'overalls' || look.outfit === 'spacesuit' || look.outfit === 'metal'
      ? look.main
      : look.outfit === 'armour'
        ? darker(look.main, 0.12)
        : look.outfit === 'apron'
          ? '#4a5262'
          : look.second
  const g = b.girth * (bare ? 0.72 : 1.06)
  const shoe =
    look.outfit === 'spacesuit'
      ? '#c3ccd4'
      : look.role === 'fisherman'
        ? '#3f4a3a'
        : look.outfit === 'armour'
          ? darker(look.main, 0.25)
          : darker(mix(look.second, '#3a2a22', 0.6), 0.25)
  const turn = ((shin < -40 ? 50 : shin < -15 ? 24 : 0) * Math.PI) / 180
  part(
    brush,
    back ? darker(shoe, 0.2) : shoe,
    (i) => {
      i.ellipse(
        ankle.x + 2.6 * Math.cos(turn),
        ankle.y + 1.8 + 2.4 * Math.sin(turn),
        b.girth * 1.4,
        b.girth * 0.72,
        turn,
        0,
        7,
      )
    },
    [ankle.x - 5, ankle.x + 8],
  )
  limb(brush, back ? darker(cloth, 0.2) : cloth, [hip, knee, ankle], [g * 1.2, g, g * 0.82])
  if (look.role === 'fisherman' || look.outfit === 'suit') return
}

function drawToes(brush: Brush, look: Look, j: Joints): void {
  if (j.sink > 10) return
  for (const x of [-5, 6]) part(brush, darker(look.second, 0.5), (i) => i.ellipse(x, -1.6, 5, 2.2, 0, 0, 7))
}
