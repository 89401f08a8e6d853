import { startTarget } from '@/lib/production/target'
import { storyBriefSchema } from '@/lib/storyboard/brief'
import { getRevision } from '@/lib/storyboard/store'
import type { TaskRow } from '@/lib/task/store'
import { storyBriefOf } from '../brief'
import type { Brief } from '../schema'
import { getProject, updateProject } from '../store'

/** Writes a project's storyboard anew, as its next revision; format, voice and engines stay as they are. */
export async function rewriteStoryboard(projectId: string, brief: Brief): Promise<TaskRow> {
  const project = await getProject(projectId)
  const wanted = await storyBriefOf(brief)
  const settings =
    project.revision > 0
      ? (await getRevision(projectId, project.revision)).storyboard.settings
      : storyBriefSchema.parse(project.brief).settings
  const style = brief.style === '' ? settings.style : wanted.settings.style
  const next = { ...wanted, settings: { ...settings, style } }
  await updateProject(projectId, { brief: next, story: next.story, style: style.prompt })
  return await startTarget(projectId, { type: 'storyboard' })
}
