import { loadImage } from '@napi-rs/canvas'
import { StudioError } from '@/lib/base/errors'
import { figure } from '@/lib/engine/connection/card'
import type { ClipRequest } from '@/lib/engine/contract'
import type { CameraMove, Size } from '@/lib/storyboard/schema'
import { covered } from '../picture'
import { nearestSize, sizeLimits, sizeText } from '../size'
import type { RemoteSource } from '../source'
import type { FormFile } from './form'

/** For models that are told in words what happens; the picture says the rest. */
const MOTION: Record<CameraMove, string> = {
  still: 'The camera stands still.',
  'push-in': 'The camera pushes in slowly.',
  'pull-out': 'The camera pulls out slowly.',
  'pan-left': 'The camera pans left slowly.',
  'pan-right': 'The camera pans right slowly.',
  'tilt-up': 'The camera tilts up slowly.',
  'tilt-down': 'The camera tilts down slowly.',
}

export interface ClipOrder {
  fields: Record<string, string>
  file: FormFile
  size: Size
}

/** What is asked of the model for a scene: its own length, at most its own size, near the film's shape. */
export async function clipOrder(source: RemoteSource, request: ClipRequest): Promise<ClipOrder> {
  const { card, model } = source
  const wanted = { width: request.width, height: request.height }
  const limits = sizeLimits(card)
  const size = limits ? nearestSize(wanted, limits) : wanted
  const fields = card.capabilities
    ? ownFields(source, request, size)
    : { prompt: MOTION[request.camera], size: sizeText(size) }
  const image = await loadImage(request.frame.path).catch((error) => {
    throw new StudioError('internal', 'the frame of a clip does not decode', { cause: error })
  })
  return {
    fields: { model, ...fields, seed: String(request.seed) },
    file: {
      name: 'input_reference',
      fileName: 'frame.png',
      type: 'image/png',
      // In the clip's own shape, so that no service has to decide what to cut off.
      bytes: await covered(image, size),
    },
    size,
  }
}

function ownFields(
  { base: { abilities }, card }: RemoteSource,
  { fps, camera }: ClipRequest,
  { width, height }: Size,
): Record<string, string> {
  const rate = fps ?? abilities.clip?.fps
  return {
    width: String(width),
    height: String(height),
    ...(abilities.clip ? { num_frames: String(framesOf(card, abilities.clip.frames)) } : {}),
    ...(rate ? { fps: String(rate) } : {}),
    ...(card.capabilities?.prompt === true ? { prompt: MOTION[camera] } : {}),
  }
}

function framesOf(card: RemoteSource['card'], usual: number): number {
  const most = figure(card, 'limits', 'max_frames') ?? usual
  return Math.max(figure(card, 'limits', 'min_frames') ?? 1, Math.min(most, usual))
}
