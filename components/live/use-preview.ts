'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { projectKeys } from '@/components/project/queries'
import type { FramePreview } from '@/lib/live/contract'

/** A task's picture as it last formed, or undefined while none has arrived. Filled by live events only. */
export function usePreview(projectId: string, taskId: string): FramePreview | undefined {
  return useQuery<FramePreview>({ queryKey: projectKeys.preview(projectId, taskId), queryFn: skipToken }).data
}
