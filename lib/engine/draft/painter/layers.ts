/** Layers: from a request to a painted scene, ready to be moved through. */
import type { FrameRequest } from '@/lib/engine/contract'
import type { Actor } from './acting'
import { prepareActors } from './actors'
import type { Box, PaintedGlow, PaintedScene } from './draw'
import { effectsOf } from './effects'
import { paintFinish } from './finish'
import { layLandmark, layPool, layVeil } from './place/accents'
import type { Backdrop } from './place/backdrop'
import { paintHero } from './place/hero'
import { PLACE_PAINTERS } from './place/table'
import { hashText, randomFrom } from './random'
import { readScene } from './reading/read-scene'
import { wordsOf } from './reading/words'
import type { Ground } from './shape/land'
import { halo } from './shape/paper'
import { laySky } from './shape/sky'
import type { Placed } from './sizes'
import { type Frame, frameOf, type Glow, Stage } from './stage'
import { stageSubjects } from './staging'
import { lightOf } from './style/light'
import { readStyle } from './style/read-style'
import type { Surface } from './surface'

/** Paints every layer of the request's scene. The seed chooses the composition, the words what is in it. */
export async function paintLayers(request: FrameRequest, surface: Surface): Promise<PaintedScene> {
  const reading = readScene(request)
  const style = readStyle(wordsOf(request.prompt.style))
  const light = lightOf(style, reading.time, reading.weather, reading.place)
  const frame = frameOf(request.width, request.height)
  const random = randomFrom(request.seed ^ hashText(reading.place))
  const placed = stageSubjects(reading, frame, random)
  const actors = await prepareActors(placed, { surface, light, frame, reading, seed: request.seed })

  const stage = new Stage(surface, frame, light, random)
  const subjectBoxes: Box[] = []
  const faceBoxes: Box[] = []
  const put = (rows: Actor['placed']['row'][], ground: Ground) => {
    for (const actor of actors.filter((a) => rows.includes(a.placed.row))) {
      const boxes = actor.put(stage, ground)
      subjectBoxes.push(boxes.subject)
      if (boxes.face !== null) faceBoxes.push(boxes.face)
    }
  }
  const horizon = frame.H * (frame.H > frame.W * 1.2 ? 0.6 : 0.585) + (random() - 0.5) * frame.H * 0.04
  const closeUp = placed.some((p) => p.row === 'bust')
  const hero = placed.some((p) => p.row === 'hero')
  const sun =
    hero || light.indoors
      ? { x: frame.W * 0.5, y: frame.H * 0.45, radius: 60 }
      : laySky(stage, reading, horizon)
  const backdrop: Backdrop = {
    stage,
    reading,
    horizon,
    sun,
    leadX: leadOf(placed) ?? sun.x,
    closeUp,
    back(ground) {
      if (!placed.some((p) => p.row === 'back')) layLandmark(stage, reading, ground, placed[0]?.x)
      put(['back'], ground)
    },
    afloat: (ground) => put(['afloat', 'aboard'], ground),
    front(ground) {
      if (closeUp) layVeil(stage)
      layPool(stage, placed, ground)
      put(['air'], ground)
      put(['front', 'rider', 'bust', 'hero'], ground)
    },
  }
  if (hero) paintHero(backdrop)
  else PLACE_PAINTERS[reading.place](backdrop)
  const lead = actors.find((a) => a.placed.rank === 0)?.placed
  return {
    frame,
    layers: stage.finish(),
    glows: stage.glows.map((glow) => paintGlow(surface, frame, glow)),
    effects: effectsOf(reading, light, frame, request.seed),
    finish: paintFinish(surface, frame, style),
    focus: {
      x: frame.width * (lead === undefined ? 0.5 : 0.5 + (lead.x / frame.W - 0.5) * 0.7),
      y: frame.height * 0.55,
    },
    subjectBoxes: subjectBoxes.map((box) => toPixels(box, frame)),
    faceBoxes: faceBoxes.map((box) => toPixels(box, frame)),
  }
}

/** Where the eye goes first: to whatever flies, else to the middle of the front row. */
function leadOf(placed: Placed[]): number | null {
  const flyer = placed.find((p) => p.row === 'air')
  if (flyer !== undefined) return flyer.x
  const row = placed.filter((p) => p.row !== 'back')
  return row.length === 0 ? null : row.reduce((sum, p) => sum + p.x, 0) / row.length
}

function toPixels(box: Box, { k }: Frame): Box {
  return { left: box.left * k, top: box.top * k, right: box.right * k, bottom: box.bottom * k }
}

function paintGlow(surface: Surface, { k }: Frame, glow: Glow): PaintedGlow {
  const side = Math.max(2, Math.ceil(glow.radius * 2 * k))
  const canvas = surface.createCanvas(side, side)
  halo(canvas.getContext('2d'), side / 2, side / 2, side / 2, glow.colour, 1)
  return {
    image: canvas,
    x: glow.x * k,
    y: glow.y * k,
    depth: glow.depth,
    strength: glow.strength,
    flicker: glow.flicker,
  }
}
