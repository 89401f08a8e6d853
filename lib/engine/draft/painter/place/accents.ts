/** Accents: a landmark in the distance, and the light that lifts the story's people out of the dark. */
import { alpha, brightness, mix } from '../colour'
import { between } from '../random'
import type { SceneReading } from '../reading/read-scene'
import { house, tower } from '../shape/buildings'
import type { Ground } from '../shape/land'
import { castle, pagoda, ruin } from '../shape/monuments'
import { halo } from '../shape/paper'
import type { Placed } from '../sizes'
import type { Stage } from '../stage'

/** The second place a prompt names ("a meadow before the castle"), small and far. */
export function layLandmark(
  stage: Stage,
  reading: SceneReading,
  ground: Ground,
  leadX: number | undefined,
): void {
  const { W } = stage.frame
  const { random } = stage
  const far = leadX === undefined || leadX > W / 2 ? between(random, 0.16, 0.3) : between(random, 0.7, 0.84)
  const x = ground.x?.(W * far) ?? W * far
  const y = ground.y(x) + 6
  stage.add(ground.depth, (sheet) => {
    switch (reading.beyond) {
      case 'temple':
        pagoda(sheet, x, y, 300, 4, 190)
        return
      case 'castle':
        castle(sheet, x, y, 260)
        return
      case 'village':
        for (const dx of [-90, 70, 190]) house(sheet, x + dx, ground.y(x + dx) + 8, between(random, 90, 130))
        return
      case 'city':
        for (const dx of [-120, -50, 30, 100])
          tower(sheet, x + dx, y, 60, between(random, 150, 300), '#8f9aa6')
        return
      case 'ruins':
        ruin(sheet, x - 110, y + 10, 220, 240, '#8f8676')
    }
  })
}

/** Thin paper between a face and its place, so that the place steps back. */
export function layVeil(stage: Stage): void {
  const { light } = stage
  stage.add(0.76, ({ ink, left, top, right, bottom }) => {
    ink.fillStyle = alpha(mix(light.sky[2], light.sky[3], 0.5), light.time === 'night' ? 0.16 : 0.3)
    ink.fillRect(left, top, right - left, bottom - top)
  })
}

/** A pool of light behind the front row when the scene is dark. Lies on the ground's own layer. */
export function layPool(stage: Stage, placed: Placed[], ground: Ground): void {
  const { light, frame } = stage
  const row = placed.filter((p) => p.row === 'front' || p.row === 'bust')
  const dark = 0.62 - brightness(light.ambient)
  if (row.length === 0 || dark <= 0 || light.style.edge === 'ink') return
  const x = row.reduce((sum, p) => sum + p.x, 0) / row.length
  const tall = Math.max(...row.map((p) => p.height))
  const wide = Math.max(...row.map((p) => Math.abs(p.x - x) + p.width))
  const y = row[0]!.row === 'bust' ? frame.H * 0.5 : ground.y(x) - tall * 0.4
  stage.add(ground.depth, ({ ink }) => {
    ink.save()
    ink.globalCompositeOperation = 'lighter'
    halo(ink, x, y, Math.min(frame.W * 0.5, Math.max(tall * 1.1, wide * 1.3)), light.rim, 0.3 + dark * 0.5)
    ink.restore()
  })
}
