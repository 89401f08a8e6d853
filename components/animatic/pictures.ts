/** Pictures: what can be shown of a scene, best first. */
import type { FrameRequest } from '@/lib/engine/contract'
import { DRAFT_ENGINES } from '@/lib/engine/draft/identities'
import type { Knowledge } from '@/lib/plan/knowledge'
import { engineOf, frameRecipe, frameRequestOf } from '@/lib/plan/recipes'
import type { SlotPlan } from '@/lib/plan/slots'
import { slotUrl } from '@/lib/project/address'
import type { Scene, Slot, Storyboard } from '@/lib/storyboard/schema'
import { paintKey } from './paint/paint-key'

/** `key` says what it is: two sources of one key show the same. */
export type PictureSource = ClipSource | FrameSource | PaintingSource

export interface ClipSource {
  kind: 'clip'
  key: string
  url: string
  /** As the studio measured them, else 0. */
  frames: number
  fps: number
}

/** A picture that a camera moves over. */
export interface FrameSource {
  kind: 'frame'
  key: string
  url: string
}

/** Sheets that a camera moves between, drawn in the page. */
export interface PaintingSource {
  kind: 'painting'
  key: string
  request: FrameRequest
}

const PAINTER = 'draft/painter@'

/** What the draft painter would draw for a scene, whichever engine its frame is to come from. */
export const draftRequestOf = (board: Storyboard, scene: Scene): FrameRequest =>
  frameRequestOf(frameRecipe(board, scene, DRAFT_ENGINES.frame))

/**
 * The chosen clip, the chosen frame, a painting. Where a better engine than the painter is at work, an older take of it
 * comes before a painting: it is closer to the film that is wanted.
 */
export function picturesOf(
  board: Storyboard,
  scene: Scene,
  slots: Record<Slot, SlotPlan>,
  known: Knowledge,
  projectId: string,
): PictureSource[] {
  const { frame, clip } = slots
  const isDraft = engineOf(scene, 'frame', board.settings).startsWith(PAINTER)
  const clipOf = (fingerprint: string | null): PictureSource[] => {
    if (!fingerprint) return []
    const { frames, fps } = known.assets.get(fingerprint)?.facts ?? {}
    const url = slotUrl(projectId, scene.id, 'clip', fingerprint)
    return [{ kind: 'clip', key: fingerprint, url, frames: Number(frames ?? 0), fps: Number(fps ?? 0) }]
  }
  const frameOf = (fingerprint: string | null): PictureSource[] => {
    const recipe = fingerprint ? known.assets.get(fingerprint)?.recipe : undefined
    if (!fingerprint || !recipe) return []
    // As the draft camera does: it moves between the sheets of what the painter drew.
    if (recipe.engine.startsWith(PAINTER)) return [paintingOf(frameRequestOf(recipe))]
    const url = slotUrl(projectId, scene.id, 'frame', fingerprint)
    return [{ kind: 'frame', key: fingerprint, url }]
  }
  const older = isDraft ? [] : [...clipOf(clip.shown), ...frameOf(frame.shown)]
  const painting = paintingOf(draftRequestOf(board, scene))
  const sources = [...clipOf(clip.chosen), ...frameOf(frame.chosen), ...older, painting]
  return sources.filter((source, i) => sources.findIndex(({ key }) => key === source.key) === i)
}

const paintingOf = (request: FrameRequest): PaintingSource => ({
  kind: 'painting',
  key: paintKey(request),
  request,
})
