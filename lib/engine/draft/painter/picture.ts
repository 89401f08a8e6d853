/** Picture: the still key frame of a scene. */
import type { FrameRequest } from '@/lib/engine/contract'
import { drawKeyFrame } from './draw'
import { paintLayers } from './layers'
import type { PaintCanvas, Surface } from './surface'

/** A canvas of exactly the request's size. */
export async function paintPicture(request: FrameRequest, surface: Surface): Promise<PaintCanvas> {
  const scene = await paintLayers(request, surface)
  const canvas = surface.createCanvas(request.width, request.height)
  drawKeyFrame(canvas.getContext('2d'), scene)
  return canvas
}
