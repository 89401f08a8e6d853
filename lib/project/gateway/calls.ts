/** One function a published call: the request as it was parsed in, the target out. */
import { StudioError } from '@/lib/base/errors'
import { detectLanguage } from '@/lib/engine/draft/writer/language'
import { defaultEngines } from '@/lib/engine/registry'
import { type Size, sizeSchema } from '@/lib/storyboard/schema'
import type { TaskRow } from '@/lib/task/store'
import { FILM_SIZES } from '../brief'
import { briefSchema, FORMATS } from '../schema'
import { createProject } from '../service'
import { getTask } from '../task'
import { abilitiesOf } from './abilities'
import { readDataPath } from './data-path'
import { findSlotAsset } from './files'
import { clipChanges, frameChanges, lineChanges } from './items'
import { readOptions } from './options'
import type { ClipsCall, FramesCall, NarrationCall, RenderCall, StoryboardCall } from './requests'
import { checkResume } from './resume'
import { rewriteStoryboard } from './rewrite'
import { startStage } from './start'

export async function startStoryboard(call: StoryboardCall): Promise<TaskRow> {
  const brief = briefSchema.parse({
    story: call.story,
    style: call.style,
    language: call.language ?? null,
    sceneCount: call.scenes ?? null,
  })
  if (call.project_id !== undefined) return await rewriteStoryboard(call.project_id, brief)
  const { targetId } = await createProject(brief, { make: 'storyboard', hidden: true })
  return await getTask(targetId)
}

export function startFrames(call: FramesCall): Promise<TaskRow> {
  const items = call.storyboard ?? []
  const words = items.map((item) => item.narration || item.prompt).join('\n')
  return startStage({
    type: 'frames',
    projectId: call.project_id,
    sceneIds: call.scene_ids,
    items: frameChanges(items),
    options: { image: call.image_style },
    style: call.style,
    language: detectLanguage(words),
    // A picture of its own is its own film: nothing is to be cropped later.
    size: undefined,
  })
}

export async function startClips(call: ClipsCall): Promise<TaskRow> {
  const items = call.frames ?? []
  const frames = await Promise.all(items.map((item, i) => needFrame(item.frame, `frames.${i}.frame`)))
  const { changes, warnings } = clipChanges(
    items,
    frames.map((frame) => frame.fingerprint),
  )
  return await startStage({
    type: 'clips',
    projectId: call.project_id,
    sceneIds: call.scene_ids,
    items: changes,
    takes: items.map((item, i) => ({
      sceneId: call.project_id === undefined ? `scene-${i + 1}` : String(item.scene_id),
      slot: 'frame' as const,
      fingerprint: frames[i]?.fingerprint ?? '',
    })),
    options: { video: call.video },
    language: 'en',
    size: frames[0]?.size,
    warnings,
  })
}

/** Only frames that this studio made and still shows to the caller: never a path of the disk or an address. */
async function needFrame(
  path: string,
  field: string,
): Promise<{ fingerprint: string; size: Size | undefined }> {
  const named = readDataPath(path)
  const asset = named?.kind === 'slot' && named.slot === 'frame' ? await findSlotAsset(named) : undefined
  if (!asset) {
    throw new StudioError('not_found', `${field}: there is no such frame`, {
      details: [{ field, expected: 'must be a /data/frames/... path that this studio answered with' }],
    })
  }
  return { fingerprint: asset.fingerprint, size: sizeSchema.safeParse(asset.facts).data }
}

export function startNarration(call: NarrationCall): Promise<TaskRow> {
  const lines = call.lines ?? []
  return startStage({
    type: 'narration',
    projectId: call.project_id,
    sceneIds: call.scene_ids,
    items: lineChanges(lines),
    options: { voice: call.voice, speed: call.speed },
    language: call.language ?? detectLanguage(lines.map((line) => line.text).join('\n')),
    format: call.format,
  })
}

export async function startRender(call: RenderCall): Promise<TaskRow> {
  const { options, project_id: projectId } = call
  if (projectId !== undefined) {
    if (call.resume_from) await checkResume(projectId, call.resume_from)
    return await startStage({ type: 'render', projectId, items: [], options, language: 'en' })
  }
  const { changes, warnings } = readOptions(options, await abilitiesOf(await defaultEngines()))
  const brief = briefSchema.parse({
    story: call.story,
    style: call.style,
    language: options.language ?? null,
    sceneCount: options.scene_count ?? null,
    voice: changes.voice,
    speed: changes.speed,
    music: changes.music,
    subtitles: changes.subtitles,
  })
  const { film = nearestFilm(changes.frame), frame, fps, transitionMs, seed } = changes
  const { targetId } = await createProject(brief, {
    make: 'film',
    hidden: true,
    changes: { frame, film, fps, transitionMs, seed },
    warnings,
  })
  return await getTask(targetId)
}

/** Upright pictures make an upright film. */
function nearestFilm(frame: Partial<Size> | undefined): Size | undefined {
  if (!frame?.width || !frame.height) return undefined
  const shape = Math.log(frame.width / frame.height)
  const distance = ({ width, height }: Size) => Math.abs(Math.log(width / height) - shape)
  return FORMATS.map((format) => FILM_SIZES[format]).sort((a, b) => distance(a) - distance(b))[0]
}
