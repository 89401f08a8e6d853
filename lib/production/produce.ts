/**
 * Production: the one place that turns a plan into tasks. `produce` compares what live targets want with what exists
 * and enqueues what is missing and not blocked. It is called when a target is asked for, when a task ends, when a
 * runner starts and on a slow sweep; there is no stored graph of tasks, so a crash leaves nothing to repair.
 */
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { ingredientsOf } from '@/lib/asset/ingredients'
import type { Recipe } from '@/lib/asset/recipe'
import { findAssets } from '@/lib/asset/store'
import { keepTake } from '@/lib/asset/takes'
import { inTransaction, type Tx } from '@/lib/base/db'
import type { ErrorShape } from '@/lib/base/errors'
import { bareKnowledge } from '@/lib/plan/knowledge'
import { manifestOf } from '@/lib/plan/manifest'
import { storyboardRecipe } from '@/lib/plan/recipes'
import { type WorkPlan, workOf } from '@/lib/plan/slots'
import { composeStoryboard, type WrittenStoryboard } from '@/lib/storyboard/compose'
import { SLOTS } from '@/lib/storyboard/schema'
import { getRevision, writeRevision } from '@/lib/storyboard/store'
import { openQueue } from '@/lib/task/queue'
import { type MakingType, type TargetPayload, targetPayloadSchema } from '@/lib/task/schema'
import { failuresIn, listWork, liveTargets, settleTask, type TaskRow, updateTarget } from '@/lib/task/store'
import { enqueueWork } from './enqueue'
import { type LoadedPlan, loadPlan } from './lookup'
import { neededWork, remadeWork } from './remade'
import { announceProject, keepFilm, lockProject, type ProducedProject } from './store'
import { countWork, progressOf, type WantedWork, wantedWork } from './wanted'

/** Brings every live target of a project one step on. Throws only when the database or ffmpeg cannot be reached. */
export async function produce(projectId: string): Promise<void> {
  await openQueue('send')
  await inTransaction(async (tx) => {
    const project = await lockProject(tx, projectId)
    for (const target of await liveTargets(tx, projectId)) await advance(tx, project, target)
  })
}

async function advance(tx: Tx, project: ProducedProject, target: TaskRow): Promise<void> {
  const work = await listWork(tx, target.id)
  const failures = failuresIn(work)
  const payload = targetPayloadSchema.loose().parse(target.payload)
  if (payload.exported) {
    const recipes = payload.exported.recipes as unknown as Recipe[]
    const wanted = await neededWork(tx, recipes, failures)
    return goOn(tx, project, target, { wanted, plan: null, work, payload, revision: project.revision })
  }
  const revision = target.revision ?? (await writeStoryboard(tx, project, target, failures))
  if (revision === null) return
  const { storyboard } = await getRevision(project.id, revision, tx)
  const expected = work.flatMap((row) => row.fingerprint ?? [])
  const { again } = payload
  const anchors = again?.anchors
  const loaded = await loadPlan({ projectId: project.id, board: storyboard, failures, expected, anchors }, tx)
  const first = again ? await remadeWork(tx, again.recipes as unknown as Recipe[], failures) : []
  const isAgain = first.some(({ work }) => work.state !== 'ready')
  const whole = wantedWork(loaded.plan, target.type as MakingType, payload.sceneIds)
  const wanted = isAgain ? first : whole
  // What a film made again is cut and joined from comes first, and is not nearly all of it.
  const later = isAgain ? whole.filter(({ type }) => type === 'segment' || type === 'film') : []
  await keepResults(tx, project, revision, loaded)
  await goOn(tx, project, target, { wanted, later, plan: loaded.plan, work, payload, revision })
}

interface Standing {
  wanted: readonly WantedWork[]
  /** What comes when all of that is there: it counts, and cannot be begun. */
  later?: readonly WantedWork[]
  /** Null where recipes alone say what is wanted. */
  plan: LoadedPlan['plan'] | null
  /** What the target asked for already. */
  work: readonly TaskRow[]
  payload: TargetPayload
  revision: number
}

/** Enqueues what can be made, or ends the target when nothing is left to do. */
async function goOn(tx: Tx, project: ProducedProject, target: TaskRow, standing: Standing): Promise<void> {
  const { wanted, later = [], plan, work, payload, revision } = standing
  const live = await enqueueMissing(tx, project, target, wanted)
  if (wanted.every((w) => w.work.state === 'ready')) {
    await settleTask(tx, target.id, { status: 'done', result: { revision } })
    return
  }
  if (live === 0) {
    await settleTask(tx, target.id, { status: 'error', error: failureOf(wanted), result: { revision } })
    return
  }
  const all = [...wanted, ...later]
  const counts = countWork(all, plan)
  const running = new Map(
    work.map((row) => [row.fingerprint ?? '', row.status === 'running' ? row.progress : 0]),
  )
  await updateTarget(tx, target, {
    payload: { ...payload, counts },
    progress: progressOf(all, counts, running),
    revision,
  })
}

/** Null while the storyboard is still being written, or cannot be. */
async function writeStoryboard(
  tx: Tx,
  project: ProducedProject,
  target: TaskRow,
  failures: ReadonlyMap<string, ErrorShape>,
): Promise<number | null> {
  // Only a target for the storyboard itself has one written that is there already.
  if (project.revision > 0 && target.type !== 'storyboard') return project.revision
  const { brief } = project
  const recipe = storyboardRecipe(brief)
  const fingerprint = fingerprintOf(recipe)
  const assets = await findAssets([fingerprint], tx)
  const written = assets.get(fingerprint)?.facts.storyboard
  if (written) {
    const composed = composeStoryboard(written as WrittenStoryboard, brief)
    // It may have been named while the storyboard was being written.
    const storyboard = { ...composed, title: project.title || composed.title }
    project.revision = await writeRevision(tx, project.id, { storyboard, operation: null, client: '' })
    return project.revision
  }
  const work = workOf(recipe, null, bareKnowledge(new Map(), failures))
  const wanted: WantedWork[] = [{ type: 'storyboard', work }]
  if ((await enqueueMissing(tx, project, target, wanted)) === 0) {
    await settleTask(tx, target.id, { status: 'error', error: failureOf(wanted) })
    return null
  }
  const payload = targetPayloadSchema.loose().parse(target.payload)
  await updateTarget(tx, target, {
    payload: { ...payload, counts: countWork(wanted, null) },
    progress: 0,
  })
  return null
}

/** Answers how much of the wanted work is on its way. */
async function enqueueMissing(
  tx: Tx,
  project: ProducedProject,
  target: TaskRow,
  wanted: readonly WantedWork[],
): Promise<number> {
  let live = 0
  const seen = new Set<string>()
  for (const { type, work } of wanted) {
    if (work.state !== 'missing' || !work.fingerprint || !work.recipe || seen.has(work.fingerprint)) continue
    seen.add(work.fingerprint)
    const { fingerprint, recipe } = work
    await enqueueWork(tx, {
      target,
      projectId: project.id,
      type,
      sceneId: work.sceneId,
      fingerprint,
      recipe,
    })
    live++
  }
  return live
}

/** What exists of the current recipes becomes takes of its scenes, and a finished film a row of the project. */
async function keepResults(
  tx: Tx,
  project: ProducedProject,
  revision: number,
  { plan, known }: LoadedPlan,
): Promise<void> {
  let hasTakes = false
  for (const scene of plan.board) {
    for (const slot of SLOTS) {
      const { chosen, recipe } = scene.slots[slot]
      if (!chosen || !recipe || known.takes.get(`${scene.sceneId}/${slot}`)?.includes(chosen)) continue
      const isNew = await keepTake(tx, {
        projectId: project.id,
        sceneId: scene.sceneId,
        slot,
        fingerprint: chosen,
      })
      hasTakes = isNew || hasTakes
    }
  }
  let hasFilm = false
  // A film may outlive what it was cut from; its manifest lists that, so it waits until all of it is here again.
  const parts = [plan.film, ...plan.scores, ...plan.scenes.map(({ segment }) => segment)]
  if (parts.every(({ state }) => state === 'ready')) {
    const board = (await getRevision(project.id, revision, tx)).storyboard
    const assets = [...(await ingredientsOf([plan.film.fingerprint ?? ''], tx)).values()]
    hasFilm = await keepFilm(tx, project.id, manifestOf(board, revision, { plan, known, assets }))
  }
  if (hasFilm) await announceProject(tx, project)
  else if (hasTakes) await announceProject(tx, project, 'takes')
}

/** The first failure in the order of the film, with the stage and the scene it stopped at. */
function failureOf(wanted: readonly WantedWork[]): ErrorShape {
  const failed = wanted.find((w) => w.work.state === 'failed')
  const error = failed?.work.error
  const stage = failed?.type ?? wanted.find((w) => w.work.state === 'blocked')?.type ?? 'film'
  const scene: WorkPlan['sceneId'] = failed?.work.sceneId ?? null
  return {
    code: error?.code ?? 'internal',
    message: error?.message ?? 'Nothing is left that could be made, yet the work is not complete.',
    details: { stage, scene_id: scene, ...(error?.details === undefined ? {} : { cause: error.details }) },
  }
}
