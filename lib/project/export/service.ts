import { z } from 'zod'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { assetFile } from '@/lib/asset/served-file'
import { findAsset, findAssets } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import type { ServedFile } from '@/lib/base/http-file'
import { findFfmpeg } from '@/lib/media/ffmpeg'
import type { Manifest } from '@/lib/plan/manifest'
import { startTarget } from '@/lib/production/target'
import { findTask, listTargets, type TaskRow } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'
import { exportUrl } from '../address'
import { getProjectView } from '../service'
import { findFilms, getProject } from '../store'
import { collectBundle } from './collect'
import { documentOf, paperOf } from './content'
import { filmFile, type WantedFile } from './film-recipes'
import { readNewest } from './older'
import { type Exported, type ExportRequest, type ExportView, exportedSchema } from './schema'

/** As many as the page lists. */
const MOST = 20

/**
 * Begins to make a file, or finds it made already. Throws `not_found`, and `conflict` while there is no film or no
 * storyboard, or when something that the film was cut from is gone.
 */
export async function startExport(projectId: string, request: ExportRequest): Promise<ExportView> {
  const wanted = await wantedFile(projectId, request)
  const target = await startTarget(projectId, {
    type: 'export',
    exported: { recipes: wanted.recipes, what: { ...wanted.what } },
  })
  const [view] = await viewsOf([target])
  return view as ExportView
}

/** What was asked for, newest first; of what was asked for twice, the last time. */
export async function listExports(projectId: string): Promise<ExportView[]> {
  await getProject(projectId)
  const seen = new Set<string>()
  const rows = (await listTargets(projectId, 2 * MOST, ['export'])).filter((row) => {
    const { fingerprint } = goalOf(row)
    return seen.has(fingerprint) ? false : seen.add(fingerprint)
  })
  return viewsOf(rows.slice(0, MOST))
}

export interface ExportFile {
  file: ServedFile
  what: Exported
}

/** The file of an export. Throws `not_found`, also for another project's, and `conflict` while it is not made. */
export async function findExport(projectId: string, id: string): Promise<ExportFile> {
  const row = await findTask(id)
  if (!row?.target || row.type !== 'export' || row.projectId !== projectId) throw noExport()
  const { fingerprint, what } = goalOf(row)
  const asset = await findAsset(fingerprint)
  if (asset) return { file: await assetFile(asset), what }
  if (row.status !== 'done') {
    throw new StudioError('conflict', `export ${id} is ${row.status}`, {
      userMessage: 'This file is not made yet. Its task says how far it is.',
    })
  }
  throw new StudioError('not_found', `export ${id} was swept`, {
    userMessage: 'This file was cleaned away after a week. Export it again.',
  })
}

const noExport = () =>
  new StudioError('not_found', 'no such export', { userMessage: 'There is no such export.' })

async function wantedFile(projectId: string, request: ExportRequest): Promise<WantedFile> {
  const { format } = request
  if (format === 'pdf') return await wantedPaper(projectId)
  if (format === 'zip') return await wantedBundle(projectId)
  await getProject(projectId)
  const [film] = await findFilms([projectId])
  if (!film) throw new StudioError('conflict', 'There is no film yet. Render it first, then export it.')
  const wanted = filmFile(film.manifest as unknown as Manifest, request, (await findFfmpeg()).build)
  if (!wanted) {
    throw new StudioError('conflict', `the manifest of film ${film.id} has no recipes`, {
      userMessage: 'An older studio made this film. Render it again, then export it.',
    })
  }
  return wanted
}

const NO_PICTURE = { width: null, height: null, captions: null }

async function wantedPaper(projectId: string): Promise<WantedFile> {
  const view = await getProjectView(projectId)
  const paper = paperOf(view)
  if (!paper) {
    throw new StudioError('conflict', 'The storyboard is not written yet: there is nothing to export.')
  }
  const { title, revision } = view
  const what = { format: 'pdf', title, ...NO_PICTURE, film: null, revision } as const
  return { recipes: [await documentOf('pdf', paper)], what }
}

async function wantedBundle(projectId: string): Promise<WantedFile> {
  const { revision } = await getProject(projectId)
  const bundle = await collectBundle(projectId)
  const film = (bundle.manifest as Manifest | null)?.fingerprint ?? null
  const what = { format: 'zip', title: bundle.project.title, ...NO_PICTURE, film, revision } as const
  return { recipes: [await documentOf('zip', bundle)], what }
}

/** The studio wrote the recipes itself; only the last one is of use here, and there may be a thousand. */
const payloadSchema = z.object({
  exported: z.object({ recipes: z.array(z.unknown()).min(1), what: exportedSchema }),
})

function goalOf(row: TaskRow): { fingerprint: string; what: Exported } {
  const { recipes, what } = payloadSchema.parse(row.payload).exported
  return { fingerprint: fingerprintOf(recipes.at(-1) as Recipe), what }
}

async function viewsOf(rows: readonly TaskRow[]): Promise<ExportView[]> {
  const [row] = rows
  if (!row) return []
  const tasks = await taskViews(rows)
  const goals = rows.map(goalOf)
  const assets = await findAssets(goals.map(({ fingerprint }) => fingerprint))
  const olderOf = await readNewest(row.projectId)
  return await Promise.all(
    rows.map(async ({ id, projectId }, i) => {
      const { fingerprint, what } = goals[i] as ReturnType<typeof goalOf>
      const asset = assets.get(fingerprint)
      const task = tasks[i] as ExportView['task']
      const file = asset && {
        url: exportUrl(projectId, id),
        bytes: asset.bytes,
        madeAt: asset.createdAt.toISOString(),
      }
      return { ...what, id, task, file: file ?? null, older: await olderOf(what) }
    }),
  )
}
