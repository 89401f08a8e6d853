import { type OnProgress, sendBody } from '@/components/http/send-file'
import type { UploadedTake } from '@/lib/project/take/schema'
import type { Slot } from '@/lib/storyboard/schema'

export type { OnProgress }

export interface UploadPath {
  projectId: string
  sceneId: string
  slot: Slot
}

/** Throws an `ApiError`, or the signal's reason. */
export const sendFile = (
  { projectId, sceneId, slot }: UploadPath,
  file: File,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<UploadedTake> =>
  sendBody<UploadedTake>({
    method: 'PUT',
    path: `/api/projects/${projectId}/scenes/${sceneId}/takes/${slot}`,
    file,
    signal,
    onProgress,
  })
