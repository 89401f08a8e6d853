import { keepAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import { getEngine } from '@/lib/engine/registry'
import { probeMedia } from '@/lib/media/probe'
import { clipParamsOf, frameRequestOf } from '@/lib/plan/recipes'
import type { StageHandler } from './contract'
import { fetchAsset, needAsset } from './inputs'

const PAINTER = 'draft/painter@'

export const makeClip: StageHandler = async (task, context) => {
  const engine = await getEngine(task.recipe.engine, 'clip')
  const params = clipParamsOf(task.recipe)
  const frame = await needAsset(task.recipe.inputs.frame)
  const isPainted = frame.recipe.kind === 'frame' && frame.recipe.engine.startsWith(PAINTER)
  const made = await engine.makeClip(
    {
      ...params,
      frame: {
        path: await fetchAsset(frame, context.folder, 'frame.png'),
        painted: isPainted ? frameRequestOf(frame.recipe) : null,
      },
    },
    context,
  )
  const { video, durationMs } = await probeMedia(made.path, { countFrames: true })
  const frames = video?.frames ?? 0
  const isRight = engine.length === 'fixed' ? frames > 1 : frames === params.frames
  if (!video || !isRight) {
    throw new StudioError('engine_failed', `clip of ${frames} frames instead of ${params.frames}`, {
      userMessage: `The engine ${engine.identity} gave back a clip that cannot be used.`,
      retry: true,
    })
  }
  await keepAsset({
    ...task,
    filePath: made.path,
    extension: 'mp4',
    mediaType: 'video/mp4',
    facts: { ...made.facts, durationMs, frames, fps: video.fps, width: video.width, height: video.height },
  })
}
