/** What a target has made, in the words of the published API. */
import type { KnownAsset } from '@/lib/plan/knowledge'
import type { ScenePlan } from '@/lib/plan/plan'
import { type LoadedPlan, loadPlan } from '@/lib/production/lookup'
import { type Scene, SLOTS, type Slot, type Storyboard } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import { type MakingType, type TargetPayload, targetPayloadSchema } from '@/lib/task/schema'
import { listFailures, type TaskRow } from '@/lib/task/store'
import { exportUrl, filmUrl, slotUrl } from '../address'
import { getProject } from '../store'
import { writerWarnings } from '../writer-warnings'
import type { ResultAnswer, SceneAnswer } from './answers'
import type { CallerId } from './fields'

/** Null while there is no storyboard: then nothing is made. */
export async function resultOf(target: TaskRow): Promise<ResultAnswer | null> {
  if (target.type === 'export') {
    const file = target.status === 'done' ? exportUrl(target.projectId, target.id) : null
    return { file, warnings: [] }
  }
  const revision = target.revision ?? (target.result as { revision?: number } | null)?.revision
  if (!revision) return null
  const { storyboard: board } = await getRevision(target.projectId, revision)
  const payload = targetPayloadSchema.parse(target.payload)
  const type = target.type as MakingType
  const written =
    type === 'storyboard' || type === 'render'
      ? await writerWarnings(await getProject(target.projectId, { deletedToo: true }))
      : []
  if (type === 'storyboard') {
    return {
      title: board.title,
      language: board.language,
      storyboard: storyboardOf(board, payload),
      warnings: [...payload.warnings, ...written],
    }
  }
  const made = await loadPlan({ projectId: target.projectId, board, failures: await listFailures(target.id) })
  const slots = slotsOf(target.projectId, made, payload)
  const warnings = [...payload.warnings, ...written, ...slotWarnings(made, payload, SLOTS_OF[type])]
  if (type === 'frames') return { frames: slots.frames, warnings }
  if (type === 'clips') return { clips: slots.clips, warnings }
  if (type === 'narration') return { audios: slots.audios, warnings }
  return { ...filmOf(target.projectId, made), storyboard: storyboardOf(board, payload), ...slots, warnings }
}

const SLOTS_OF: Record<MakingType, readonly Slot[]> = {
  storyboard: [],
  frames: ['frame'],
  clips: ['frame', 'clip'],
  narration: ['narration'],
  render: SLOTS,
}

const callerIdOf = (sceneId: string, payload: TargetPayload): CallerId =>
  payload.callerIds[sceneId] ?? sceneId

function storyboardOf(board: Storyboard, payload: TargetPayload): SceneAnswer[] {
  const cast = (scene: Scene) =>
    board.cast
      .filter((member) => scene.cast.includes(member.id))
      .map(({ name, description }) => ({ name, description }))
  return board.scenes.map((scene) => ({
    scene_id: callerIdOf(scene.id, payload),
    title: scene.title,
    prompt: scene.prompt,
    negative_prompt: scene.negativePrompt,
    narration: scene.narration,
    bgm: scene.bgm,
    cast: cast(scene),
    camera: scene.camera,
    transition: scene.transition.kind,
    transition_duration: scene.transition.durationMs / 1000,
  }))
}

const isWanted = ({ sceneId }: ScenePlan, { sceneIds }: TargetPayload): boolean =>
  sceneIds === null || sceneIds.includes(sceneId)

function slotsOf(projectId: string, { plan, known }: LoadedPlan, payload: TargetPayload) {
  const made = (slot: Slot) =>
    plan.board
      .filter((scene) => isWanted(scene, payload))
      .flatMap((scene) => {
        const fingerprint = scene.slots[slot].chosen
        if (!fingerprint) return []
        const url = slotUrl(projectId, scene.sceneId, slot, fingerprint)
        const asset: KnownAsset | undefined = known.assets.get(fingerprint)
        return [
          {
            scene_id: callerIdOf(scene.sceneId, payload),
            url,
            seconds: (asset?.facts.durationMs ?? 0) / 1000,
          },
        ]
      })
  const audioUrl = (url: string) => (payload.format === 'mp3' ? url.replace(/\.wav$/, '.mp3') : url)
  return {
    frames: made('frame').map(({ scene_id, url }) => ({ scene_id, frame: url })),
    clips: made('clip').map(({ scene_id, url }) => ({ scene_id, clip: url })),
    audios: made('narration').map(({ scene_id, url, seconds }) => ({
      scene_id,
      audio: audioUrl(url),
      duration: seconds,
    })),
  }
}

/** Fall-backs to a draft engine, and what a voice had to say of its line. */
function slotWarnings({ plan, known }: LoadedPlan, payload: TargetPayload, slots: readonly Slot[]): string[] {
  return plan.board
    .filter((scene) => isWanted(scene, payload))
    .flatMap((scene) =>
      slots.flatMap((slot) => {
        const { fallback, chosen } = scene.slots[slot]
        const told = chosen ? known.assets.get(chosen)?.facts.warnings : undefined
        const name = `scene ${callerIdOf(scene.sceneId, payload)}: ${slot}`
        return [
          ...(fallback ? [`${name}: a draft engine stepped in: ${fallback.message}`] : []),
          ...(Array.isArray(told) ? told.map((warning) => `${name}: ${warning}`) : []),
        ]
      }),
    )
}

function filmOf(projectId: string, { plan }: LoadedPlan) {
  const { fingerprint, state } = plan.film
  const url = (extension: string) =>
    fingerprint && state === 'ready' ? filmUrl(projectId, fingerprint, extension) : null
  return {
    video: url('mp4'),
    subtitles: url('srt'),
    manifest: url('manifest.json'),
    poster: url('jpg'),
    duration: state === 'ready' && plan.durationMs !== null ? plan.durationMs / 1000 : null,
  }
}
