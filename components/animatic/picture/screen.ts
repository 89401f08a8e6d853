/** Screen: a canvas that shows what the playhead stands at. */
import type { Size } from '@/lib/storyboard/schema'
import type { PictureSource } from '../pictures'
import type { Playhead } from '../playhead'
import { shotsAt } from '../shots'
import { scenesAtHand } from './at-hand'
import { loadReel } from './load-reel'
import { createProjector } from './projector'
import { openReels } from './reels'

/** What is on the screen: the kind of picture, or nothing yet. */
export type OnScreen = PictureSource['kind'] | null

/** In the browser only. `onPicture` hears of each change of kind; the answer takes the screen down. */
export function openScreen(
  canvas: HTMLCanvasElement,
  size: Size,
  playhead: Playhead,
  onPicture: (shown: OnScreen) => void,
): () => void {
  const ink = canvas.getContext('2d', { alpha: false })
  if (!ink) return () => {}
  let changes = 0
  let drawn = ''
  let shown: OnScreen = null
  const reels = openReels(size, loadReel, () => {
    changes++
    show()
  })
  const projector = createProjector(ink, size, reels)

  const show = () => {
    const { animatic, timeMs, playing, loopId } = playhead.getState()
    const shots = shotsAt(animatic, timeMs)
    const cameras = shots.map(({ scene, frame }) => `${scene.id} ${frame} ${scene.camera}`)
    const wanted = [changes, playing, ...cameras].join(' ')
    reels.aim(scenesAtHand(animatic, timeMs, loopId))
    if (wanted === drawn || !projector.draw(shots, playing)) return
    drawn = wanted
    const top = shots.at(-1)?.scene
    const key = top && reels.find(top.id)?.key
    const kind = top?.pictures.find((source) => source.key === key)?.kind ?? shown
    if (kind === shown) return
    shown = kind
    onPicture(kind)
  }
  const stop = playhead.subscribe(show)
  show()
  return () => {
    stop()
    reels.close()
  }
}
