import type { TakeKey } from '@/lib/asset/takes'
import { StudioError } from '@/lib/base/errors'
import { idOf } from '@/lib/base/http'
import {
  fingerprintSchema,
  idSchema,
  type Scene,
  type Slot,
  type Storyboard,
  slotSchema,
} from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import { getProject } from '../store'

/** Where takes lie: one slot of one scene. */
export interface TakePlace {
  projectId: string
  sceneId: string
  slot: Slot
}

interface PlaceParams {
  id: string
  sceneId: string
  slot: string
}

export interface TakeParams extends PlaceParams {
  fingerprint: string
}

/** From a path; what cannot be a name names nothing. Throws `not_found`. */
export function placeOf({ id, sceneId, slot }: PlaceParams): TakePlace {
  const parsed = slotSchema.safeParse(slot)
  if (!parsed.success) throw new StudioError('not_found', 'A take is a frame, a clip or a narration.')
  return { projectId: idOf(id, 'project'), sceneId: sceneOf(sceneId), slot: parsed.data }
}

export function sceneOf(sceneId: string): string {
  if (!idSchema.safeParse(sceneId).success) throw noScene()
  return sceneId
}

export function takeOf({ fingerprint, ...params }: TakeParams): TakeKey {
  if (!fingerprintSchema.safeParse(fingerprint).success) throw noTake()
  return { ...placeOf(params), fingerprint }
}

export const noTake = () => new StudioError('not_found', 'There is no such take.')
const noScene = () => new StudioError('not_found', 'There is no such scene.')

/** The newest storyboard and the scene in it. Throws `not_found`, also for a project that is deleted or not written. */
export async function needScene(
  projectId: string,
  sceneId: string,
): Promise<{ board: Storyboard; scene: Scene }> {
  const { revision } = await getProject(projectId)
  const board = revision > 0 ? (await getRevision(projectId, revision)).storyboard : undefined
  const scene = board?.scenes.find((own) => own.id === sceneId)
  if (!board || !scene) throw noScene()
  return { board, scene }
}
