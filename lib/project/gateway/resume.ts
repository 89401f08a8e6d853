import { StudioError } from '@/lib/base/errors'
import { SLOTS } from '@/lib/storyboard/schema'
import type { ProjectView } from '../schema'
import { getProjectView } from '../service'
import type { RESUME_STAGES } from './requests'

export type ResumeStage = (typeof RESUME_STAGES)[number]

const STAGE_OF = { frame: 'frames', clip: 'clips', narration: 'narration' } as const

/** The stages before each, in the order of the pipeline. */
const BEFORE: Record<ResumeStage, readonly (typeof STAGE_OF)[keyof typeof STAGE_OF][]> = {
  storyboard: [],
  frames: [],
  clips: ['frames'],
  narration: ['frames', 'clips'],
}

export interface MissingStage {
  stage: ResumeStage
  /** Empty when the whole stage is missing. */
  scene_ids: string[]
}

/** What would have to be made before `from` could be the first stage to run. */
export function missingBefore(
  view: Pick<ProjectView, 'storyboard' | 'scenes'>,
  from: ResumeStage,
): MissingStage[] {
  if (from === 'storyboard') return []
  if (!view.storyboard) return [{ stage: 'storyboard', scene_ids: [] }]
  return SLOTS.flatMap((slot): MissingStage[] => {
    const stage = STAGE_OF[slot]
    if (!BEFORE[from].includes(stage)) return []
    const missing = view.scenes.filter((scene) => scene.slots[slot].state !== 'ready')
    return missing.length > 0 ? [{ stage, scene_ids: missing.map((scene) => scene.id) }] : []
  })
}

/** Throws `conflict` that names what is missing. */
export async function checkResume(projectId: string, from: ResumeStage): Promise<void> {
  const missing = missingBefore(await getProjectView(projectId), from)
  if (missing.length === 0) return
  const named = missing.map((m) => m.stage).join(', ')
  throw new StudioError('conflict', `Cannot resume from ${from}: not made yet: ${named}.`, {
    details: { missing },
  })
}
