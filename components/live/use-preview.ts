'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { projectKeys } from '@/components/project/queries'
import type { FramePreview } from '@/lib/live/contract'

/** The scene's picture as it last formed, or undefined while none has arrived. Filled by live events only. */
export function usePreview(projectId: string, sceneId: string): FramePreview | undefined {
  return useQuery<FramePreview>({ queryKey: projectKeys.preview(projectId, sceneId), queryFn: skipToken })
    .data
}
