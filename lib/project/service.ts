import { db } from '@/lib/base/db'
import { invalidInput } from '@/lib/base/errors'
import { cancelTask, startTarget as startProductionTarget, type TargetRequest } from '@/lib/production/target'
import { isSpeakable, SPEAKABLE_TEXT } from '@/lib/storyboard/speakable'
import type { TaskView } from '@/lib/task/schema'
import { listTargets } from '@/lib/task/store'
import { taskViewOf } from '@/lib/task/view'
import { type BriefChanges, storyBriefOf } from './brief'
import { cardsOf } from './card'
import { retitle } from './edit'
import type { Brief, ProjectCard, ProjectView } from './schema'
import {
  copyProject,
  findProjects,
  getProject,
  insertProject,
  type ProjectSort,
  updateProject,
} from './store'
import { viewOf } from './view'
import { getWorkspace } from './workspace'

export interface CreateOptions {
  make: 'film' | 'storyboard'
  /** Of the published API: not on the desk, swept after a week. */
  hidden?: boolean
  changes?: BriefChanges
  /** Named in the result: options that could not be kept. */
  warnings?: string[]
}

/** Makes a project of a story and starts the work on it. */
export async function createProject(
  brief: Brief,
  options: CreateOptions,
): Promise<{ projectId: string; targetId: string }> {
  const stored = await storyBriefOf(brief, options.changes)
  if (!isSpeakable(stored.story)) throw invalidInput([{ field: 'story', expected: SPEAKABLE_TEXT }])
  const project = await insertProject({ title: stored.title, brief: stored, hidden: options.hidden ?? false })
  const target = await startProductionTarget(project.id, {
    type: options.make === 'film' ? 'render' : 'storyboard',
    warnings: options.warnings ?? [],
  })
  return { projectId: project.id, targetId: target.id }
}

/** The projects on the desk. */
export async function listProjects(query: { search: string; sort: ProjectSort }): Promise<ProjectCard[]> {
  return cardsOf(await findProjects(query.search.trim(), query.sort))
}

export const getProjectView = async (id: string): Promise<ProjectView> => viewOf(await getWorkspace(id))

/** Names the film everywhere: on the desk, in its storyboard, and so in the next film. `client` may take it back. */
export async function renameProject(id: string, title: string, client = ''): Promise<void> {
  const name = title.trim()
  if (name === '') throw invalidInput([{ field: 'title', expected: 'must not be empty' }])
  await retitle(id, name, { client })
}

/** Off the desk and its work stopped; nothing is thrown away yet, so that it can be brought back. */
export async function deleteProject(id: string): Promise<void> {
  await getProject(id)
  for (const target of await listTargets(id, 20)) if (!target.endedAt) await cancelTask(target.id)
  await updateProject(id, { deletedAt: new Date() })
}

export async function restoreProject(id: string): Promise<void> {
  await getProject(id, { deletedToo: true })
  await updateProject(id, { deletedAt: null })
}

export async function duplicateProject(id: string): Promise<string> {
  const row = await getProject(id)
  const names = new Set((await db().project.findMany({ select: { title: true } })).map((p) => p.title))
  let title = `${row.title} 2`
  for (let n = 3; names.has(title); n++) title = `${row.title} ${n}`
  return (await copyProject(row, title)).id
}

export async function startTarget(id: string, request: TargetRequest): Promise<TaskView> {
  await getProject(id)
  return taskViewOf(await startProductionTarget(id, request))
}
