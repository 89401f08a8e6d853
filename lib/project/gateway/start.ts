/** Starts the work of a published call: on a project's scenes, or in a hidden project made for it. */
import { env } from '@/lib/base/env'
import { type FieldProblem, StudioError } from '@/lib/base/errors'
import { defaultEngines } from '@/lib/engine/registry'
import { startTarget } from '@/lib/production/target'
import { storyBriefSchema } from '@/lib/storyboard/brief'
import type { Settings, Size, Storyboard } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import type { TargetType } from '@/lib/task/schema'
import { countUnfinished, type TaskRow } from '@/lib/task/store'
import { storyBriefOf } from '../brief'
import { briefSchema } from '../schema'
import { getProject, type ProjectRow } from '../store'
import { abilitiesOf } from './abilities'
import { changeBoard, insertBoard, type NewTakes } from './edit'
import { boardOf, changedBoard, type SceneChange } from './items'
import { applyOptions, type GivenOptions, readOptions } from './options'

/** Throws `queue_full` when there is more to do than the studio takes on. */
export async function permitWork(): Promise<void> {
  if ((await countUnfinished()) < env.queueMax) return
  throw new StudioError('queue_full', 'The queue is full. Try again when some of its work is done.')
}

export interface StageCall {
  type: TargetType
  projectId: string | undefined
  sceneIds?: string[] | undefined
  items: SceneChange[]
  /** Assets the items pin. */
  takes?: NewTakes
  options: GivenOptions
  style?: string
  language: string
  /** The film's size when neither options nor project say one. */
  size?: Size | undefined
  format?: 'wav' | 'mp3'
  warnings?: string[]
}

export const startStage = (call: StageCall): Promise<TaskRow> =>
  call.projectId === undefined ? startAlone(call) : startIn(call.projectId, call)

async function startAlone(call: StageCall): Promise<TaskRow> {
  const engines = await defaultEngines()
  const { changes, warnings } = readOptions(call.options, await abilitiesOf(engines))
  const words = call.items
    .map(({ change }) => change.narration || change.prompt || '')
    .join('\n')
    .trim()
  const brief = await storyBriefOf(
    briefSchema.parse({ story: words.slice(0, 100_000) || call.type, style: call.style ?? '' }),
    { film: changes.film ?? call.size },
  )
  const settings: Settings = {
    ...brief.settings,
    // Whoever writes the prompts writes all of them: no style of ours goes in unasked.
    style: call.style ? brief.settings.style : { id: 'custom', prompt: '' },
  }
  const { board, callerIds } = boardOf(call.items, settings, call.language)
  const projectId = await insertBoard(applyOptions(board, changes), brief, call.takes ?? [])
  return await startTarget(projectId, {
    type: call.type,
    callerIds: Object.fromEntries(callerIds),
    format: call.format ?? 'wav',
    warnings: [...(call.warnings ?? []), ...warnings],
  })
}

async function startIn(projectId: string, call: StageCall): Promise<TaskRow> {
  const project = await getProject(projectId)
  const { changes, warnings } = readOptions(call.options, await abilitiesOf(await enginesOf(project)))
  const isChange = call.items.length > 0 || Object.keys(changes).length > 0
  if (isChange || call.sceneIds || project.revision > 0) {
    await changeBoard(
      projectId,
      (board) => {
        checkScenes(board, call.sceneIds ?? [], 'scene_ids')
        const { board: edited, unknown } = changedBoard(board, call.items)
        if (unknown.length > 0) throw noSuchScenes(unknown, 'scene_id')
        return applyOptions(edited, changes)
      },
      call.takes,
    )
  }
  const named = call.items.map((item) => String(item.callerId))
  return await startTarget(projectId, {
    type: call.type,
    sceneIds: named.length > 0 ? named : (call.sceneIds ?? null),
    format: call.format ?? 'wav',
    warnings: [...(call.warnings ?? []), ...warnings],
  })
}

async function enginesOf({ id, revision, brief }: ProjectRow): Promise<Settings['engines']> {
  const settings =
    revision > 0
      ? (await getRevision(id, revision)).storyboard.settings
      : storyBriefSchema.parse(brief).settings
  return settings.engines
}

function checkScenes(board: Storyboard, ids: readonly string[], field: string): void {
  const own = new Set(board.scenes.map((scene) => scene.id))
  const unknown = ids.filter((id) => !own.has(id))
  if (unknown.length > 0) throw noSuchScenes(unknown, field)
}

function noSuchScenes(ids: readonly string[], field: string): StudioError {
  const details: FieldProblem[] = ids.map((id) => ({
    field,
    expected: `no scene ${JSON.stringify(id)} in this project`,
  }))
  return new StudioError('not_found', 'The project has no such scene.', { details })
}
