/** Projector: lays the shots of a moment over each other on the screen, as the film's seams and fades do. */
import { SOFT_EDGE } from '@/lib/media/seam-shape'
import type { Size } from '@/lib/storyboard/schema'
import type { Shot } from '../shots'
import type { ScreenInk } from './reel'
import type { Reels } from './reels'

export interface Projector {
  /** False while there is no picture yet of what lies lowest: the screen keeps what it had. */
  draw(shots: readonly Shot[], playing: boolean): boolean
}

export function createProjector(ink: CanvasRenderingContext2D, size: Size, reels: Reels): Projector {
  let sheet: OffscreenCanvasRenderingContext2D | null = null
  const { width, height } = size

  const drawShot = (on: ScreenInk, { scene, frame, black }: Shot, playing: boolean): boolean => {
    const reel = reels.find(scene.id)
    if (!reel) return false
    const { camera, timing } = scene
    on.setTransform(1, 0, 0, 1, 0, 0)
    // Under a picture with holes lies black, as in the film.
    on.fillStyle = 'rgb(0 0 0)'
    on.fillRect(0, 0, width, height)
    reel.draw(on, size, { frame, frames: timing.frames, camera, playing })
    if (black > 0) {
      on.fillStyle = `rgb(0 0 0 / ${black})`
      on.fillRect(0, 0, width, height)
    }
    return true
  }

  const drawOver = (shot: Shot, over: NonNullable<Shot['over']>, playing: boolean) => {
    sheet ??= new OffscreenCanvas(width, height).getContext('2d')
    if (!sheet || !drawShot(sheet, shot, playing)) return
    if (over.kind === 'wipe') maskWipe(sheet, size, over.share)
    ink.globalAlpha = over.kind === 'dissolve' ? over.share : 1
    ink.drawImage(sheet.canvas, 0, 0)
    ink.globalAlpha = 1
  }

  return {
    draw(shots, playing) {
      reels.restBut(shots.map(({ scene }) => scene.id))
      const [lowest, ...others] = shots
      if (!lowest || !drawShot(ink, lowest, playing)) return false
      for (const shot of others) if (shot.over) drawOver(shot, shot.over, playing)
      return true
    },
  }
}

/** `wipeShare` as a gradient: it is straight between the edge's two sides. */
function maskWipe(sheet: OffscreenCanvasRenderingContext2D, { width, height }: Size, share: number): void {
  const edge = share * (1 + SOFT_EDGE)
  const mask = sheet.createLinearGradient((edge - SOFT_EDGE) * width, 0, edge * width, 0)
  mask.addColorStop(0, 'rgb(0 0 0 / 1)')
  mask.addColorStop(1, 'rgb(0 0 0 / 0)')
  sheet.globalCompositeOperation = 'destination-in'
  sheet.fillStyle = mask
  sheet.fillRect(0, 0, width, height)
  sheet.globalCompositeOperation = 'source-over'
}
