import type { CameraMove, Mood, Transition } from '@/lib/storyboard/schema'
import type { Picture, ShotSize } from './picture'
import { hash } from './seed'
import type { Shot } from './shots'

/** How a scene is filmed. */
export interface Take {
  size: ShotSize
  /** Replaces the size's words: `low angle shot`; empty for none. */
  angle: string
  camera: CameraMove
}

const HEIGHTS = new Set([
  'lighthouse',
  'tower',
  'castle',
  'temple',
  'neon city',
  'waterfall',
  'summit',
  'sky',
  'snow mountain',
  'cliff',
])
const JOURNEYS = new Set([
  'sea',
  'road',
  'desert',
  'wasteland',
  'wasteland city',
  'meadow',
  'field',
  'snowfield',
  'river',
  'train',
  'street',
  'bridge',
  'coast',
  'ship',
  'battlefield',
  'market',
])
const GRAVE: ReadonlySet<Mood> = new Set(['tense', 'sad', 'tender'])

/** Further shots of the same sentence, in turn. */
const VARIED: { size: ShotSize; angle: string; camera: CameraMove }[] = [
  { size: 'wide', angle: '', camera: 'push-in' },
  { size: 'close', angle: '', camera: 'push-in' },
  { size: 'wide', angle: 'low angle shot', camera: 'tilt-up' },
  { size: 'detail', angle: '', camera: 'pan-right' },
  { size: 'medium', angle: 'view from behind', camera: 'pan-left' },
  { size: 'wide', angle: 'distant view', camera: 'pull-out' },
  { size: 'medium', angle: '', camera: 'pan-right' },
  { size: 'wide', angle: 'high angle view', camera: 'tilt-down' },
]

const DISTANT = { size: 'wide', angle: 'distant view', camera: 'pull-out' } as const

/** Shot sizes and camera moves for the whole film: fitting each picture, and never the same move three times running. */
export function directTakes(pictures: Picture[], shots: Shot[], seed: number): Take[] {
  const takes: Take[] = []
  pictures.forEach((picture, i) => {
    const shot = shots[i]
    const last = i === pictures.length - 1
    const varied = shot && shot.parts > 1 ? (last ? DISTANT : VARIED[shot.part % VARIED.length]) : undefined
    const size = varied?.size ?? sizeOf(picture, i, last, takes)
    const wishes: CameraMove[] = varied && !last ? [varied.camera] : movesFor(picture, size, last)
    const before = [takes.at(-1)?.camera, takes.at(-2)?.camera]
    const spin = hash(`${i} camera`, seed)
    const fill: CameraMove[] =
      spin % 2 === 0
        ? ['pan-right', 'push-in', 'pan-left', 'pull-out']
        : ['pan-left', 'push-in', 'pan-right', 'pull-out']
    const options = [...wishes, ...fill]
    const fresh = options.find((move) => move !== before[0])
    const wish = wishes[0] ?? 'push-in'
    // Twice the same move is fine when the scene asks for it, three times never.
    const camera = wish === before[0] && (before[0] === before[1] || spin % 3 > 0) ? (fresh ?? 'still') : wish
    const angle =
      varied?.angle ??
      (picture.deed?.action.tags.includes('a') && picture.mood === 'epic' && spin % 3 === 0
        ? 'low angle shot'
        : '')
    takes.push({ size, angle, camera })
  })
  return takes
}

function sizeOf(picture: Picture, i: number, last: boolean, takes: Take[]): ShotSize {
  const previous = takes.at(-1)?.size
  const alone = picture.players.length === 1 && !picture.players[0]?.group
  if (picture.players.length === 0) {
    const still =
      picture.things[0]?.entry.notable &&
      !/^(?:moon|star|sun|rainbow|aurora|fireworks|shooting star)$/.test(picture.things[0].entry.word) &&
      picture.setting.place?.inside
    return still && previous !== 'detail' ? 'detail' : 'wide'
  }
  if (i === 0 || last || picture.newPlace) return 'wide'
  const tags = picture.deed?.action.tags ?? ''
  if (tags.includes('m') || picture.players.some((p) => p.group))
    return previous === 'wide' ? 'medium' : 'wide'
  if (alone && (tags.includes('e') || tags.includes('t') || GRAVE.has(picture.mood)) && previous !== 'close')
    return 'close'
  if (alone && previous === 'medium') return tags.includes('a') ? 'wide' : 'close'
  return previous === 'medium' && takes.at(-2)?.size === 'medium' ? 'wide' : 'medium'
}

function movesFor(picture: Picture, size: ShotSize, last: boolean): CameraMove[] {
  if (last) return ['pull-out', 'tilt-up']
  const place = picture.setting.place?.key ?? ''
  const tags = picture.deed?.action.tags ?? ''
  if (tags.includes('u') || (size === 'wide' && HEIGHTS.has(place) && picture.newPlace))
    return ['tilt-up', 'push-in']
  if (/^(?:falling|landing|kneeling)/.test(picture.deed?.action.bare ?? '')) return ['tilt-down', 'push-in']
  if (size === 'detail') return ['push-in', 'pan-right']
  if (size === 'close') return picture.mood === 'tense' ? ['push-in', 'still'] : ['push-in', 'pan-left']
  if (tags.includes('m') || (size === 'wide' && JOURNEYS.has(place))) return ['pan-right', 'pan-left']
  if (size === 'wide')
    return HEIGHTS.has(place) ? ['tilt-up', 'pull-out'] : ['pull-out', 'pan-left', 'push-in']
  if (tags.includes('s')) return ['push-in', 'still', 'pan-right']
  return ['push-in', 'pan-left']
}

/** How each scene goes over into the next; the last one fades. Lengths in ms: 300 to 1000, a cut has none. */
export function directTransitions(pictures: Picture[], shots: Shot[]): Transition[] {
  let sinceWipe = 8
  return pictures.map((picture, i): Transition => {
    sinceWipe++
    const next = pictures[i + 1]
    const nextShot = shots[i + 1]
    if (!next || !nextShot) return { kind: 'fade', durationMs: 900 }
    if (nextShot.part > 0)
      return nextShot.part % 2 === 0 ? { kind: 'cut', durationMs: 0 } : { kind: 'dissolve', durationMs: 400 }
    if (next.flashback !== picture.flashback && next.flashback && sinceWipe > 8) {
      sinceWipe = 0
      return { kind: 'wipe', durationMs: 600 }
    }
    if (next.newTime)
      return next.newPlace ? { kind: 'fade', durationMs: 800 } : { kind: 'fade', durationMs: 600 }
    if (next.newPlace) return { kind: 'dissolve', durationMs: 800 }
    const tags = next.deed?.action.tags ?? ''
    if (tags.includes('a') && (next.mood === 'tense' || next.mood === 'epic' || next.mood === 'playful'))
      return { kind: 'cut', durationMs: 0 }
    if (tags.includes('s') && picture.deed?.action.tags.includes('s')) return { kind: 'cut', durationMs: 0 }
    return { kind: 'dissolve', durationMs: picture.mood === next.mood ? 400 : 500 }
  })
}
