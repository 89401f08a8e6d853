/**
 * Paints `public/styles/{id}.jpg`, the sample picture of each style on the desk: `node --import tsx scripts/style-samples.ts`.
 * Run it again when a style or the draft painter changes.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import { paintPicture } from '@/lib/engine/draft/painter/picture'
import { encodePng, nodeSurface } from '@/lib/engine/draft/painter/surface-node'
import { STYLES } from '@/lib/storyboard/styles'

const SAMPLE = { width: 384, height: 216 }
const SCENE =
  'wide shot of a girl and a small fox on a hill, a village among mountains, a sunny day, a few clouds'
const SEED = 11
/** The part of the picture where the eye goes: a sample is small. */
const CROP = { x: 330, y: 190, width: 800, height: 450 }

await mkdir('public/styles', { recursive: true })
for (const style of STYLES) {
  const painted = await paintPicture(
    {
      prompt: { scene: SCENE, cast: [], style: style.prompt, negative: '' },
      width: 1280,
      height: 720,
      steps: null,
      guidance: null,
      seed: SEED,
    },
    nodeSurface,
  )
  const canvas = createCanvas(SAMPLE.width, SAMPLE.height)
  const picture: Image = await loadImage(await encodePng(painted))
  canvas
    .getContext('2d')
    .drawImage(picture, CROP.x, CROP.y, CROP.width, CROP.height, 0, 0, SAMPLE.width, SAMPLE.height)
  await writeFile(`public/styles/${style.id}.jpg`, await canvas.encode('jpeg', 84))
  console.log(`public/styles/${style.id}.jpg`)
}
