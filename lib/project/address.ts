import type { Slot } from '@/lib/storyboard/schema'

const FOLDERS: Record<Slot, { folder: string; extension: string }> = {
  frame: { folder: 'frames', extension: 'png' },
  clip: { folder: 'clips', extension: 'mp4' },
  narration: { folder: 'audio', extension: 'wav' },
}

/** Where a scene's asset is fetched: `/data/frames/{project}/{scene}-{fingerprint}.png`. */
export function slotUrl(projectId: string, sceneId: string, slot: Slot, fingerprint: string): string {
  const { folder, extension } = FOLDERS[slot]
  return `/data/${folder}/${projectId}/${sceneId}-${fingerprint}.${extension}`
}

/** Where the file of an export is fetched. */
export const exportUrl = (projectId: string, exportId: string): string =>
  `/api/projects/${projectId}/exports/${exportId}/file`

/** Where a film and what belongs to it is fetched: `/data/final/{project}/{fingerprint}.mp4`. */
export const filmUrl = (projectId: string, fingerprint: string, extension: string): string =>
  `/data/final/${projectId}/${fingerprint}.${extension}`
